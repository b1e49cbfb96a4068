import { useMemo } from 'react';
import { Session } from '../../../core/session/session';
import { useApp, useAppState } from '../../app/context';
import { useLive } from '../../app/live';

/** A booking that is read again whenever the chain has something new about it. */
export function useSession(booking: string): Session {
  const app = useApp();
  const { wallet, about } = useAppState();
  const chainId = about?.chain_id ?? 0;
  const owner = about?.owner;
  const session = useMemo(() => {
    const viewer = { ...(wallet && { wallet }), ...(owner && { owner }) };
    return new Session(booking, { app, chainId, viewer, keccak });
  }, [app, booking, chainId, wallet, owner]);
  useLive({ booking }, () => void session.reload());
  return session;
}

async function keccak(text: string): Promise<string> {
  const { keccak256, stringToHex } = await import('viem');
  return keccak256(stringToHex(text));
}
