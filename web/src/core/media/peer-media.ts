import type { IceServer, Joined } from '../api/joined';
import type { MediaReport } from '../api/session-api';
import type { TalkEvent } from '../call/event';
import type { IceCandidate, OfferId } from '../call/signal';
import type { Clock } from '../time';
import type { LocalMedia } from './local-media';
import type { OpenPeerConnection } from './peer-connection';
import { PeerLink } from './peer-link';
import { type MediaStats, qualityBetween } from './stats';
import { StatsWatch } from './stats-watch';
import { NO_TRACKS, type Tracks } from './tracks';

/** Told how the media fare; `remote` and `audio` are for the screen. */
export interface MediaListener {
  tell(event: TalkEvent): void;
  remote(tracks: Tracks): void;
  /** The first audio of the peer has arrived. */
  audio(): void;
}

/** Microphone, camera and the connection to the peer, of one call. */
export class PeerMedia {
  private config: RTCConfiguration = {};
  private link: PeerLink | undefined;
  private watch: StatsWatch | undefined;
  private remote = NO_TRACKS;
  private isUp = false;
  private bytes = { sent: 0, received: 0 };
  private stopListening: () => void = () => {};

  constructor(
    private readonly local: LocalMedia,
    private readonly openConnection: OpenPeerConnection,
    private readonly clock: Clock,
    private readonly listener: MediaListener,
  ) {}

  start(seat: Joined): void {
    this.config = configOf(seat);
    this.stopListening = this.local.subscribe(() => this.link?.send(this.local.state.tracks));
  }

  mute(muted: boolean): void {
    this.local.mute(muted);
  }

  offer(id: OfferId, iceRestart: boolean): void {
    this.opened().offer(id, iceRestart);
  }

  answer(id: OfferId, offer: string): void {
    this.opened().answer(id, offer);
  }

  accept(id: OfferId, answer: string): void {
    this.link?.accept(id, answer);
  }

  addCandidate(candidate: IceCandidate): void {
    this.link?.addCandidate(candidate);
  }

  /** Forgets the peer and its connection; with a new seat come new servers. */
  reset(seat?: Joined): void {
    this.config = seat ? configOf(seat) : this.config;
    this.forget();
  }

  /** Lets go of everything but the devices, which are the page's. */
  close(): void {
    this.stopListening();
    this.forget();
  }

  /** What a heartbeat says of the media. */
  get report(): MediaReport {
    return {
      connected: this.isUp,
      bytes_sent: this.bytes.sent,
      bytes_received: this.bytes.received,
    };
  }

  private forget(): void {
    this.watch?.stop();
    this.link?.close();
    this.watch = undefined;
    this.link = undefined;
    this.isUp = false;
    this.showRemote(NO_TRACKS);
  }

  /** Opened with the first description: until then there is nothing to be connected to. */
  private opened(): PeerLink {
    this.link ??= new PeerLink(this.openConnection(this.config), this.local.state.tracks, {
      tell: (event) => this.tell(event),
      remote: (tracks) => this.showRemote(tracks),
    });
    return this.link;
  }

  private tell(event: TalkEvent): void {
    if (event.on === 'media-up' || event.on === 'media-down') {
      this.isUp = event.on === 'media-up';
      this.watchOnce();
    }
    this.listener.tell(event);
  }

  private watchOnce(): void {
    if (this.link) {
      this.watch ??= new StatsWatch(this.link.connection, this.clock, this.seen);
    }
  }

  private readonly seen = (before: MediaStats, now: MediaStats): void => {
    this.bytes = {
      sent: this.bytes.sent + Math.max(0, now.bytesSent - before.bytesSent),
      received: this.bytes.received + Math.max(0, now.bytesReceived - before.bytesReceived),
    };
    if (before.audioBytesReceived === 0 && now.audioBytesReceived > 0) {
      this.listener.audio();
    }
    if (this.isUp) {
      this.listener.tell({ on: 'quality-seen', quality: qualityBetween(before, now) });
    }
  };

  private showRemote(tracks: Tracks): void {
    if (tracks !== this.remote) {
      this.remote = tracks;
      this.listener.remote(tracks);
    }
  }
}

function configOf(seat: Joined): RTCConfiguration {
  return {
    iceServers: seat.ice_servers.map((server: IceServer) => ({
      ...server,
      urls: [...server.urls],
    })),
    iceTransportPolicy: seat.ice_transport_policy,
    bundlePolicy: 'max-bundle',
  };
}
