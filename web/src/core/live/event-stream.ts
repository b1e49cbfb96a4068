/** What a stream of events tells whoever opened it. */
export interface StreamEars {
  opened(): void;
  /** Something happened that is worth reading again. `id`: where a later stream can go on. */
  heard(id: string): void;
  /** It ended or never began; it is over and says nothing more. */
  broke(): void;
}

/** Opens a stream of the service's events; the answer closes it, after which it is silent. */
export type OpenStream = (path: string, ears: StreamEars) => () => void;

/** The kinds of event of `GET /events`; a browser hears only those that it asks for. */
const KINDS = ['booking', 'slot', 'request', 'account', 'back'];

/** The browser's own; when to open it again is decided by {@link LiveLine}, not by the browser. */
export const browserStream: OpenStream = (path, ears) => {
  const source = new EventSource(path);
  source.onopen = () => ears.opened();
  source.onerror = () => {
    source.close();
    ears.broke();
  };
  for (const kind of KINDS) {
    source.addEventListener(kind, ({ lastEventId }) => ears.heard(lastEventId));
  }
  return () => source.close();
};
