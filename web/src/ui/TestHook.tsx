import { useEffect } from 'react';
import type { Call } from '../core/call/call';
import type { Room } from '../core/room/room';
import { useObservable } from './hooks';

/** Attributes of the document that browser tests wait for. Nothing in them is secret. */
export function TestHook({ room }: { room: Room }) {
  const { step, call } = useObservable(room);
  useEffect(() => show({ step }), [step]);
  return call ? <OfCall call={call} /> : null;
}

function OfCall({ call }: { call: Call }) {
  const { phase, receivedBytes, clickToAudioMs } = useObservable(call);
  useEffect(
    () => show({ phase: phase.name, receivedBytes, clickToAudioMs }),
    [phase.name, receivedBytes, clickToAudioMs],
  );
  useEffect(() => () => show(GONE), []);
  return null;
}

const GONE = { phase: undefined, receivedBytes: undefined, clickToAudioMs: undefined };

function show(values: Readonly<Record<string, string | number | undefined>>): void {
  const { dataset } = document.documentElement;
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) {
      delete dataset[name];
    } else {
      dataset[name] = String(value);
    }
  }
}
