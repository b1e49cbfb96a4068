import { formatUnits } from '../../../core/chain/amount';
import { useAppState } from '../../app/context';

/** Until the service has told its token, amounts are what they are on chain: units. */
const UNITS = { symbol: 'units', decimals: 0 };

/** Writes amounts of the payment token. */
export function useMoney(): (units: bigint) => string {
  const { about } = useAppState();
  const token = about?.token ?? UNITS;
  return (units) => formatUnits(units, token);
}
