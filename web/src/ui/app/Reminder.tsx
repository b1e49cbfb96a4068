import { useEffect } from 'react';
import type { ChainBooking } from '../../core/api/chain-booking';
import { sessionToRemindOf } from '../../core/home/reminder';
import { span } from '../format';
import { useEvery, useObservable } from '../hooks';
import { useApp } from './context';
import { Link } from './router';
import { useSessions } from './sessions';
import { A } from './strings';

const LOOK_EVERY_MS = 5_000;

/** Says on every page that a session of this wallet starts soon. */
export function Reminder({ wallet }: { wallet: string }) {
  const app = useApp();
  const { bookings = [] } = useObservable(useSessions(wallet));
  const nowMs = useEvery(LOOK_EVERY_MS, () => app.serviceNowMs);
  const soon = sessionToRemindOf(bookings, nowMs / 1_000);
  useNotification(soon);
  return (
    <div role="status">
      {soon && (
        <p className="reminder" data-status="reminder">
          {A.reminder.soon(span(soon.slot.start_s * 1_000 - nowMs))}{' '}
          <Link to={{ page: 'session', booking: String(soon.booking_id) }}>
            {A.reminder.session(soon.booking_id)}
          </Link>{' '}
          <Link to={{ page: 'call', booking: String(soon.booking_id) }}>{A.reminder.join}</Link>
        </p>
      )}
    </div>
  );
}

/** By the browser too, where its user has allowed that; several tabs make one of it. */
function useNotification(soon: ChainBooking | undefined): void {
  const id = soon?.booking_id;
  useEffect(() => {
    if (id !== undefined && 'Notification' in window && Notification.permission === 'granted') {
      new Notification(A.reminder.title, { body: A.reminder.session(id), tag: `session-${id}` });
    }
  }, [id]);
}
