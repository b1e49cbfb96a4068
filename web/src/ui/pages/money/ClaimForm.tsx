import { type FormEvent, useId, useState } from 'react';
import type { Hex } from '../../../core/chain/call';
import type { Escrow } from '../../../core/chain/escrow';
import type { Owed } from '../../../core/money/earnings';
import { type PayoutTarget, payoutTarget } from '../../../core/money/payout-target';
import { useEscrow } from '../../deed/use-escrow';
import { PayoutWarning } from './PayoutWarning';
import { M } from './strings';

interface Props {
  readonly wallet: Hex;
  readonly owed: Owed;
  readonly isFresh: boolean;
  /** With the receiver, which was checked. */
  readonly claim: (to: Hex) => void;
}

/** Where the money is to go. */
export function ClaimForm({ wallet, owed, isFresh, claim }: Props) {
  const escrow = useEscrow();
  const [other, setOther] = useState<string>();
  const [isTried, setIsTried] = useState(false);
  const target = targetOf(other, wallet, escrow);
  const problem = target?.kind === 'wrong' && isTried ? M.claim.wrong[target.reason] : '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (target?.kind === 'ok') {
      claim(target.to);
    }
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <label className="check">
        <input
          type="checkbox"
          checked={other !== undefined}
          onChange={({ target: { checked } }) => {
            setOther(checked ? '' : undefined);
            setIsTried(false);
          }}
          data-field="elsewhere"
        />
        {M.claim.elsewhere}
      </label>
      {other !== undefined && <Receiver text={other} change={setOther} problem={problem} />}
      {target?.kind === 'ok' && (
        <PayoutWarning from={wallet} to={target.to} asOfBlock={owed.as_of_block} />
      )}
      <div className="row">
        <button type="submit" className="primary" disabled={!isFresh} data-action="claim">
          {M.claim.open}
        </button>
      </div>
      {!isFresh && <p className="hint">{M.claim.offline}</p>}
    </form>
  );
}

interface ReceiverProps {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly problem: string;
}

function Receiver({ text, change, problem }: ReceiverProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{M.claim.address}</label>
      <input
        id={id}
        value={text}
        onChange={(event) => change(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-problem`}
        data-field="receiver"
      />
      <p id={`${id}-problem`} className="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}

function targetOf(
  other: string | undefined,
  wallet: Hex,
  escrow: Escrow | undefined,
): PayoutTarget | undefined {
  if (other === undefined) {
    return { kind: 'ok', to: wallet };
  }
  return escrow && payoutTarget(other, escrow.contracts);
}
