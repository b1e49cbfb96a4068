import type { Role } from '../core/api/joined';
import type { Phase } from '../core/call/phase';
import type { DeviceProblem } from '../core/media/local-media';
import type { Bars } from '../core/media/quality';

/** Every English text of the page, in one place. */
export const S = {
  product: 'Session Settlement',
  title: (booking: string) => `Call ${booking} – Session Settlement`,
  session: (booking: string) => `Session ${booking}`,
  youAre: { host: 'You are the host', guest: 'You are the guest' } satisfies Record<Role, string>,
  other: { host: 'Guest', guest: 'Host' } satisfies Record<Role, string>,
  loading: 'One moment…',
  notHere: 'Nothing is here',
  notHereText: 'A call’s address ends in /call/ and the number of its booking.',
  tryAgain: 'Try again',

  signIn: {
    heading: 'Sign in',
    wallets: 'Wallets in this browser',
    noWallets: 'No wallet was found in this browser.',
    dev: 'Accounts of the local chain',
    devText: 'For trying things out. Their keys are public.',
    partOf: { host: 'Host of this session', guest: 'Guest of this session' },
    out: 'Sign out',
  },

  devices: {
    heading: 'Check your devices',
    microphone: 'Microphone',
    camera: 'Camera',
    level: 'Microphone level',
    speak: 'Say something: the bar should move.',
    askMicrophone: 'Turn microphone on',
    askCamera: 'Turn camera on',
    cameraOff: 'Turn camera off',
    noPicture: 'Your camera is off',
    selfView: 'Your own picture',
    unnamed: (n: number) => `Device ${n}`,
    relayOnly: 'Hide my address from the other side',
    relayOnlyText: 'Sound and picture then take a longer way, through a relay.',
    join: 'Join',
    joinSilent: 'Join without a microphone',
    done: 'Done',
    settings: 'Devices',
  },

  microphoneProblem: {
    denied: 'The microphone is blocked. Allow it beside the page’s address, then try again.',
    none: 'No microphone was found. Plug one in, then try again.',
    busy: 'Another program has the microphone. Close it there, then try again.',
    unsupported: 'This browser gives no microphone to this page.',
  } satisfies Record<DeviceProblem, string>,
  cameraProblem: {
    denied: 'The camera is blocked. Allow it beside the page’s address, then try again.',
    none: 'No camera was found.',
    busy: 'Another program has the camera.',
    unsupported: 'This browser gives no camera to this page.',
  } satisfies Record<DeviceProblem, string>,

  call: {
    heading: 'Call',
    mute: 'Mute',
    unmute: 'Unmute',
    cameraOn: 'Camera on',
    cameraOff: 'Camera off',
    leave: 'Leave',
    controls: 'Call controls',
    shortcuts: 'Shortcuts: M mutes, V turns the camera on and off',
    remote: (who: string) => `Picture of the ${who.toLowerCase()}`,
    soundOn: 'Turn sound on',
    nowMuted: 'Microphone muted',
    nowUnmuted: 'Microphone on',
    nowCamera: 'Camera on',
    nowNoCamera: 'Camera off',
    left: (time: string) => `${time} left`,
    startsIn: (time: string) => `Starts in ${time}`,
    opensAt: (time: string) => `Opens at ${time}`,
    over: 'Time is over',
    mutedBadge: 'Muted',
    serviceAway: 'The service does not answer. Trying again…',
  },

  quality: {
    4: 'Good connection',
    3: 'Fair connection',
    2: 'Weak connection',
    1: 'Poor connection',
  } satisfies Record<Bars, string>,
  qualityUnknown: 'Connection not measured yet',
  noConnection: 'Not connected',

  leave: {
    heading: 'Leave the call?',
    back: 'You can come back while the session runs. Time away does not count.',
    confirm: 'Leave',
    stay: 'Stay',
  },

  after: {
    lasted: (time: string) => `You talked for ${time}.`,
    never: 'You were not connected to the other side.',
    leaving: 'Telling the service that you have left…',
    left: 'The service knows that you have left.',
    elsewhere: 'The other device is counted now; this page no longer is.',
    comeBack: 'Come back',
    takeBack: 'Join here instead',
    newTry: 'Try the call again',
    stopStaying: 'Leave',
    staying: 'You are still counted as present, and that is what pays.',
  },

  standing: {
    heading: 'How the session stands',
    waiting: 'Shown here once you have joined.',
    you: 'You',
    counted: 'Counted as present',
    notCounted: 'Not counted now',
    together: 'Together so far',
    of: (have: string, need: string) => `${have} of ${need} needed`,
    enough: 'Long enough together: the session counts as held.',
    outOfReach: 'There is no longer enough time left to be together as long as needed.',
    decided: 'This is decided.',
    ifYouLeave: 'If you leave now for good',
    ifYouStayAway: 'If you do not come back',
    ifBothStay: 'If both stay to the end',
  },

  time: {
    seconds: (s: number) => `${s} s`,
    minutes: (m: number, s: number) => (s === 0 ? `${m} min` : `${m} min ${s} s`),
    hours: (h: number, m: number) => (m === 0 ? `${h} h` : `${h} h ${m} min`),
    days: (d: number, h: number) => (h === 0 ? `${d} d` : `${d} d ${h} h`),
  },
} as const;

