import { useEffect } from 'react';
import type { LocalMedia } from '../../core/media/local-media';
import type { Room } from '../../core/room/room';
import { useFocusOnArrival, useObservable } from '../hooks';
import { DevicePicker } from '../parts/DevicePicker';
import { Picture } from '../parts/Live';
import { S } from '../strings';

/** Microphone and camera, before the call. */
export function DevicesStep({ room, local }: { room: Room; local: LocalMedia }) {
  const { tracks, isOpening } = useObservable(local);
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  useEffect(() => {
    if (!local.state.tracks.audio) {
      void local.openMicrophone();
    }
  }, [local]);
  return (
    <section className="card wide" aria-labelledby="devices">
      <h1 id="devices" ref={heading} tabIndex={-1}>
        {S.devices.heading}
      </h1>
      <div className="columns">
        <div className="stage preview">
          {tracks.video ? (
            <Picture track={tracks.video} label={S.devices.selfView} mirrored />
          ) : (
            <p>{S.devices.noPicture}</p>
          )}
        </div>
        <div className="stack">
          <DevicePicker local={local} />
          <RelayOnly room={room} />
          <button
            type="button"
            className="primary"
            onClick={() => room.join()}
            disabled={isOpening}
            data-action="join"
          >
            {tracks.audio || isOpening ? S.devices.join : S.devices.joinSilent}
          </button>
        </div>
      </div>
    </section>
  );
}

function RelayOnly({ room }: { room: Room }) {
  const { relayOnly } = useObservable(room);
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={relayOnly}
        onChange={(event) => room.relayOnly(event.target.checked)}
      />
      <span>
        {S.devices.relayOnly}
        <small>{S.devices.relayOnlyText}</small>
      </span>
    </label>
  );
}
