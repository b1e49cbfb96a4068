import { expect, test } from 'vitest';
import { AlarmClock, type AlarmOrder, type AlarmPort } from '../src/core/alarm-clock';

/** The line to a worker that rings when a test says so. */
class FakePort implements AlarmPort {
  readonly orders: AlarmOrder[] = [];
  onmessage: AlarmPort['onmessage'] = null;

  postMessage(order: AlarmOrder): void {
    this.orders.push(order);
  }

  ring(id: number): void {
    this.onmessage?.({ data: id } as MessageEvent<number>);
  }
}

test('orders an alarm, and hears it once', () => {
  const port = new FakePort();
  let rang = 0;
  new AlarmClock(port, () => 0).after(5_000, () => {
    rang += 1;
  });
  expect(port.orders).toEqual([{ id: 1, millis: 5_000 }]);
  port.ring(1);
  port.ring(1);
  expect(rang).toBe(1);
});

test('does not hear an alarm that was called off, though it rings', () => {
  const port = new FakePort();
  let rang = 0;
  const stop = new AlarmClock(port, () => 0).after(5_000, () => {
    rang += 1;
  });
  stop();
  stop();
  port.ring(1);
  expect(port.orders).toEqual([{ id: 1, millis: 5_000 }, { id: 1 }]);
  expect(rang).toBe(0);
});
