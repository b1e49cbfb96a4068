import { type Bars, barsOf, type Quality } from '../../core/media/quality';
import { S } from '../strings';

const HEIGHTS: readonly Bars[] = [1, 2, 3, 4];

/** The connection in bars and in words. */
export function QualityBars({ quality }: { quality: Quality | undefined }) {
  const bars = quality && barsOf(quality);
  return (
    <span className="quality">
      <svg className="bars" viewBox="0 0 22 16" aria-hidden="true" focusable="false">
        {HEIGHTS.map((n) => (
          <rect
            key={n}
            className={bars !== undefined && n <= bars ? 'on' : 'off'}
            x={(n - 1) * 6}
            y={16 - n * 4}
            width="4"
            height={n * 4}
            rx="1"
          />
        ))}
      </svg>
      {bars === undefined ? S.qualityUnknown : S.quality[bars]}
    </span>
  );
}
