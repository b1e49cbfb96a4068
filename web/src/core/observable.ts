/** A state that tells when it changes; the shape that React's useSyncExternalStore takes. */
export class Observable<S extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(private current: S) {}

  get state(): S {
    return this.current;
  }

  /** The answer ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  protected set(change: Partial<S>): void {
    this.replaceAll({ ...this.current, ...change });
  }

  protected replaceAll(next: S): void {
    this.current = next;
    for (const listener of this.listeners) {
      listener();
    }
  }
}
