import type { LocalMedia } from '../../core/media/local-media';
import { useObservable } from '../hooks';
import { S } from '../strings';
import { DeviceSelect } from './DeviceSelect';
import { LevelMeter } from './LevelMeter';

/** Microphone and camera: which, and whether they work. */
export function DevicePicker({ local }: { local: LocalMedia }) {
  const state = useObservable(local);
  const { audio, video } = state.tracks;
  return (
    <div className="stack">
      <DeviceSelect
        label={S.devices.microphone}
        devices={state.microphones}
        chosen={state.microphoneId}
        choose={(id) => void local.openMicrophone(id)}
      />
      <div className="level-row">
        {audio ? <LevelMeter track={audio} /> : <span className="level empty" />}
        <p className="hint">{S.devices.speak}</p>
      </div>
      <p className="problem" role="alert">
        {state.microphoneProblem && S.microphoneProblem[state.microphoneProblem]}
      </p>
      {!audio && (
        <button
          type="button"
          onClick={() => void local.openMicrophone()}
          disabled={state.isOpening}
        >
          {S.devices.askMicrophone}
        </button>
      )}
      {video && (
        <DeviceSelect
          label={S.devices.camera}
          devices={state.cameras}
          chosen={state.cameraId}
          choose={(id) => void local.openCamera(id)}
        />
      )}
      <button
        type="button"
        onClick={() => (video ? local.closeCamera() : void local.openCamera())}
        disabled={state.isOpening}
      >
        {video ? S.devices.cameraOff : S.devices.askCamera}
      </button>
      <p className="problem" role="alert">
        {state.cameraProblem && S.cameraProblem[state.cameraProblem]}
      </p>
    </div>
  );
}
