import { useState } from 'react';
import { type Conditions, refusals, troubles } from '../../core/schedule/slot-terms';
import { useAppState } from '../app/context';

/** What speaks against terms now, and whether whoever decides wants them all the same. */
export function useTermsJudgement(conditions: Conditions) {
  const { about } = useAppState();
  const [overridden, setOverridden] = useState('');
  const refused = refusals(conditions);
  const bufferS = about?.terms?.no_attest_buffer_s ?? Number.POSITIVE_INFINITY;
  const troubling = troubles(conditions, bufferS);
  // What was agreed to is these troubles: with others it is asked for anew.
  const isOverridden = overridden !== '' && overridden === troubling.join();
  return {
    refusals: refused,
    troubles: troubling,
    isOverridden,
    override: (isWanted: boolean) => setOverridden(isWanted ? troubling.join() : ''),
    isAllowed: refused.length === 0 && (troubling.length === 0 || isOverridden),
  };
}