/** What a phase means to its user: a word for the status, and a sentence under it. */
export function phaseText(
  phase: Phase,
  role: Role,
  { waitsBecause = '', hasStarted = true } = {},
): readonly string[] {
  const other = S.other[role].toLowerCase();
  switch (phase.name) {
    case 'Idle':
      return ['Not started'];
    case 'Joining':
      return [
        waitsBecause === 'too_early_to_join' ? 'Waiting to join' : 'Joining',
        JOINING[waitsBecause] ?? '',
      ];
    case 'WaitingForPeer':
      return [
        `Waiting for the ${other}`,
        hasStarted
          ? `You are present and that counts. The ${other} is not here.`
          : `You are in. Your time counts from the start. The ${other} is not here.`,
      ];
    case 'Connecting':
      return ['Connecting', `The ${other} is here. You will hear each other in a moment.`];
    case 'Connected':
      return ['Connected', `You and the ${other} hear each other.`];
    case 'Reconnecting':
      return [
        'Reconnecting',
        'The line was lost and is being brought back. You are still present.',
      ];
    case 'Ended':
      return phase.reason === 'HUNG_UP'
        ? ['You left']
        : ['The session is over', 'Its time has come to its end.'];
    case 'Failed':
      return [FAILED[phase.reason], phase.reason === 'REFUSED' ? problemText(phase.detail) : ''];
  }
}

const JOINING: Readonly<Record<string, string>> = {
  too_early_to_join:
    'It is too early. You join by yourself as soon as it opens; keep this page open.',
  unreachable: 'The service does not answer. Trying again…',
};

const FAILED = {
  REFUSED: 'You cannot join',
  NO_SEAT: 'The call could not be joined',
  SEAT_TAKEN: 'You joined from another device',
  MEDIA: 'No way to the other side was found',
} as const;

/** What the rulebook's outcomes do with the money. */
export const OUTCOMES: Readonly<Record<string, string>> = {
  Completed: 'Session held: the host is paid.',
  NoShowHost: 'No-show of the host: the guest gets the money back.',
  NoShowGuest: 'No-show of the guest: the host is paid.',
};

export const OUTCOME_UNKNOWN = 'Not known: the service was not watching when it mattered.';

const PROBLEMS: Readonly<Record<string, string>> = {
  bad_booking_id: 'This is not the number of a booking.',
  booking_not_found: 'There is no such booking.',
  booking_not_active: 'This booking is not active: it was cancelled, or it is already decided.',
  not_a_participant: 'This account is neither host nor guest of this session.',
  session_over: 'The session is over.',
  relay_unavailable: 'This service has no relay. Join without hiding your address.',
  rate_limited: 'Too many attempts. Wait a minute, then try again.',
  unreachable: 'The service does not answer. Try again in a moment.',
  wallet_refused: 'Your account did not sign. Nothing happened.',
  wrong_domain: 'This page was opened under an address that the service does not sign in for.',
  wrong_chain: 'The service answers for another chain.',
  refresh_expired: 'You were signed in for long. Sign in again.',
  refresh_reused: 'Sign in again.',
  refresh_invalid: 'Sign in again.',
  token_missing: 'Sign in again.',
};

export const problemText = (code: string): string =>
  PROBLEMS[code] ?? `Something went wrong (${code}). Try again.`;
