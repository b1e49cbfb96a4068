import { useEffect, useRef } from 'react';
import type { Tracks } from '../../core/media/tracks';

/** A picture, of oneself or of the other. Sound is played apart. */
export function Picture({ track, label, mirrored = false }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) {
      video.current.srcObject = new MediaStream([track]);
    }
  }, [track]);
  return (
    <video
      ref={video}
      className={mirrored ? 'picture mirrored' : 'picture'}
      aria-label={label}
      autoPlay
      playsInline
      muted
    />
  );
}

interface PictureProps {
  readonly track: MediaStreamTrack;
  readonly label: string;
  readonly mirrored?: boolean;
}

/** The other's sound. A browser may want a click first: then `blocked` is called. */
export function Sound({ audio, blocked }: { audio: Tracks['audio']; blocked: () => void }) {
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    if (player.current && audio) {
      player.current.srcObject = new MediaStream([audio]);
      player.current.play().catch((e: unknown) => {
        // A newer track takes the place of one that was about to play: no fault.
        if (e instanceof DOMException && e.name === 'NotAllowedError') {
          blocked();
        }
      });
    }
  }, [audio, blocked]);
  // biome-ignore lint/a11y/useMediaCaption: a live voice has no captions
  return <audio ref={player} id="sound" />;
}
