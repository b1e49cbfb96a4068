import type { Account } from '../../core/account/account';
import { formatUnits } from '../../core/chain/amount';
import type { Deed } from '../../core/chain/deed';
import type { DoingState } from '../../core/chain/doing';
import type { Escrow } from '../../core/chain/escrow';
import { D } from './strings';

interface Props {
  readonly deeds: readonly Deed[];
  readonly state: DoingState;
  readonly account: Account;
  readonly escrow: Escrow;
}

/** Fees are in USD stablecoins of six decimals, whichever pays. */
const FEE_DECIMALS = 6;

/** What it costs, before it is signed. */
export function Cost({ deeds, state, account, escrow: { token } }: Props) {
  if (state.step !== 'ready') {
    return null;
  }
  const left = deeds.slice(state.finished);
  const pays = left.reduce((sum, deed) => sum + deed.pays, 0n);
  const symbol = state.feeToken === token.address ? token.symbol : D.units;
  return (
    <>
      <dl className="cost">
        {pays > 0n && (
          <div>
            <dt>{D.pays}</dt>
            <dd data-amount="pays">{formatUnits(pays, token)}</dd>
          </div>
        )}
        <div>
          <dt>{D.fee}</dt>
          <dd data-amount="fee">{formatUnits(state.fee, { symbol, decimals: FEE_DECIMALS })}</dd>
        </div>
      </dl>
      <Notes deeds={left} account={account} />
    </>
  );
}

function Notes({ deeds, account }: { deeds: readonly Deed[]; account: Account }) {
  const signatures = deeds.reduce((sum, { calls }) => sum + account.signatures(calls.length), 0);
  return (
    <p className="hint">
      {D.feeNote} {account.kept.kind === 'injected' && D.walletFee}{' '}
      {deeds.length > 1 && D.severalTransactions(deeds.length)}{' '}
      {signatures > 1 && D.severalSignatures(signatures)}
    </p>
  );
}
