import { lazy, Suspense, useState } from 'react';
import type { MarketSlot } from '../../../core/api/market';
import { occupying } from '../../../core/market/groups';
import type { WeekDraft } from '../../../core/market/week-draft';
import { type Span, slotsOf } from '../../../core/schedule/slots';
import { civilAt, dayIn, isoDay } from '../../../core/schedule/zoned';
import { MinutesField } from '../../market/MinutesField';
import { useNowS } from '../../market/useNowS';
import { S } from '../../strings';
import { NewSlots } from './NewSlots';
import type { SectionProps } from './section';
import { T } from './strings';

const MakeDialog = lazy(() => import('./MakeDialog'));
const WEEKS = [1, 2, 3, 4] as const;
const MAX_BREAK_MINS = 240;

interface Props extends SectionProps {
  readonly draft: WeekDraft;
  /** The week and its terms can be had. */
  readonly isAllowed: boolean;
}

/** The times that the week makes in some days, to look through and to sign. */
export function MakeSlots({ host, slots, canAct, reload, draft, isAllowed }: Props) {
  const nowS = useNowS();
  const [first, setFirst] = useState(() => isoDay(civilAt(draft.zone, nowS)));
  const [weeks, setWeeks] = useState(1);
  const [breakMins, setBreak] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [made, setMade] = useState<readonly Span[]>();
  const preview = isAllowed ? previewOf({ draft, first, weeks, breakMins, slots, nowS }) : [];
  const chosen = preview.filter(({ startS }) => !left.has(startS));
  return (
    <section className="card" aria-labelledby="make">
      <h2 id="make">{T.make.heading}</h2>
      <p>{T.make.text}</p>
      <div className="fields">
        <div className="field">
          <label htmlFor="first">{T.make.from}</label>
          <input id="first" type="date" value={first} onChange={(e) => setFirst(e.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="weeks">{T.make.weeks}</label>
          <select id="weeks" value={weeks} onChange={(e) => setWeeks(Number(e.target.value))}>
            {WEEKS.map((n) => (
              <option key={n} value={n}>
                {T.make.weeksOf(n)}
              </option>
            ))}
          </select>
        </div>
        <MinutesField
          label={T.make.breakMins}
          name="break"
          max={MAX_BREAK_MINS}
          value={breakMins}
          change={setBreak}
        />
      </div>
      <NewSlots
        isAllowed={isAllowed}
        slots={preview}
        zone={draft.zone}
        left={left}
        leave={setLeft}
      />
      {host.base_price === undefined && <p className="problem">{T.make.noPrice}</p>}
      <div className="row">
        <button
          type="button"
          className="primary"
          data-action="make-slots"
          disabled={!canAct || host.base_price === undefined || chosen.length === 0}
          onClick={() => setMade(chosen)}
        >
          {T.make.create(chosen.length)}
        </button>
      </div>
      {made && host.base_price !== undefined && (
        <Suspense fallback={<p role="status">{S.loading}</p>}>
          <MakeDialog
            slots={made}
            conditions={draft.conditions}
            price={host.base_price}
            onClose={() => setMade(undefined)}
            onDone={reload}
          />
        </Suspense>
      )}
    </section>
  );
}

interface Wanted {
  readonly draft: WeekDraft;
  readonly first: string;
  readonly weeks: number;
  readonly breakMins: number;
  readonly slots: readonly MarketSlot[];
  readonly nowS: number;
}

function previewOf({ draft, first, weeks, breakMins, slots, nowS }: Wanted): readonly Span[] {
  const day = dayIn(first);
  if (!day) {
    return [];
  }
  return slotsOf(
    {
      zone: draft.zone,
      weekly: draft.ranges,
      durationMins: draft.conditions.durationMins,
      breakMins: breakMins || 0,
    },
    { first: day, count: weeks * 7 },
    occupying(slots).map(({ start_s: startS, end_s: endS }) => ({ startS, endS })),
    nowS,
  );
}
