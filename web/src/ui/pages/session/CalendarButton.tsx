import type { ChainBooking } from '../../../core/api/chain-booking';
import { pathOf } from '../../../core/app/route';
import { calendarFile } from '../../../core/session/calendar';
import { useApp } from '../../app/context';
import { span } from '../../format';
import { T } from './strings';

/** Hands the session to whoever's calendar, as a file. */
export function CalendarButton({ id, booking }: { id: string; booking: ChainBooking }) {
  const app = useApp();
  const save = () => {
    const file = calendarFile({
      uid: `${booking.booking_id}@${booking.escrow}`,
      madeAtMs: app.serviceNowMs,
      startS: booking.slot.start_s,
      endS: booking.slot.end_s,
      summary: T.calendar.summary(id),
      description: T.calendar.description(
        `${location.origin}${pathOf({ page: 'host', address: booking.host })}`,
        `${location.origin}${pathOf({ page: 'call', booking: id })}`,
        span(booking.slot.duration_mins * 60_000),
      ),
      url: `${location.origin}${pathOf({ page: 'session', booking: id })}`,
      isCancelled: booking.status === 'Cancelled',
    });
    download(file, T.calendar.name(id));
  };
  return (
    <button type="button" data-action="calendar" onClick={save}>
      {T.calendar.file}
    </button>
  );
}

function download(file: string, name: string): void {
  const address = URL.createObjectURL(new Blob([file], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
