import { type FormEvent, useState } from 'react';
import type { HostMarket } from '../../../core/market/market';
import { draftOf, isSound, settingsOf, type WeekDraft } from '../../../core/market/week-draft';
import { codeOf } from '../../../core/room/room-state';
import { isZone } from '../../../core/schedule/zoned';
import { ConditionsFields, TermsJudgement } from '../../market/ConditionsFields';
import { M } from '../../market/strings';
import { useTermsJudgement } from '../../market/useTermsJudgement';
import { problemText } from '../../strings';
import { localTimes } from '../../times';
import { MakeSlots } from './MakeSlots';
import type { SectionProps } from './section';
import { T } from './strings';
import { WeekDays } from './WeekDays';

/** The host's week and terms, and the times that are made of them. */
export function Week(props: SectionProps & { readonly own: HostMarket }) {
  const { host, canAct, own } = props;
  const [draft, setDraft] = useState(() => draftOf(host, localTimes.zone));
  const judgement = useTermsJudgement(draft.conditions);
  const { said, save } = useSaving(own, draft);
  const isAllowed = isSound(draft) && judgement.isAllowed;
  return (
    <>
      <section className="card" aria-labelledby="week">
        <h2 id="week">{T.week.heading}</h2>
        <form className="stack" onSubmit={save} noValidate>
          <WhoAndWhere draft={draft} change={setDraft} />
          <WeekDays draft={draft} change={setDraft} />
          <h3>{M.conditions.heading}</h3>
          <ConditionsFields
            conditions={draft.conditions}
            change={(conditions) => setDraft({ ...draft, conditions })}
            hasDuration={false}
          />
          <TermsJudgement {...judgement} />
          <p role="status">{said}</p>
          <div className="row">
            <button type="submit" data-action="save-week" disabled={!canAct || !isAllowed}>
              {T.week.save}
            </button>
          </div>
        </form>
      </section>
      <MakeSlots {...props} draft={draft} isAllowed={isAllowed} />
    </>
  );
}

interface DraftProps {
  readonly draft: WeekDraft;
  readonly change: (to: WeekDraft) => void;
}

function WhoAndWhere({ draft, change }: DraftProps) {
  const isKnown = isZone(draft.zone);
  return (
    <div className="fields">
      <div className="field">
        <label htmlFor="name">{T.week.name}</label>
        <input
          id="name"
          name="display_name"
          autoComplete="nickname"
          maxLength={80}
          value={draft.name}
          onChange={(event) => change({ ...draft, name: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="zone">{T.week.zone}</label>
        <input
          id="zone"
          name="time_zone"
          list="zones"
          autoComplete="off"
          value={draft.zone}
          aria-invalid={!isKnown}
          aria-describedby="zone-problem"
          onChange={(event) => change({ ...draft, zone: event.target.value })}
        />
        <datalist id="zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <p id="zone-problem" role="alert" className="problem">
          {!isKnown && T.week.badZone}
        </p>
      </div>
    </div>
  );
}

function useSaving(own: HostMarket, draft: WeekDraft) {
  const [said, setSaid] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setSaid(T.week.saving);
    const code = codeOf(await own.save(settingsOf(draft)));
    setSaid(code === '' ? T.week.saved : T.week.notSaved(problemText(code)));
  };
  return { said, save };
}
