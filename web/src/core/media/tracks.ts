/** What goes to the peer, or comes from it. */
export interface Tracks {
  readonly audio?: MediaStreamTrack | undefined;
  readonly video?: MediaStreamTrack | undefined;
}

export const NO_TRACKS: Tracks = {};
