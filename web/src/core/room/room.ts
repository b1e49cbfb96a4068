import { roleOf } from '../api/booking';
import type { Exchange } from '../api/exchange';
import { PublicApi } from '../api/public-api';
import { SessionApi } from '../api/session-api';
import { SignIn } from '../api/sign-in';
import type { Kept } from '../app/kept';
import { Call } from '../call/call';
import type { CallView } from '../call/call-view';
import type { LocalMedia } from '../media/local-media';
import type { OpenPeerConnection } from '../media/peer-connection';
import { Observable } from '../observable';
import type { Result } from '../result';
import type { OpenSocket } from '../signalling/socket';
import type { Clock } from '../time';
import type { KeptAccount, Wallet } from '../wallet/wallet';
import { codeOf, NEW_ROOM, type RoomState } from './room-state';
import { StandingWatch } from './standing-watch';

/** What a room needs of the world. */
export interface RoomParts {
  readonly bookingId: string;
  /** The page's own: what sign-in messages must name. */
  readonly domain: string;
  readonly exchange: Exchange;
  readonly local: LocalMedia;
  readonly openConnection: OpenPeerConnection;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
}

interface SignedIn {
  readonly signIn: SignIn;
  readonly api: SessionApi;
}

/** The way of one party through one session's page: sign in, check devices, call, and after it. */
export class Room extends Observable<RoomState> {
  private line: SignedIn | undefined;
  private account: KeptAccount | undefined;
  private standings: StandingWatch | undefined;
  private stopListening: () => void = () => {};

  constructor(private readonly parts: RoomParts) {
    super(NEW_ROOM);
  }

  /** Reads what everybody may; goes on where a reload interrupted, if it did. */
  async load(kept: Kept | undefined): Promise<void> {
    const api = new PublicApi(this.parts.exchange);
    const [about, booking] = await Promise.all([api.about(), api.booking(this.parts.bookingId)]);
    if (about.kind !== 'ok' || booking.kind !== 'ok') {
      this.set({ step: 'failed', problem: codeOf(about.kind === 'ok' ? booking : about) });
      return;
    }
    this.set({ about: about.value, booking: booking.value, problem: '' });
    this.line = this.lineTo(about.value.chain_id);
    if (kept) {
      await this.resume(kept, this.line.signIn);
    } else {
      this.set({ step: 'sign-in' });
    }
  }

  /** Asks the wallet; it may be one that still has to be connected. */
  async signIn(connect: () => Promise<Wallet>): Promise<void> {
    if (!this.line || this.state.isBusy) {
      return;
    }
    this.set({ isBusy: true, problem: '' });
    try {
      const wallet = await connect();
      this.account = wallet.kept;
      this.signedIn(await this.line.signIn.with(wallet));
    } catch {
      this.set({ problem: 'wallet_refused' });
    }
    this.set({ isBusy: false });
  }

  async signOut(): Promise<void> {
    const { wallet: _, role: __, ...others } = this.state;
    this.replaceAll({ ...others, step: 'sign-in' });
    this.parts.local.close();
    await this.line?.signIn.out();
  }

  /** Joins, or waits for the join to open. Each call is a new one. */
  join(): void {
    if (!this.line) {
      return;
    }
    this.endCall();
    const { api } = this.line;
    const call = new Call({ ...this.parts, api, relayOnly: this.state.relayOnly });
    const { standing: _, ...others } = this.state;
    this.replaceAll({ ...others, call, step: 'call' });
    this.follow(call, api);
    call.start();
  }

  relayOnly(relayOnly: boolean): void {
    this.set({ relayOnly });
  }

  /** From after a call back to the devices. */
  back(): void {
    this.endCall();
    const { call: _, ...others } = this.state;
    this.replaceAll({ ...others, step: 'devices' });
  }

  /** The service's time, as far as is known. */
  get serviceNowMs(): number {
    return this.line?.signIn.serviceNowMs ?? this.parts.clock.nowMs();
  }

  /** The page goes away; the answer is what the next one needs to go on. */
  goneWithThePage(): Kept | undefined {
    const { call, relayOnly } = this.state;
    const signIn = this.line?.signIn.kept;
    const inCall = call !== undefined && !isOver(call.state);
    call?.goneWithThePage();
    const { bookingId } = this.parts;
    return (
      signIn && {
        signIn,
        ...(this.account && { account: this.account }),
        call: { bookingId, inCall, relayOnly },
      }
    );
  }

  /** Nothing is shown until it is known where to go on. */
  private async resume(kept: Kept, signIn: SignIn): Promise<void> {
    const answer = await signIn.resume(kept.signIn);
    const call = kept.call?.bookingId === this.parts.bookingId ? kept.call : undefined;
    this.account = kept.account;
    this.set({ relayOnly: call?.relayOnly ?? false });
    this.signedIn(answer);
    if (call?.inCall && this.state.step === 'devices') {
      // Not waited for: a browser may ask its user first, and presence pays.
      void this.parts.local.openMicrophone();
      this.join();
    }
  }

  private lineTo(chainId: number): SignedIn {
    const { bookingId, domain, exchange, clock } = this.parts;
    const signIn = new SignIn({ domain, chainId }, exchange, clock);
    return { signIn, api: new SessionApi(bookingId, exchange, signIn) };
  }

  private signedIn(answer: Result<string>): void {
    if (answer.kind !== 'ok') {
      this.set({ problem: codeOf(answer), step: 'sign-in' });
      return;
    }
    const wallet = answer.value;
    const role = this.state.booking && roleOf(this.state.booking, wallet);
    this.set(
      role ? { wallet, role, step: 'devices' } : { problem: 'not_a_participant', step: 'sign-in' },
    );
  }

  private follow(call: Call, api: SessionApi): void {
    const tell = (standing: RoomState['standing']) => standing && this.set({ standing });
    const standings = new StandingWatch(() => api.standing(), this.parts.clock, tell);
    let phase = call.state.phase.name;
    this.standings = standings;
    this.stopListening = call.subscribe(() => {
      standings.present(call.state.isPresent);
      if (call.state.phase.name !== phase) {
        phase = call.state.phase.name;
        standings.soon();
        this.letGoOfDevicesAfter(call);
      }
    });
  }

  /** Nobody's microphone stays open once the talk is over. */
  private letGoOfDevicesAfter({ state }: Call): void {
    if (state.phase.name === 'Ended' || state.phase.name === 'Failed') {
      this.parts.local.close();
    }
  }

  private endCall(): void {
    this.state.call?.hangUp();
    this.standings?.stop();
    this.stopListening();
  }
}

const isOver = ({ phase }: CallView): boolean => phase.name === 'Ended';
