import type { Hex } from '../../../core/chain/call';
import { useEscrow } from '../../deed/use-escrow';
import { useMoney } from '../session/useMoney';
import { M } from './strings';
import { useChainValue } from './useChainValue';

/** What the wallet holds of the stablecoin; asked again with each new block that is known of. */
export function BalanceCard({ wallet, asOfBlock }: { wallet: string; asOfBlock: number }) {
  const money = useMoney();
  const escrow = useEscrow();
  const balance = useChainValue(escrow ? `${wallet} ${asOfBlock}` : '', () =>
    escrow ? escrow.reads.balance(wallet as Hex) : Promise.reject(),
  );
  return (
    <section className="card" aria-labelledby="balance">
      <h2 id="balance">{M.balance.heading}</h2>
      {typeof balance === 'bigint' ? (
        <p className="amount" data-balance={String(balance)}>
          {money(balance)}
        </p>
      ) : (
        <p className="hint">{balance === 'unknown' ? M.balance.unknown : M.balance.reading}</p>
      )}
    </section>
  );
}
