import { createRoot } from 'react-dom/client';
import { CallPage } from './CallPage';
import { openRoom } from './open-room';

/** The page of one session's call in this element. */
export function openCall(root: HTMLElement, booking: string): void {
  const { room, local } = openRoom(booking);
  createRoot(root).render(<CallPage bookingId={booking} room={room} local={local} />);
}
