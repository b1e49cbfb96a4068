import type { SlotRequest } from '../../core/api/market';
import { span } from '../format';
import { M } from './strings';
import type { SlotTimes } from './times';

/** What a request asks for: how long, and between which starts. */
export const requestLine = (request: SlotRequest, times: SlotTimes): string =>
  M.requestLine(
    span(request.duration_mins * 60_000),
    times.start(request.window_start_s),
    times.start(request.window_end_s),
  );
