import { useEffect, useState } from 'react';
import { useAppState } from '../app/context';
import { deedProblem } from '../deed/strings';
import { useEscrow } from '../deed/use-escrow';
import { testMoney } from './accounts';
import { C } from './strings';

/** Less than this pays no fees worth the name; units of 6 decimals. */
const NEXT_TO_NOTHING = 1_000_000n;

/** On the local chain: a way to money for an account that has none. */
export default function TestMoneyBar() {
  const { about, account } = useAppState();
  const escrow = useEscrow();
  const [units, setUnits] = useState<bigint>();
  const [status, setStatus] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [problem, setProblem] = useState('');
  const address = account?.address as `0x${string}` | undefined;
  useEffect(() => {
    if (escrow && address) {
      escrow.reads.balance(address).then(setUnits, () => setUnits(undefined));
    }
  }, [escrow, address]);
  if (!about || !address || units === undefined || units >= NEXT_TO_NOTHING) {
    return null;
  }
  const get = async () => {
    setStatus('busy');
    const answer = await testMoney(address, about);
    if (answer?.kind === 'ok') {
      setUnits(units + answer.value);
      return;
    }
    setProblem(answer?.kind === 'refused' ? deedProblem(answer.code) : C.testMoney.noPurse);
    setStatus('failed');
  };
  return (
    <section className="card test-money" data-status={status} aria-label={C.testMoney.get}>
      <p>{C.testMoney.none}</p>
      <p role="status">{status === 'busy' && C.testMoney.busy}</p>
      <p className="problem" role="alert">
        {status === 'failed' && C.testMoney.failed(problem)}
      </p>
      <div className="row">
        <button
          type="button"
          disabled={status === 'busy'}
          onClick={() => void get()}
          data-action="get-test-money"
        >
          {C.testMoney.get}
        </button>
      </div>
    </section>
  );
}
