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

/** What booking a time means, then the booking, and when that is closed its session. */
export default function BookDialog({ slot, onClose, reload }: Props) {
  const [step, setStep] = useState<'open' | 'booked' | 'leaving'>('open');
  useSessionOf(slot, step === 'leaving');
  if (step === 'leaving') {
    return <p role="status">{H.book.booked}</p>;
  }
  const booked = () => {
    setStep('booked');
    reload();
  };
  return (
    <PayingDialog
      title={H.book.title}
      deed={({ deeds }, allowance) =>
        deeds.book({ slotId: BigInt(slot.slot_id), price: slot.price }, allowance)
      }
      onClose={() => (step === 'booked' ? setStep('leaving') : onClose())}
      onDone={booked}
    >
      <Agreement slot={slot} />
    </PayingDialog>
  );
}

/** Opens the session of a booking as soon as the service knows its number. */
function useSessionOf({ booking_id: booking }: MarketSlot, isLeaving: boolean): void {
  useEffect(() => {
    if (isLeaving && booking !== undefined) {
      go({ page: 'session', booking: String(booking) });
    }
  }, [isLeaving, booking]);
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
