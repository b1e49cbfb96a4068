import { beforeEach, expect, test } from 'vitest';
import { LocalMedia } from '../../src/core/media/local-media';
import { FakeDevices, localMedia } from '../support/fake-devices';
import { settled } from '../support/fake-time';

let devices: FakeDevices;
let local: LocalMedia;

beforeEach(() => {
  devices = new FakeDevices();
  local = localMedia(devices);
});

test('opens a microphone, and lists the devices that have a name', async () => {
  await local.openMicrophone();
  expect(local.state).toMatchObject({
    microphoneId: 'mic',
    microphones: [{ id: 'mic', label: 'mic' }],
    cameras: [{ id: 'cam', label: 'cam' }],
    isOpening: false,
  });
  expect(local.state.tracks.audio?.kind).toBe('audio');
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['NotReadableError', 'busy'],
  ['TypeError', 'unsupported'],
])('tells what %s means', async (error, problem) => {
  devices.error = error;
  await local.openMicrophone();
  expect(local.state.microphoneProblem).toBe(problem);
  expect(local.state.tracks.audio).toBeUndefined();
});

test('forgets the problem once it works', async () => {
  devices.error = 'NotAllowedError';
  await local.openMicrophone();
  devices.error = undefined;
  await local.openMicrophone();
  expect(local.state).not.toHaveProperty('microphoneProblem');
});

test('says so where the browser has no devices at all', async () => {
  const insecure = new LocalMedia(undefined);
  await insecure.openCamera();
  expect(insecure.state.cameraProblem).toBe('unsupported');
});

test('lets go of a device that another takes the place of', async () => {
  await local.openMicrophone();
  await local.openMicrophone('other');
  expect(devices.stopped).toEqual(['audio-1']);
});

test('stays muted over a change of device', async () => {
  await local.openMicrophone();
  local.mute(true);
  await local.openMicrophone('other');
  expect(local.state.tracks.audio?.enabled).toBe(false);
});

test('notices a device that was pulled out', async () => {
  await local.openMicrophone();
  local.state.tracks.audio?.onended?.(new Event('ended'));
  expect(local.state).toMatchObject({ microphoneProblem: 'none' });
  expect(local.state.tracks.audio).toBeUndefined();
});

test('lists anew when a device comes or goes', async () => {
  devices.dispatchEvent(new Event('devicechange'));
  await settled();
  expect(local.state.microphones).toHaveLength(1);
});

test('closes all', async () => {
  await local.openMicrophone();
  await local.openCamera();
  local.close();
  expect(devices.stopped.toSorted()).toEqual(['audio-1', 'video-2']);
});
