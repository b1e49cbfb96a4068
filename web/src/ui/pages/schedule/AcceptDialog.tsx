import { useState } from 'react';
import type { HostProfile, MarketSlot, SlotRequest } from '../../../core/api/market';
import { acceptanceProblem } from '../../../core/market/acceptance';
import { occupying } from '../../../core/market/groups';
import { fieldOf, momentIn } from '../../../core/market/moment-field';
import { conditionsOf } from '../../../core/market/week-draft';
import { type Conditions, fitted } from '../../../core/schedule/slot-terms';
import { LEAD_S } from '../../../core/schedule/slots';
import { ConditionsFields, TermsJudgement } from '../../market/ConditionsFields';
import DeedsDialog from '../../market/DeedsDialog';
import { MomentField } from '../../market/MomentField';
import { requestLine } from '../../market/request-line';
import { M } from '../../market/strings';
import { slotTimesIn } from '../../market/times';
import { useNowS } from '../../market/useNowS';
import { useTermsJudgement } from '../../market/useTermsJudgement';
import { Dialog } from '../../parts/Dialog';
import { useMoney } from '../session/useMoney';
import { T } from './strings';

interface Props {
  readonly request: SlotRequest;
  readonly host: HostProfile;
  readonly slots: readonly MarketSlot[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Chosen {
  readonly startS: number;
  readonly conditions: Conditions;
}

/** The host chooses start and terms of a request, then signs. */
export default function AcceptDialog({ request, host, slots, onClose, onDone }: Props) {
  const [chosen, choose] = useState<Chosen>();
  const money = useMoney();
  if (!chosen) {
    return (
      <Dialog heading={T.requests.title} closed={onClose}>
        {(close) => (
          <AcceptForm request={request} host={host} slots={slots} choose={choose} close={close} />
        )}
      </Dialog>
    );
  }
  const { startS, conditions } = chosen;
  return (
    <DeedsDialog
      title={T.requests.title}
      deeds={(deeds) => [
        deeds.acceptRequest(BigInt(request.request_id), { startS, ...conditions }),
      ]}
      onClose={onClose}
      onDone={onDone}
    >
      <p>
        {T.requests.consequence(slotTimesIn(host.time_zone).start(startS), money(request.amount))}
      </p>
    </DeedsDialog>
  );
}

interface FormProps {
  readonly request: SlotRequest;
  readonly host: HostProfile;
  readonly slots: readonly MarketSlot[];
  readonly choose: (chosen: Chosen) => void;
  readonly close: () => void;
}

function AcceptForm({ request, host, slots, choose, close }: FormProps) {
  const nowS = useNowS();
  const money = useMoney();
  const zone = host.time_zone;
  const [start, setStart] = useState(() =>
    fieldOf(Math.max(request.window_start_s, nowS + 2 * LEAD_S), zone),
  );
  const [conditions, setConditions] = useState(() =>
    fitted(conditionsOf(host.booking_defaults), request.duration_mins),
  );
  const judgement = useTermsJudgement(conditions);
  const startS = momentIn(start, zone);
  const taken = occupying(slots).map((slot) => ({ startS: slot.start_s, endS: slot.end_s }));
  const problem = acceptanceProblem(request, startS, taken, nowS);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (startS !== undefined) {
          choose({ startS, conditions });
        }
      }}
    >
      <p>{T.requests.asked(money(request.amount), requestLine(request, slotTimesIn(zone)))}</p>
      <MomentField label={T.requests.start} name="start" value={start} change={setStart} />
      <p className="hint">{M.zone(zone)}</p>
      <p role="alert" className="problem">
        {problem && T.requests.problems[problem]}
      </p>
      <ConditionsFields conditions={conditions} change={setConditions} hasDuration />
      <TermsJudgement {...judgement} />
      <div className="row">
        <button type="button" onClick={close}>
          {T.requests.back}
        </button>
        <button
          type="submit"
          className="primary"
          data-action="choose-terms"
          disabled={problem !== undefined || !judgement.isAllowed}
        >
          {T.requests.goOn}
        </button>
      </div>
    </form>
  );
}
