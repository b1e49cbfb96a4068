import { useEffect, useMemo } from 'react';
import { Earnings } from '../../../core/money/earnings';
import { useApp } from '../../app/context';
import { useLive } from '../../app/live';
import { useSessions } from '../../app/sessions';
import { useObservable } from '../../hooks';

/** What this wallet is owed and by which sessions; read again with each event and each session. */
export function useEarnings(wallet: string): Earnings {
  const app = useApp();
  const { bookings } = useObservable(useSessions(wallet));
  const earnings = useMemo(() => new Earnings(wallet, app), [wallet, app]);
  useEffect(() => {
    if (bookings) {
      void earnings.reload(bookings);
    }
  }, [earnings, bookings]);
  useLive({ party: wallet }, () => void earnings.reload());
  return earnings;
}
