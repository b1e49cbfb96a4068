import { useApp } from '../app/context';
import { useEvery } from '../hooks';

/** Often enough for times that are told to the minute. */
const EVERY_MS = 5_000;

/** The service's clock, unix seconds, followed. */
export function useNowS(): number {
  const app = useApp();
  return useEvery(EVERY_MS, () => Math.floor(app.serviceNowMs / 1_000));
}
