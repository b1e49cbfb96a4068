import { useEffect, useMemo } from 'react';
import { HostMarket } from '../../core/market/market';
import { useApp, useAppState } from '../app/context';
import { useLive } from '../app/live';

/** What a host offers, read again whenever the chain has something new about the host. */
export function useHostMarket(host: string, as: 'host' | 'guest'): HostMarket {
  const app = useApp();
  const { wallet } = useAppState();
  const market = useMemo(() => {
    const guest = wallet === undefined ? undefined : { guest: wallet };
    return new HostMarket(app, host, as === 'host' ? { host } : guest);
  }, [app, host, as, wallet]);
  const reload = () => void market.reload();
  useEffect(() => void market.reload(), [market]);
  useLive({ party: host }, reload);
  return market;
}
