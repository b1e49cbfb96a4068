import { useState } from 'react';
import type { MarketSlot } from '../../../core/api/market';
import { daysWithSlots, openAhead } from '../../../core/market/groups';
import type { HostMarket } from '../../../core/market/market';
import { codeOf } from '../../../core/room/room-state';
import { isoDay } from '../../../core/schedule/zoned';
import { dayName, slotTimesIn } from '../../market/times';
import { useNowS } from '../../market/useNowS';
import { problemText } from '../../strings';
import { CancelSlots } from './CancelSlots';
import type { SectionProps } from './section';
import { T } from './strings';

/** Whether guests may book, and what the chain still lets them book where they may not. */
export function Accepting({ host, slots, canAct, reload, own }: SectionProps & Own) {
  const { isBusy, problem, turn } = useTurning(own);
  const [cancelling, setCancelling] = useState(false);
  const open = openAhead(slots, useNowS());
  const isOn = host.accepting_bookings;
  return (
    <section className="card" aria-labelledby="accepting">
      <h2 id="accepting">{T.accepting.heading}</h2>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        className="switch"
        data-action="accepting"
        disabled={!canAct || isBusy}
        onClick={() => void turn(!isOn)}
      >
        <span>{T.accepting.label}</span>
        <strong>{isOn ? T.accepting.on : T.accepting.off}</strong>
      </button>
      <p>{isOn ? T.accepting.onText : T.accepting.offText}</p>
      <p role="alert" className="problem">
        {problem && `${T.accepting.notSaved} ${problemText(problem)}`}
      </p>
      {!isOn && (
        <StillOpen
          slots={open}
          zone={host.time_zone}
          canAct={canAct}
          cancel={() => setCancelling(true)}
        />
      )}
      {cancelling && (
        <CancelSlots
          slotIds={open.map(({ slot_id: id }) => id)}
          onClose={() => setCancelling(false)}
          onDone={reload}
        />
      )}
    </section>
  );
}

interface Own {
  readonly own: HostMarket;
}

interface StillOpenProps {
  readonly slots: readonly MarketSlot[];
  readonly zone: string;
  readonly canAct: boolean;
  readonly cancel: () => void;
}

function StillOpen({ slots, zone, canAct, cancel }: StillOpenProps) {
  if (slots.length === 0) {
    return <p className="hint">{T.accepting.none}</p>;
  }
  const times = slotTimesIn(zone);
  return (
    <div className="stack" data-status="still-open">
      <p>{T.accepting.remaining(slots.length)}</p>
      <ul className="still-open">
        {daysWithSlots(zone, slots).map((of) => (
          <li key={isoDay(of.day)}>
            <strong>{dayName(of.day)}</strong>{' '}
            {of.slots.map((slot) => times.range(slot.start_s, slot.end_s)).join(', ')}
          </li>
        ))}
      </ul>
      <div className="row">
        <button
          type="button"
          className="danger"
          data-action="cancel-all"
          disabled={!canAct}
          onClick={cancel}
        >
          {T.accepting.cancelAll(slots.length)}
        </button>
      </div>
    </div>
  );
}

function useTurning(own: HostMarket) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const turn = async (isOn: boolean) => {
    setBusy(true);
    setProblem(codeOf(await own.save({ accepting_bookings: isOn })));
    setBusy(false);
  };
  return { isBusy, problem, turn };
}
