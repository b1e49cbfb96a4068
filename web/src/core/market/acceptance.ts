import type { SlotRequest } from '../api/market';
import { LEAD_S, overlap, type Span } from '../schedule/slots';

/** Why a request cannot be accepted at this start, as far as the page can know. */
export type AcceptanceProblem = 'no_time' | 'outside_window' | 'too_soon' | 'taken';

/** The first reason against a start, unix seconds; nothing where there is none. */
export function acceptanceProblem(
  request: SlotRequest,
  startS: number | undefined,
  taken: readonly Span[],
  nowS: number,
): AcceptanceProblem | undefined {
  if (startS === undefined) {
    return 'no_time';
  }
  if (startS < request.window_start_s || startS > request.window_end_s) {
    return 'outside_window';
  }
  if (startS <= nowS + LEAD_S) {
    return 'too_soon';
  }
  const span = { startS, endS: startS + request.duration_mins * 60 };
  return taken.some((other) => overlap(span, other)) ? 'taken' : undefined;
}
