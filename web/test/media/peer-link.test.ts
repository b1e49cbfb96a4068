import { beforeEach, expect, test } from 'vitest';
import type { TalkEvent } from '../../src/core/call/event';
import { PeerLink } from '../../src/core/media/peer-link';
import type { Tracks } from '../../src/core/media/tracks';
import { FakeConnection } from '../support/fake-connection';
import { settled } from '../support/fake-time';

const ID = (number: number) => ({ connection_id: 'h1', number });
const MIC = { kind: 'audio' } as MediaStreamTrack;
const CAMERA = { kind: 'video' } as MediaStreamTrack;

let connection: FakeConnection;
let told: TalkEvent[];
let remote: Tracks[];
let link: PeerLink;

beforeEach(() => {
  connection = new FakeConnection('me');
  told = [];
  remote = [];
  link = new PeerLink(
    connection.asConnection,
    { audio: MIC },
    { tell: (event) => told.push(event), remote: (tracks) => remote.push(tracks) },
  );
});

const offersOf = (event: string): unknown[] =>
  told.filter(({ on }) => on === event).map((each) => 'id' in each && each.id);

test('describes itself, and names the offer that its candidates belong to', async () => {
  link.offer(ID(1), false);
  await settled();
  expect(told).toContainEqual({
    on: 'described',
    id: ID(1),
    description: expect.stringContaining('me offer'),
  });
  expect(offersOf('candidate-found')).toEqual([ID(1)]);
});

test('takes an unanswered offer back before the next', async () => {
  link.offer(ID(1), false);
  link.offer(ID(2), true);
  await settled();
  expect(connection.done).toEqual(['local offer', 'local rollback', 'local offer']);
  expect(offersOf('described')).toEqual([ID(1), ID(2)]);
});

test('lets the peer’s offer take the place of its own', async () => {
  link.offer(ID(1), false);
  link.answer({ connection_id: 'g1', number: 1 }, 'v=0');
  await settled();
  expect(connection.done).toEqual(['local offer', 'remote offer', 'local answer']);
  expect(connection.signalingState).toBe('stable');
});

test('takes candidates in order, after the description', async () => {
  link.answer(ID(1), 'v=0');
  link.addCandidate({ candidate: 'candidate:9' });
  await settled();
  expect(connection.done).toEqual(['remote offer', 'local answer', 'add candidate:9']);
});

test('says which description could not be made or taken', async () => {
  link.accept(ID(3), 'v=0');
  await settled();
  expect(told).toMatchObject([{ on: 'not-described', id: ID(3) }]);
});

test('hears the other also where there is no microphone', async () => {
  const silent = new PeerLink(connection.asConnection, {}, { tell: () => {}, remote: () => {} });
  silent.offer(ID(1), false);
  await settled();
  expect(connection.done[0]).toBe('receive audio');
});

test('sends a camera that was turned on, and no longer one that was turned off', async () => {
  link.offer(ID(1), false);
  await settled();
  link.send({ audio: MIC, video: CAMERA });
  await settled();
  expect(connection.tracks.map(({ track }) => track?.kind)).toEqual(['audio', 'video']);
  link.send({ audio: MIC });
  await settled();
  expect(connection.tracks.map(({ track }) => track?.kind)).toEqual(['audio', undefined]);
});

test('shows the other’s tracks while they are not muted', () => {
  const track = { kind: 'video', muted: true, onmute: null, onunmute: null } as MediaStreamTrack & {
    muted: boolean;
  };
  connection.ontrack?.({ track });
  Object.assign(track, { muted: false });
  track.onunmute?.(new Event('unmute'));
  expect(remote.map(({ video }) => video)).toEqual([undefined, track]);
});

test('says nothing any more once it is closed', async () => {
  link.offer(ID(1), false);
  link.close();
  connection.is('failed');
  await settled();
  expect(told).toEqual([]);
  expect(connection.done).toEqual([]);
});
