import { useEffect, useState } from 'react';
import { type DevAccount, LOCAL_CHAIN_ID } from '../../core/api/about';
import { discoverWallets, type InjectedWallet } from '../../core/wallet/injected';
import { Choice, Choices } from '../parts/Choices';
import { problemText, S } from '../strings';
import { PasskeyChoices } from './PasskeyChoices';
import { C } from './strings';
import { accounts, type WayIn } from './way-in';

interface Props extends WayIn {
  readonly problem: string;
  /** What an account is to the page, as in the host of its session: such come first. */
  readonly noteOf?: (address: string) => string | undefined;
}

/** Every way to sign in that there is here. */
export function SignInChoices({ problem, noteOf = () => undefined, ...way }: Props) {
  const isLocal = way.about.chain_id === LOCAL_CHAIN_ID && way.about.accounts.length > 0;
  return (
    <>
      <p>{C.text}</p>
      <p className="problem" role="alert">
        {problem && problemText(problem)}
      </p>
      <p className="hint" role="status">
        {way.isBusy && C.busy}
      </p>
      <PasskeyChoices {...way} />
      <InjectedWallets {...way} />
      {isLocal && <DevAccounts {...way} noteOf={noteOf} />}
    </>
  );
}

function InjectedWallets({ about, isBusy, enter }: WayIn) {
  const [wallets, setWallets] = useState<readonly InjectedWallet[]>([]);
  useEffect(() => {
    setWallets([]);
    return discoverWallets(window, (found) => setWallets((before) => [...before, found]));
  }, []);
  return (
    <>
      <h2>{S.signIn.wallets}</h2>
      {wallets.length === 0 && <p className="hint">{S.signIn.noWallets}</p>}
      <Choices>
        {wallets.map((wallet) => (
          <Choice
            key={wallet.uuid}
            name={wallet.name}
            isBusy={isBusy}
            choose={() => enter(async () => (await accounts()).openInjected(wallet, about))}
          />
        ))}
      </Choices>
    </>
  );
}

interface DevProps extends WayIn {
  readonly noteOf: (address: string) => string | undefined;
}

function DevAccounts({ about, isBusy, enter, noteOf }: DevProps) {
  const rank = ({ address }: DevAccount) => Number(!noteOf(address));
  return (
    <>
      <h2>{S.signIn.dev}</h2>
      <p className="hint">{S.signIn.devText}</p>
      <Choices>
        {about.accounts
          .toSorted((a, b) => rank(a) - rank(b))
          .map((dev) => {
            const note = noteOf(dev.address);
            return (
              <Choice
                key={dev.address}
                name={dev.name}
                {...(note && { note })}
                isBusy={isBusy}
                choose={() => enter(async () => (await accounts()).openDev(dev, about))}
              />
            );
          })}
      </Choices>
    </>
  );
}
