import type { TalkEvent } from '../call/event';
import type { IceCandidate, OfferId } from '../call/signal';
import type { PeerConnection } from './peer-connection';
import type { Tracks } from './tracks';

/** Told what one connection to the peer does. */
export interface LinkListener {
  tell(event: TalkEvent): void;
  remote(tracks: Tracks): void;
}

/**
 * One connection to the peer. What is asked for is done in the order of the asking (WebRTC's
 * operations chain); an offer, own or remote, takes the place of one that was not answered.
 */
export class PeerLink {
  private chain: Promise<void> = Promise.resolve();
  private isClosed = false;
  private remote: Tracks = {};
  /** Which offer a candidate belongs to: candidates name the description that they are of. */
  private readonly offersByUfrag = new Map<string, OfferId>();

  constructor(
    readonly connection: PeerConnection,
    private sending: Tracks,
    private readonly listener: LinkListener,
  ) {
    connection.onicecandidate = ({ candidate }) => candidate && this.found(candidate);
    connection.onnegotiationneeded = () => this.tell({ on: 'offer-needed', iceRestart: false });
    connection.onconnectionstatechange = () => this.connectionChanged();
    connection.ontrack = ({ track }) => this.received(track);
  }

  offer(id: OfferId, iceRestart: boolean): void {
    this.describe(id, async (connection) => {
      await this.rollBack();
      this.sendTracks();
      this.receiveAudio();
      return connection.createOffer({ iceRestart });
    });
  }

  answer(id: OfferId, sdp: string): void {
    this.describe(id, async (connection) => {
      await connection.setRemoteDescription({ type: 'offer', sdp });
      this.sendTracks();
      return connection.createAnswer();
    });
  }

  accept(id: OfferId, sdp: string): void {
    this.run(id, (connection) => connection.setRemoteDescription({ type: 'answer', sdp }));
  }

  /** One that is of no use is no error. */
  addCandidate(candidate: IceCandidate): void {
    this.run(undefined, (connection) => connection.addIceCandidate(candidate));
  }

  /** A track of the same kind takes the other's place; a new or a missing one needs a new offer. */
  send(tracks: Tracks): void {
    this.sending = tracks;
    const hasBegun = this.connection.getTransceivers().length > 0;
    if (hasBegun) {
      this.run(undefined, async () => this.sendTracks());
    }
  }

  close(): void {
    this.isClosed = true;
    this.connection.close();
  }

  private describe(
    id: OfferId,
    make: (connection: PeerConnection) => Promise<RTCSessionDescriptionInit>,
  ): void {
    this.run(id, async (connection) => {
      const description = await make(connection);
      const sdp = description.sdp ?? '';
      ufragsOf(sdp).forEach((ufrag) => {
        this.offersByUfrag.set(ufrag, id);
      });
      await connection.setLocalDescription(description);
      this.tell({ on: 'described', id, description: sdp });
    });
  }

  private run(
    id: OfferId | undefined,
    act: (connection: PeerConnection) => Promise<unknown>,
  ): void {
    this.chain = this.chain.then(async () => {
      if (this.isClosed) {
        return;
      }
      try {
        await act(this.connection);
      } catch (e) {
        if (id) {
          this.tell({ on: 'not-described', id, detail: String(e) });
        }
      }
    });
  }

  private async rollBack(): Promise<void> {
    const { signalingState } = this.connection;
    if (signalingState === 'have-local-offer') {
      await this.connection.setLocalDescription({ type: 'rollback' });
    } else if (signalingState === 'have-remote-offer') {
      await this.connection.setRemoteDescription({ type: 'rollback' });
    }
  }

  private sendTracks(): void {
    this.sendTrack('audio');
    this.sendTrack('video');
  }

  private sendTrack(kind: 'audio' | 'video'): void {
    const track = this.sending[kind];
    const sender = this.connection.getSenders().find((each) => each.track?.kind === kind);
    if (sender && track) {
      void sender.replaceTrack(track);
    } else if (sender) {
      this.connection.removeTrack(sender);
    } else if (track) {
      this.connection.addTrack(track);
    }
  }

  /** Also where there is no microphone here the other is to be heard. */
  private receiveAudio(): void {
    const hasAudio = this.connection
      .getTransceivers()
      .some(({ receiver }) => receiver.track.kind === 'audio');
    if (!hasAudio) {
      this.connection.addTransceiver('audio', { direction: 'recvonly' });
    }
  }

  private found(candidate: RTCIceCandidate): void {
    const id = this.offersByUfrag.get(candidate.usernameFragment ?? '');
    if (id && candidate.candidate !== '') {
      this.tell({ on: 'candidate-found', id, candidate: asInit(candidate) });
    }
  }

  private connectionChanged(): void {
    const state = this.connection.connectionState;
    if (state === 'connected') {
      this.tell({ on: 'media-up' });
    } else if (state === 'disconnected' || state === 'failed') {
      this.tell({ on: 'media-down' });
    }
  }

  private received(track: MediaStreamTrack): void {
    const show = () => {
      this.remote = { ...this.remote, [track.kind]: track.muted ? undefined : track };
      if (!this.isClosed) {
        this.listener.remote(this.remote);
      }
    };
    track.onmute = show;
    track.onunmute = show;
    show();
  }

  private tell(event: TalkEvent): void {
    if (!this.isClosed) {
      this.listener.tell(event);
    }
  }
}

const ufragsOf = (sdp: string): readonly string[] =>
  [...sdp.matchAll(/^a=ice-ufrag:(.+?)\r?$/gm)].map((match) => match[1] ?? '');

function asInit(candidate: RTCIceCandidate): IceCandidate {
  return {
    candidate: candidate.candidate,
    ...(candidate.sdpMid !== null && { sdpMid: candidate.sdpMid }),
    ...(candidate.sdpMLineIndex !== null && { sdpMLineIndex: candidate.sdpMLineIndex }),
    ...(candidate.usernameFragment !== null && { usernameFragment: candidate.usernameFragment }),
  };
}
