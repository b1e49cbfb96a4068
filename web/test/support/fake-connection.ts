import type { PeerConnection } from '../../src/core/media/peer-connection';

type State = RTCSignalingState;

interface FakeSender {
  track: { kind: string } | null;
  replaceTrack(track: { kind: string }): Promise<void>;
}

/**
 * The signalling states of RTCPeerConnection (W3C webrtc, 4.3.1), with descriptions that are words.
 * Two whose descriptions meet are connected.
 */
export class FakeConnection {
  signalingState: State = 'stable';
  connectionState: RTCPeerConnectionState = 'new';
  localDescription: RTCSessionDescription | null = null;
  onicecandidate: ((event: { candidate: unknown }) => void) | null = null;
  onnegotiationneeded: (() => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  ontrack: ((event: { track: unknown }) => void) | null = null;
  readonly done: string[] = [];
  readonly tracks: FakeSender[] = [];
  private made = 0;
  isClosed = false;

  constructor(
    readonly name: string,
    readonly config: RTCConfiguration = {},
  ) {}

  get asConnection(): PeerConnection {
    return this as unknown as PeerConnection;
  }

  async createOffer(options: { iceRestart: boolean }): Promise<RTCSessionDescriptionInit> {
    this.made += 1;
    return { type: 'offer', sdp: this.sdp(options.iceRestart ? 'restart' : 'offer') };
  }

  async createAnswer(): Promise<RTCSessionDescriptionInit> {
    this.made += 1;
    this.require('have-remote-offer');
    return { type: 'answer', sdp: this.sdp('answer') };
  }

  async setLocalDescription({ type }: RTCSessionDescriptionInit): Promise<void> {
    this.done.push(`local ${type}`);
    this.become(type, 'have-local-offer', 'have-remote-offer');
    if (type !== 'rollback') {
      const candidate = {
        candidate: `candidate:${this.made}`,
        sdpMid: '0',
        sdpMLineIndex: 0,
        usernameFragment: this.ufrag,
      };
      this.onicecandidate?.({ candidate });
    }
  }

  async setRemoteDescription({ type }: RTCSessionDescriptionInit): Promise<void> {
    this.done.push(`remote ${type}`);
    if (type === 'offer' && this.signalingState === 'have-local-offer') {
      this.signalingState = 'stable';
    }
    this.become(type, 'have-remote-offer', 'have-local-offer');
  }

  async addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    this.done.push(`add ${candidate.candidate}`);
  }

  addTrack(track: { kind: string }): void {
    const sender: FakeSender = {
      track,
      replaceTrack: async (other) => {
        sender.track = other;
      },
    };
    this.tracks.push(sender);
  }

  removeTrack(sender: FakeSender): void {
    sender.track = null;
  }

  addTransceiver(kind: string): void {
    this.done.push(`receive ${kind}`);
  }

  getSenders(): readonly FakeSender[] {
    return this.tracks;
  }

  getTransceivers() {
    return this.tracks.map(({ track }) => ({ receiver: { track: { kind: track?.kind } } }));
  }

  async getStats() {
    const bytes = this.connectionState === 'connected' ? 1_000 : 0;
    return new Map([
      ['in', { type: 'inbound-rtp', kind: 'audio', bytesReceived: bytes, packetsReceived: 10 }],
      ['out', { type: 'outbound-rtp', kind: 'audio', bytesSent: bytes * 2 }],
    ]);
  }

  close(): void {
    this.isClosed = true;
    this.signalingState = 'closed';
  }

  /** The line is cut, or found again. */
  is(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.();
  }

  private get ufrag(): string {
    return `${this.name}-${this.made}`;
  }

  private sdp(what: string): string {
    return `v=0\r\no=${this.name} ${what}\r\na=ice-ufrag:${this.ufrag}\r\n`;
  }

  private become(type: RTCSdpType, ofOffer: State, answers: State): void {
    if (type === 'offer') {
      this.signalingState = ofOffer;
      return;
    }
    if (type === 'answer') {
      this.require(answers);
    }
    this.signalingState = 'stable';
    if (type === 'answer') {
      queueMicrotask(() => this.is('connected'));
    }
  }

  private require(state: State): void {
    if (this.signalingState !== state) {
      throw new DOMException(`${this.signalingState}, not ${state}`, 'InvalidStateError');
    }
  }
}
