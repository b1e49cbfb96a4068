import { Observable } from '../observable';
import { NO_TRACKS, type Tracks } from './tracks';

/** What is used of a browser's MediaDevices. */
export type Devices = Pick<
  MediaDevices,
  'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>;

/** Why a device gives nothing. */
export type DeviceProblem = 'denied' | 'none' | 'busy' | 'unsupported';

/** A device to choose. */
export interface Device {
  readonly id: string;
  readonly label: string;
}

/** What there is of devices, and what is open. */
export interface LocalState {
  readonly microphones: readonly Device[];
  readonly cameras: readonly Device[];
  readonly microphoneId: string;
  readonly cameraId: string;
  readonly tracks: Tracks;
  readonly muted: boolean;
  readonly isOpening: boolean;
  readonly microphoneProblem?: DeviceProblem;
  readonly cameraProblem?: DeviceProblem;
}

const CLOSED: LocalState = {
  microphones: [],
  cameras: [],
  microphoneId: '',
  cameraId: '',
  tracks: NO_TRACKS,
  muted: false,
  isOpening: false,
};

type Kind = 'audio' | 'video';

/** The microphone and the camera of this page: chosen, opened, silenced, closed. */
export class LocalMedia extends Observable<LocalState> {
  constructor(private readonly devices: Devices | undefined) {
    super(CLOSED);
    devices?.addEventListener('devicechange', this.listDevices);
  }

  openMicrophone(id = this.state.microphoneId): Promise<void> {
    return this.open('audio', id);
  }

  openCamera(id = this.state.cameraId): Promise<void> {
    return this.open('video', id);
  }

  closeCamera(): void {
    this.replace('video', undefined);
  }

  mute(muted: boolean): void {
    this.set({ muted });
    this.applyMute();
  }

  /** Lets go of all devices; they can be opened again. */
  close(): void {
    this.replace('video', undefined);
    this.replace('audio', undefined);
  }

  private async open(kind: Kind, id: string): Promise<void> {
    this.set({ isOpening: true });
    try {
      const track = await this.openTrack(kind, id);
      this.replace(kind, track);
      this.set(kind === 'audio' ? { microphoneId: idOf(track) } : { cameraId: idOf(track) });
      this.applyMute();
      this.tellProblem(kind, undefined);
    } catch (e) {
      this.tellProblem(kind, problemOf(e));
    }
    this.set({ isOpening: false });
    await this.listDevices();
  }

  private async openTrack(kind: Kind, id: string): Promise<MediaStreamTrack> {
    if (!this.devices) {
      throw new DOMException('no devices on an insecure page', 'NotSupportedError');
    }
    const chosen = id === '' ? {} : { deviceId: { exact: id } };
    const wanted = kind === 'audio' ? { ...VOICE, ...chosen } : { ...PICTURE, ...chosen };
    const stream = await this.devices.getUserMedia({ [kind]: wanted });
    const track = stream.getTracks()[0];
    if (!track) {
      throw new DOMException('an empty stream', 'NotFoundError');
    }
    return track;
  }

  private replace(kind: Kind, track: MediaStreamTrack | undefined): void {
    const { [kind]: former, ...others } = this.state.tracks;
    if (track) {
      track.onended = () => this.ended(kind, track);
    }
    this.set({ tracks: { ...others, [kind]: track } });
    former?.stop();
  }

  /** Pulled out, or taken by the system. */
  private ended(kind: Kind, track: MediaStreamTrack): void {
    if (this.state.tracks[kind] === track) {
      this.replace(kind, undefined);
      this.tellProblem(kind, 'none');
    }
  }

  private tellProblem(kind: Kind, problem: DeviceProblem | undefined): void {
    const { microphoneProblem, cameraProblem, ...others } = this.state;
    const both = { microphoneProblem, cameraProblem };
    const now = { ...both, [kind === 'audio' ? 'microphoneProblem' : 'cameraProblem']: problem };
    this.replaceAll({
      ...others,
      ...(now.microphoneProblem && { microphoneProblem: now.microphoneProblem }),
      ...(now.cameraProblem && { cameraProblem: now.cameraProblem }),
    });
  }

  private applyMute(): void {
    const { audio } = this.state.tracks;
    if (audio) {
      audio.enabled = !this.state.muted;
    }
  }

  private readonly listDevices = async (): Promise<void> => {
    const all = (await this.devices?.enumerateDevices()) ?? [];
    this.set({
      microphones: devicesOf(all, 'audioinput'),
      cameras: devicesOf(all, 'videoinput'),
    });
  };
}

const VOICE = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const PICTURE = { width: { ideal: 1_280 }, height: { ideal: 720 } };

const idOf = (track: MediaStreamTrack): string => track.getSettings().deviceId ?? '';

/** Before permission is given devices have no id and no name: there is nothing to choose yet. */
const devicesOf = (all: readonly MediaDeviceInfo[], kind: MediaDeviceKind): readonly Device[] =>
  all
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));

const PROBLEMS: Readonly<Record<string, DeviceProblem>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

const problemOf = (e: unknown): DeviceProblem =>
  (e instanceof Error && PROBLEMS[e.name]) || 'unsupported';
