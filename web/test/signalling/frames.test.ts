import { describe, expect, test } from 'vitest';
import vectors from '../../../client/src/test/resources/signal-frames.json';
import { readFrame } from '../../src/core/signalling/frames';

/** The same file is for every client: see docs/signalling.md for what the frames mean. */
describe('the shared frames', () => {
  test.each([...vectors.from_client, ...vectors.from_service])('$name is read', ({ frame }) => {
    const { detail: _, ...members } = frame as Record<string, unknown>;
    expect(readFrame(JSON.stringify(frame))).toEqual(members);
  });

  test.each([...vectors.from_client, ...vectors.from_service])(
    '$name may have members that are not known',
    ({ frame }) => {
      const more = readFrame(JSON.stringify({ ...frame, more: { yes: 1 } }));
      expect(more).toEqual(readFrame(JSON.stringify(frame)));
    },
  );

  test.each(vectors.ignored)('$name is ignored', ({ text }) => {
    expect(readFrame(text)).toBeUndefined();
  });
});
