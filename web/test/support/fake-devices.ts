import { LocalMedia } from '../../src/core/media/local-media';

/** One microphone and one camera, or an error in their place. */
export class FakeDevices extends EventTarget {
  error: string | undefined;
  readonly stopped: string[] = [];
  private made = 0;

  async getUserMedia(wanted: MediaStreamConstraints): Promise<MediaStream> {
    if (this.error) {
      throw new DOMException('no', this.error);
    }
    const track = this.track(wanted.audio ? 'audio' : 'video');
    return { getTracks: () => [track] } as unknown as MediaStream;
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return [device('audioinput', 'mic'), device('videoinput', 'cam'), device('audioinput', '')];
  }

  private track(kind: string): MediaStreamTrack {
    this.made += 1;
    const name = `${kind}-${this.made}`;
    const track = {
      kind,
      enabled: true,
      onended: null,
      stop: () => this.stopped.push(name),
      getSettings: () => ({ deviceId: kind === 'audio' ? 'mic' : 'cam' }),
    };
    return track as unknown as MediaStreamTrack;
  }
}

export const localMedia = (devices: FakeDevices): LocalMedia =>
  new LocalMedia(devices as unknown as ConstructorParameters<typeof LocalMedia>[0]);

const device = (kind: MediaDeviceKind, deviceId: string): MediaDeviceInfo => ({
  kind,
  deviceId,
  label: deviceId,
  groupId: '',
  toJSON: () => ({}),
});
