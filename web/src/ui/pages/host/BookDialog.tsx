import { useEffect, useState } from 'react';
import type { MarketSlot } from '../../../core/api/market';
import { useAppState } from '../../app/context';
import { go } from '../../app/router';
import { span } from '../../format';
import PayingDialog from '../../market/PayingDialog';
import { useNowS } from '../../market/useNowS';
import { localTimes } from '../../times';
import { useMoney } from '../session/useMoney';
import { bookingPromises } from './promises';
import { H } from './strings';

const moment = (atS: number): string => localTimes.moment(atS * 1_000);

interface Props {
  readonly slot: MarketSlot;
  readonly onClose: () => void;
  readonly reload: () => void;
}

/** What booking a time means, then the booking, then its session. */
export default function BookDialog({ slot, onClose, reload }: Props) {
  const [isDone, setDone] = useState(false);
  useSessionOf(slot, isDone);
  const done = () => {
    setDone(true);
    reload();
  };
  return (
    <>
      <PayingDialog
        title={H.book.title}
        deed={({ deeds }, allowance) =>
          deeds.book({ slotId: BigInt(slot.slot_id), price: slot.price }, allowance)
        }
        onClose={onClose}
        onDone={done}
      >
        <Agreement slot={slot} />
      </PayingDialog>
      {isDone && <p role="status">{H.book.booked}</p>}
    </>
  );
}

/** Once the chain has the booking, its session is opened as soon as the service knows its number. */
function useSessionOf(slot: MarketSlot, isDone: boolean): void {
  const booking = slot.booking_id;
  useEffect(() => {
    if (isDone && booking !== undefined) {
      go({ page: 'session', booking: String(booking) });
    }
  }, [isDone, booking]);
}

function Agreement({ slot }: { slot: MarketSlot }) {
  const { about } = useAppState();
  const money = useMoney();
  const nowS = useNowS();
  const terms = about?.terms;
  return (
    <>
      <p>
        <strong>{H.book.when(moment(slot.start_s), span(slot.duration_mins * 60_000))}</strong>
      </p>
      {terms && (
        <>
          <h3 className="promises-heading">{H.book.agree}</h3>
          <ul className="promises">
            {bookingPromises(
              slot,
              { ...terms, challenge_bond: BigInt(terms.challenge_bond) },
              nowS,
              { money, moment },
            ).map(({ kind, sentence }) => (
              <li key={kind} data-promise={kind}>
                {sentence}
              </li>
            ))}
          </ul>
          <p className="hint">{H.book.change}</p>
        </>
      )}
    </>
  );
}
