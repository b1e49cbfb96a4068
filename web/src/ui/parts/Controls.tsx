import type { ReactNode } from 'react';
import { S } from '../strings';
import { Icon } from './icons';

interface Props {
  readonly isMuted: boolean;
  readonly hasCamera: boolean;
  readonly mute: () => void;
  readonly camera: () => void;
  readonly devices: () => void;
  readonly leave: () => void;
}

/** What one can do in a call. */
export function Controls({ isMuted, hasCamera, mute, camera, devices, leave }: Props) {
  return (
    <div className="controls" role="toolbar" aria-label={S.call.controls}>
      <Control act={mute} shortcut="M" icon={<Icon name={isMuted ? 'micOff' : 'mic'} />}>
        {isMuted ? S.call.unmute : S.call.mute}
      </Control>
      <Control act={camera} shortcut="V" icon={<Icon name={hasCamera ? 'camera' : 'cameraOff'} />}>
        {hasCamera ? S.call.cameraOff : S.call.cameraOn}
      </Control>
      <Control act={devices} icon={<Icon name="devices" />}>
        {S.devices.settings}
      </Control>
      <Control act={leave} isDanger icon={<Icon name="leave" />}>
        {S.call.leave}
      </Control>
    </div>
  );
}

interface ControlProps {
  readonly act: () => void;
  readonly icon: ReactNode;
  readonly children: string;
  readonly shortcut?: string;
  readonly isDanger?: boolean;
}

function Control({ act, icon, children, shortcut, isDanger = false }: ControlProps) {
  return (
    <button
      type="button"
      className={isDanger ? 'control danger' : 'control'}
      onClick={act}
      aria-keyshortcuts={shortcut}
    >
      {icon}
      <span>{children}</span>
      {shortcut && (
        <span className="key" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
}
