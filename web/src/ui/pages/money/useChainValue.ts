import { useEffect, useRef, useState } from 'react';

/** What was asked of the chain: nothing while it is asked, `unknown` where it does not answer. */
export type ChainValue<T> = T | 'unknown' | undefined;

/**
 * Asks again whenever the question is another; what was last known stays meanwhile.
 *
 * @param question names what is asked; empty where it cannot be asked yet
 * @param ask rejects where the chain does not answer
 */
export function useChainValue<T>(question: string, ask: () => Promise<T>): ChainValue<T> {
  const [value, setValue] = useState<ChainValue<T>>();
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let isOver = question === '';
    const take = (next: ChainValue<T>) => {
      if (!isOver) {
        setValue(next);
      }
    };
    if (!isOver) {
      latest.current().then(take, () => take('unknown'));
    }
    return () => {
      isOver = true;
    };
  }, [question]);
  return value;
}
