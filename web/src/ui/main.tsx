import { createRoot } from 'react-dom/client';
import { CallPage } from './CallPage';
import { NotHere } from './NotHere';
import { openRoom } from './open-room';
import './style/index.css';

/** `/call/{booking}`: the one page so far. */
const bookingId = /^\/call\/([^/]+)\/?$/.exec(location.pathname)?.[1];

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(bookingId ? callPage(decodeURIComponent(bookingId)) : <NotHere />);
}

function callPage(booking: string) {
  const { room, local } = openRoom(booking);
  return <CallPage bookingId={booking} room={room} local={local} />;
}
