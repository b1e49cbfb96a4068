import { useCallback, useState } from 'react';
import type { CallView } from '../../core/call/call-view';
import type { LocalMedia } from '../../core/media/local-media';
import { useObservable } from '../hooks';
import { S } from '../strings';
import { Picture, Sound } from './Live';

interface Props {
  readonly view: CallView;
  readonly local: LocalMedia;
  readonly other: string;
}

/** The other, large, and oneself in the corner. */
export function Stage({ view, local, other }: Props) {
  const { tracks, muted } = useObservable(local);
  const [isBlocked, setBlocked] = useState(false);
  const blocked = useCallback(() => setBlocked(true), []);
  return (
    <div className="stage">
      {view.remote.video ? (
        <Picture track={view.remote.video} label={S.call.remote(other)} />
      ) : (
        <Initial of={other} isLive={view.phase.name === 'Connected'} />
      )}
      <div className="self">
        {tracks.video && <Picture track={tracks.video} label={S.devices.selfView} mirrored />}
        {muted && <span className="badge">{S.call.mutedBadge}</span>}
      </div>
      <Sound audio={view.remote.audio} blocked={blocked} />
      {isBlocked && <SoundOn done={() => setBlocked(false)} />}
    </div>
  );
}

function Initial({ of, isLive }: { of: string; isLive: boolean }) {
  return (
    <span className={isLive ? 'initial live' : 'initial'} aria-hidden="true">
      {of.charAt(0)}
    </span>
  );
}

function SoundOn({ done }: { done: () => void }) {
  const play = () => {
    const sound = document.getElementById('sound');
    if (sound instanceof HTMLAudioElement) {
      void sound.play().then(done);
    }
  };
  return (
    <button type="button" className="primary sound-on" onClick={play}>
      {S.call.soundOn}
    </button>
  );
}
