import { clockTime } from '../format';
import { useEvery } from '../hooks';
import { S } from '../strings';

interface Props {
  readonly startMs: number;
  readonly endMs: number;
  /** The service's clock. */
  readonly nowMs: () => number;
}

/** Until the start, then until the end. */
export function TimeLeft({ startMs, endMs, nowMs }: Props) {
  const now = useEvery(1_000, nowMs);
  return (
    <span className="time" role="timer">
      {textAt(now, startMs, endMs)}
    </span>
  );
}

function textAt(now: number, startMs: number, endMs: number): string {
  if (now < startMs) {
    return S.call.startsIn(clockTime(startMs - now));
  }
  return now < endMs ? S.call.left(clockTime(endMs - now)) : S.call.over;
}
