import type { Quality } from './quality';

/** What is read of a connection's statistics (W3C webrtc-stats). */
export interface MediaStats {
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly audioBytesReceived: number;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  readonly roundTripMs: number;
}

export const NO_STATS: MediaStats = {
  bytesSent: 0,
  bytesReceived: 0,
  audioBytesReceived: 0,
  packetsReceived: 0,
  packetsLost: 0,
  roundTripMs: 0,
};

type Entry = Readonly<Record<string, unknown>>;

const numberOf = (entry: Entry, name: string): number => {
  const value = entry[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
};

/** Browsers leave members out as they like: what is missing counts as 0. */
export function readStats(report: Pick<RTCStatsReport, 'forEach'>): MediaStats {
  let stats = NO_STATS;
  report.forEach((entry: Entry) => {
    stats = add(stats, entry);
  });
  return stats;
}

function add(stats: MediaStats, entry: Entry): MediaStats {
  switch (entry.type) {
    case 'outbound-rtp':
      return { ...stats, bytesSent: stats.bytesSent + numberOf(entry, 'bytesSent') };
    case 'inbound-rtp':
      return addInbound(stats, entry);
    case 'candidate-pair':
      return entry.nominated === true && entry.state === 'succeeded'
        ? { ...stats, roundTripMs: Math.round(numberOf(entry, 'currentRoundTripTime') * 1_000) }
        : stats;
    default:
      return stats;
  }
}

function addInbound(stats: MediaStats, entry: Entry): MediaStats {
  const bytes = numberOf(entry, 'bytesReceived');
  return {
    ...stats,
    bytesReceived: stats.bytesReceived + bytes,
    audioBytesReceived: stats.audioBytesReceived + (entry.kind === 'audio' ? bytes : 0),
    packetsReceived: stats.packetsReceived + numberOf(entry, 'packetsReceived'),
    packetsLost: stats.packetsLost + numberOf(entry, 'packetsLost'),
  };
}

/** How media arrived between two looks. */
export function qualityBetween(before: MediaStats, now: MediaStats): Quality {
  const lost = Math.max(0, now.packetsLost - before.packetsLost);
  const received = Math.max(0, now.packetsReceived - before.packetsReceived);
  const all = lost + received;
  return {
    roundTripMs: now.roundTripMs,
    lossPercent: all === 0 ? 0 : Math.round((100 * lost) / all),
  };
}
