import { useEffect, useRef } from 'react';
import { S } from '../strings';

/** Speech lies far below full scale: this makes a usual voice fill most of the bar. */
const GAIN = 4;

/** How loud the microphone is, drawn outside React: sixty times a second. */
export function LevelMeter({ track }: { track: MediaStreamTrack }) {
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    const listening = listen(track, (level) => {
      if (meter.current) {
        meter.current.value = Math.min(1, level * GAIN);
      }
    });
    return listening;
  }, [track]);
  return <meter ref={meter} className="level" min={0} max={1} aria-label={S.devices.level} />;
}

function listen(track: MediaStreamTrack, hear: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1_024;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  void context.resume();
  const samples = new Float32Array(analyser.fftSize);
  let frame = requestAnimationFrame(function draw() {
    analyser.getFloatTimeDomainData(samples);
    hear(Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length));
    frame = requestAnimationFrame(draw);
  });
  return () => {
    cancelAnimationFrame(frame);
    void context.close();
  };
}
