import type { Interval } from '../../../core/api/booking-records';
import type { PresencePicture } from '../../../core/session/presence';
import { duration } from '../../format';
import { localTimes } from '../../times';
import { ROLE, T } from './strings';

/** Lengths of the drawing, in its own units. */
const WIDTH = 600;
const ROW = 34;
const BAR = 18;
const TOP = 4;
const HEIGHT = TOP + 4 * ROW;
/** The third row. */
const TOGETHER_TOP = TOP + 2 * ROW;

/** Who was there when: a picture, and the same in words. */
export function Presence({ picture }: { picture: PresencePicture | undefined }) {
  return (
    <section className="card" aria-labelledby="presence">
      <h2 id="presence">{T.presence.heading}</h2>
      {picture ? (
        <>
          <Picture picture={picture} />
          <PictureInWords picture={picture} />
        </>
      ) : (
        <p className="hint">{T.presence.none}</p>
      )}
    </section>
  );
}

function Picture({ picture }: { picture: PresencePicture }) {
  const { slot, parties, together, gaps, graceUntilMs, knownUntilMs, enoughAtMs } = picture;
  const x = scaleOf(slot);
  const rows = [
    { name: ROLE.host, kind: 'host', intervals: parties.host.intervals },
    { name: ROLE.guest, kind: 'guest', intervals: parties.guest.intervals },
    { name: T.presence.together, kind: 'together', intervals: together },
    ...(gaps.length > 0 ? [{ name: T.presence.unwatched, kind: 'gap', intervals: gaps }] : []),
  ];
  const height = HEIGHT - (4 - rows.length) * ROW;
  return (
    <figure className="presence">
      <div className="presence-rows">
        <ul aria-hidden="true">
          {rows.map(({ name }) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        <svg
          viewBox={`0 0 ${WIDTH} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={T.presence.picture}
        >
          {rows.map(({ kind, intervals }, row) => (
            <Row key={kind} kind={kind} top={TOP + row * ROW} intervals={intervals} x={x} />
          ))}
          <line className="grace" x1={x(graceUntilMs)} x2={x(graceUntilMs)} y1="0" y2={height} />
          {enoughAtMs !== undefined && (
            <path className="enough" d={`M${x(enoughAtMs)} ${TOGETHER_TOP} v${ROW - TOP}`} />
          )}
          {knownUntilMs < slot.untilMs && (
            <rect
              className="unknown"
              x={x(knownUntilMs)}
              width={WIDTH - x(knownUntilMs)}
              y="0"
              height={height}
            />
          )}
        </svg>
        <p className="scale" aria-hidden="true">
          <span>{localTimes.timeOfDay(slot.fromMs)}</span>
          <span>{localTimes.timeOfDay(slot.untilMs)}</span>
        </p>
      </div>
    </figure>
  );
}

interface RowProps {
  readonly kind: string;
  readonly top: number;
  readonly intervals: readonly Interval[];
  readonly x: (atMs: number) => number;
}

function Row({ kind, top, intervals, x }: RowProps) {
  const y = top + (ROW - TOP - BAR) / 2;
  return (
    <g>
      <rect className="track" x="0" y={y} width={WIDTH} height={BAR} />
      {intervals.map(({ fromMs, untilMs }) => (
        <rect
          key={fromMs}
          className={kind}
          x={x(fromMs)}
          y={y}
          width={Math.max(1, x(untilMs) - x(fromMs))}
          height={BAR}
        />
      ))}
    </g>
  );
}

function PictureInWords({ picture }: { picture: PresencePicture }) {
  const { parties, togetherMs, neededMs, enoughAtMs } = picture;
  const { gaps, graceUntilMs, knownUntilMs, slot } = picture;
  const at = localTimes.timeOfDay;
  return (
    <ul className="plain">
      {(['host', 'guest'] as const).map((role) => {
        const { totalMs, firstSeenMs } = parties[role];
        return (
          <li key={role} data-presence={role}>
            {firstSeenMs === undefined
              ? T.presence.never(ROLE[role])
              : T.presence.was(ROLE[role], duration(totalMs), at(firstSeenMs))}
          </li>
        );
      })}
      <li data-presence="together">
        {T.presence.sum(duration(togetherMs), duration(neededMs))}{' '}
        {enoughAtMs === undefined ? T.presence.short : T.presence.enough(at(enoughAtMs))}
      </li>
      {gaps.map(({ fromMs, untilMs }) => (
        <li key={fromMs}>{T.presence.gap(at(fromMs), at(untilMs))}</li>
      ))}
      <li>{T.presence.grace(at(graceUntilMs))}</li>
      {knownUntilMs < slot.untilMs && <li>{T.presence.known(at(knownUntilMs))}</li>}
    </ul>
  );
}

const scaleOf =
  ({ fromMs, untilMs }: Interval) =>
  (atMs: number): number =>
    ((atMs - fromMs) / (untilMs - fromMs)) * WIDTH;
