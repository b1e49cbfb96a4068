import { expect, test } from 'vitest';
import { barsOf } from '../../src/core/media/quality';
import { NO_STATS, qualityBetween, readStats } from '../../src/core/media/stats';

const report = (...entries: object[]) => new Map(entries.map((entry, i) => [String(i), entry]));

test('adds up what all streams carried, and takes the chosen pair’s round trip', () => {
  const stats = readStats(
    report(
      { type: 'inbound-rtp', kind: 'audio', bytesReceived: 10, packetsReceived: 2, packetsLost: 1 },
      { type: 'inbound-rtp', kind: 'video', bytesReceived: 100, packetsReceived: 3 },
      { type: 'outbound-rtp', kind: 'audio', bytesSent: 7 },
      { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.0421 },
      { type: 'candidate-pair', nominated: false, state: 'failed', currentRoundTripTime: 9 },
      { type: 'codec' },
    ),
  );
  expect(stats).toEqual({
    bytesSent: 7,
    bytesReceived: 110,
    audioBytesReceived: 10,
    packetsReceived: 5,
    packetsLost: 1,
    roundTripMs: 42,
  });
});

test('counts what a browser leaves out, or what is no number, as nothing', () => {
  expect(
    readStats(report({ type: 'inbound-rtp' }, { type: 'outbound-rtp', bytesSent: 'x' })),
  ).toEqual(NO_STATS);
});

test('loss is that between two looks', () => {
  const before = { ...NO_STATS, packetsReceived: 100, packetsLost: 50 };
  const now = { ...before, packetsReceived: 190, packetsLost: 60, roundTripMs: 30 };
  expect(qualityBetween(before, now)).toEqual({ roundTripMs: 30, lossPercent: 10 });
  expect(qualityBetween(before, before).lossPercent).toBe(0);
});

test.each([
  [150, 1, 4],
  [151, 1, 3],
  [300, 3, 3],
  [20, 4, 2],
  [500, 8, 2],
  [501, 0, 1],
  [20, 9, 1],
])('%i ms and %i %% lost are %i bars', (roundTripMs, lossPercent, bars) => {
  expect(barsOf({ roundTripMs, lossPercent })).toBe(bars);
});
