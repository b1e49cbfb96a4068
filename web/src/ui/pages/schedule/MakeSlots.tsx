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
  const [days, setDays] = useState<ChosenDays>(() => ({
    first: isoDay(civilAt(draft.zone, nowS)),
    weeks: 1,
    breakMins: 0,
  }));
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [made, setMade] = useState<readonly Span[]>();
  const preview = isAllowed ? previewOf(draft, days, slots, nowS) : [];
  const chosen = preview.filter(({ startS }) => !left.has(startS));
  const price = host.base_price;
  return (
    <section className="card" aria-labelledby="make">
      <h2 id="make">{T.make.heading}</h2>
      <p>{T.make.text}</p>
      <DaysFields days={days} change={setDays} />
      <NewSlots
        isAllowed={isAllowed}
        slots={preview}
        zone={draft.zone}
        left={left}
        leave={setLeft}
      />
      {price === undefined && <p className="problem">{T.make.noPrice}</p>}
      <div className="row">
        <button
          type="button"
          className="primary"
          data-action="make-slots"
          disabled={!canAct || price === undefined || chosen.length === 0}
          onClick={() => setMade(chosen)}
        >
          {T.make.create(chosen.length)}
        </button>
      </div>
      {made && price !== undefined && (
        <Suspense fallback={<p role="status">{S.loading}</p>}>
          <MakeDialog
            slots={made}
            conditions={draft.conditions}
            price={price}
            onClose={() => setMade(undefined)}
            onDone={reload}
          />
        </Suspense>
      )}
    </section>
  );
}

interface ChosenDays {
  /** As a date field has it. */
  readonly first: string;
  readonly weeks: number;
  readonly breakMins: number;
}

interface DaysFieldsProps {
  readonly days: ChosenDays;
  readonly change: (to: ChosenDays) => void;
}

function DaysFields({ days, change }: DaysFieldsProps) {
  const set = (part: Partial<ChosenDays>) => change({ ...days, ...part });
  return (
    <div className="fields">
      <div className="field">
        <label htmlFor="first">{T.make.from}</label>
        <input
          id="first"
          type="date"
          value={days.first}
          onChange={(event) => set({ first: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="weeks">{T.make.weeks}</label>
        <select
          id="weeks"
          value={days.weeks}
          onChange={(event) => set({ weeks: Number(event.target.value) })}
        >
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
        value={days.breakMins}
        change={(breakMins) => set({ breakMins })}
      />
    </div>
  );
}

function previewOf(
  { zone, ranges, conditions }: WeekDraft,
  { first, weeks, breakMins }: ChosenDays,
  slots: readonly MarketSlot[],
  nowS: number,
): readonly Span[] {
  const day = dayIn(first);
  const { durationMins } = conditions;
  return day
    ? slotsOf(
        { zone, weekly: ranges, durationMins, breakMins: breakMins || 0 },
        { first: day, count: weeks * 7 },
        occupying(slots).map(({ start_s: startS, end_s: endS }) => ({ startS, endS })),
        nowS,
      )
    : [];
}
