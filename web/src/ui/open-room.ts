import { AlarmClock } from '../core/alarm-clock';
import { Exchange } from '../core/api/exchange';
import { fetchTransport } from '../core/api/fetch-transport';
import { keep, takeKept } from '../core/app/kept';
import { LocalMedia } from '../core/media/local-media';
import { Room } from '../core/room/room';
import { browserSocket } from '../core/signalling/socket';
import AlarmWorker from './alarm-worker?worker';
import { signInDomain } from './sign-in-domain';

/** The room of this page, with all that a browser gives; the one place that knows of both. */
export function openRoom(bookingId: string): { room: Room; local: LocalMedia } {
  const clock = new AlarmClock(new AlarmWorker(), () => Date.now());
  const local = new LocalMedia(navigator.mediaDevices);
  const room = new Room({
    bookingId,
    domain: signInDomain(),
    exchange: new Exchange(fetchTransport, clock),
    local,
    openConnection: (config) => new RTCPeerConnection(config),
    openSocket: browserSocket,
    clock,
  });
  followPage(room);
  void room.load(takeKept(sessionStorage));
  return { room, local };
}

/** A page that goes leaves its seat; one that a browser froze and brings back begins anew. */
function followPage(room: Room): void {
  addEventListener('pagehide', () => keep(sessionStorage, room.goneWithThePage()));
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      location.reload();
    }
  });
  addEventListener('online', () => room.state.call?.networkChanged());
}
