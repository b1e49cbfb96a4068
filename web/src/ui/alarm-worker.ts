import type { AlarmOrder } from '../core/alarm-clock';

/** Rings for the page: says an order's id once its time has come. */
const timers = new Map<number, ReturnType<typeof setTimeout>>();

self.onmessage = ({ data: { id, millis } }: MessageEvent<AlarmOrder>) => {
  clearTimeout(timers.get(id));
  timers.delete(id);
  if (millis !== undefined) {
    const ring = () => {
      timers.delete(id);
      postMessage(id);
    };
    timers.set(id, setTimeout(ring, millis));
  }
};
