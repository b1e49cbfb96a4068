import { useState } from 'react';
import type { Role } from '../../core/api/joined';
import type { Call } from '../../core/call/call';
import type { LocalMedia } from '../../core/media/local-media';
import type { Room } from '../../core/room/room';
import { useFocusOnArrival, useObservable, useShortcuts } from '../hooks';
import { Controls } from '../parts/Controls';
import { DevicePicker } from '../parts/DevicePicker';
import { Dialog } from '../parts/Dialog';
import { Stage } from '../parts/Stage';
import { StandingCard } from '../parts/StandingCard';
import { StatusLine } from '../parts/StatusLine';
import { S } from '../strings';
import { LeaveDialog } from './LeaveDialog';

interface Props {
  readonly room: Room;
  readonly call: Call;
  readonly local: LocalMedia;
  readonly role: Role;
}

/** The call itself. */
export function CallStep({ room, call, local, role }: Props) {
  const view = useObservable(call);
  const { standing } = useObservable(room);
  const { muted, tracks } = useObservable(local);
  const [open, setOpen] = useState<'none' | 'devices' | 'leave'>('none');
  const [said, say] = useState('');
  const heading = useFocusOnArrival<HTMLHeadingElement>();

  const mute = () => {
    call.mute(!muted);
    say(muted ? S.call.nowUnmuted : S.call.nowMuted);
  };
  const camera = () => {
    say(tracks.video ? S.call.nowNoCamera : S.call.nowCamera);
    return tracks.video ? local.closeCamera() : void local.openCamera();
  };
  useShortcuts({ m: mute, v: camera });
  const close = () => setOpen('none');

  return (
    <>
      <h1 className="visually-hidden" ref={heading} tabIndex={-1}>
        {S.call.heading}
      </h1>
      <div className="call">
        <div className="stack">
          <StatusLine view={view} room={room} role={role} />
          <Stage view={view} local={local} other={S.other[role]} />
          <Controls
            isMuted={muted}
            hasCamera={tracks.video !== undefined}
            mute={mute}
            camera={camera}
            devices={() => setOpen('devices')}
            leave={() => setOpen('leave')}
          />
        </div>
        <StandingCard standing={standing} other={S.other[role]} />
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {open === 'devices' && (
        <Dialog heading={S.devices.settings} close={close}>
          <DevicePicker local={local} />
          <button type="button" className="primary" onClick={close}>
            {S.devices.done}
          </button>
        </Dialog>
      )}
      {open === 'leave' && (
        <LeaveDialog standing={standing} stay={close} leave={() => call.hangUp()} />
      )}
    </>
  );
}
