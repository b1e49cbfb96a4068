import type { About } from '../../core/api/about';
import { type Escrow, openEscrow } from '../../core/chain/escrow';
import { nodeAt } from '../../core/chain/node';
import { useAppState } from '../app/context';

let node: ReturnType<typeof nodeAt> | undefined;
const opened = new WeakMap<About, Escrow>();

/** The escrow of this installation: `deeds` to do, `reads` to ask. Nothing until it is known. */
export function useEscrow(): Escrow | undefined {
  const { about } = useAppState();
  return about && escrowOf(about);
}

/** One for all who ask: questions asked together travel together. */
export function escrowOf(about: About): Escrow | undefined {
  const known = opened.get(about);
  if (known) {
    return known;
  }
  node ??= nodeAt(location.origin);
  const escrow = openEscrow(about, node);
  if (escrow) {
    opened.set(about, escrow);
  }
  return escrow;
}
