import { type ReactNode, useEffect, useState } from 'react';
import { type DevAccount, LOCAL_CHAIN_ID } from '../../core/api/about';
import { type Booking, roleOf } from '../../core/api/booking';
import type { Room } from '../../core/room/room';
import { connect, discoverWallets, type InjectedWallet } from '../../core/wallet/injected';
import { useFocusOnArrival, useObservable } from '../hooks';
import { problemText, S } from '../strings';

/** Which wallet. */
export function SignInStep({ room }: { room: Room }) {
  const { about, booking, isBusy, problem } = useObservable(room);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const isLocal = about?.chain_id === LOCAL_CHAIN_ID && about.accounts.length > 0;
  return (
    <section className="card narrow" aria-labelledby="sign-in">
      <h1 id="sign-in" ref={heading} tabIndex={-1}>
        {S.signIn.heading}
      </h1>
      <p>{S.signIn.text}</p>
      <p className="problem" role="alert">
        {problem && problemText(problem)}
      </p>
      <p className="hint" role="status">
        {isBusy && S.signIn.busy}
      </p>
      <InjectedWallets room={room} isBusy={isBusy} />
      {isLocal && booking && (
        <DevAccounts room={room} isBusy={isBusy} accounts={about.accounts} booking={booking} />
      )}
    </section>
  );
}

function InjectedWallets({ room, isBusy }: { room: Room; isBusy: boolean }) {
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
            choose={() => void room.signIn(() => connect(wallet))}
          />
        ))}
      </Choices>
    </>
  );
}

interface DevProps {
  readonly room: Room;
  readonly isBusy: boolean;
  readonly accounts: readonly DevAccount[];
  readonly booking: Booking;
}

/** The parties of this session first: they are who one wants to be. */
function DevAccounts({ room, isBusy, accounts, booking }: DevProps) {
  const part = (account: DevAccount) => roleOf(booking, account.address);
  const sorted = accounts.toSorted((a, b) => Number(!part(a)) - Number(!part(b)));
  return (
    <>
      <h2>{S.signIn.dev}</h2>
      <p className="hint">{S.signIn.devText}</p>
      <Choices>
        {sorted.map((account) => {
          const role = part(account);
          return (
            <Choice
              key={account.address}
              name={account.name}
              {...(role && { note: S.signIn.partOf[role] })}
              isBusy={isBusy}
              choose={() => void room.signIn(() => devWallet(account))}
            />
          );
        })}
      </Choices>
    </>
  );
}

/** Loaded when it is asked for: an installation on a real chain never needs it. */
async function devWallet(account: DevAccount) {
  const wallets = await import('../../core/wallet/dev');
  return wallets.devWallet(account);
}

const Choices = ({ children }: { children: ReactNode }) => <ul className="choices">{children}</ul>;

interface ChoiceProps {
  readonly name: string;
  readonly note?: string;
  readonly isBusy: boolean;
  readonly choose: () => void;
}

function Choice({ name, note, isBusy, choose }: ChoiceProps) {
  return (
    <li>
      <button type="button" onClick={choose} disabled={isBusy} data-account={name}>
        <span>{name}</span>
        {note && <small>{note}</small>}
      </button>
    </li>
  );
}
