import { growingPauseMs } from '../growing-pause';
import type { Clock } from '../time';
import type { OpenStream } from './event-stream';

const FIRST_PAUSE_MS = 250;
/** Often enough that a service which is back is noticed by whoever watches the page. */
const MAX_PAUSE_MS = 5_000;
/** One failure is a restarted node or a changed network; two in a row are an outage. */
const FAILURES_OF_AN_OUTAGE = 2;

export interface LiveLineParts {
  /** With its filter, and without the place to go on from. */
  readonly path: string;
  readonly open: OpenStream;
  readonly clock: Clock;
  /** There may be something new to read. */
  readonly told: () => void;
  /** {@link LiveLine.isAway} may be another. */
  readonly changed: () => void;
}

/** One stream of the service's events, opened again whenever it breaks, from where it was. */
export class LiveLine {
  private lastId = '';
  private failures = 0;
  private isOpen = false;
  /** When what is shown was last known to be the newest; this device's clock. */
  private heardMs: number;
  /** Of the stream, or of the pause before the next. */
  private end: () => void = () => {};

  constructor(private readonly parts: LiveLineParts) {
    this.heardMs = parts.clock.nowMs();
  }

  get lastHeardMs(): number {
    return this.isOpen ? this.parts.clock.nowMs() : this.heardMs;
  }

  /** The service was asked more than once and did not answer. */
  get isAway(): boolean {
    return !this.isOpen && this.failures >= FAILURES_OF_AN_OUTAGE;
  }

  /** Opens it now, without waiting for the pause to pass; one that is open stays so. */
  open(): void {
    if (this.isOpen) {
      return;
    }
    this.end();
    this.end = this.parts.open(this.pathFromHere(), {
      opened: () => this.opened(),
      heard: (id) => this.heard(id),
      broke: () => this.broke(),
    });
  }

  /** Closes it, without taking that for a failure; {@link open} goes on from here. */
  close(): void {
    this.heardMs = this.lastHeardMs;
    this.isOpen = false;
    this.end();
    this.end = () => {};
  }

  private opened(): void {
    this.isOpen = true;
    this.failures = 0;
    this.parts.changed();
    // What happened before it opened was perhaps not yet there when the page was read.
    this.parts.told();
  }

  private heard(id: string): void {
    this.lastId = id;
    this.parts.told();
  }

  private broke(): void {
    this.heardMs = this.lastHeardMs;
    this.isOpen = false;
    this.failures += 1;
    const pauseMs = growingPauseMs(this.failures, FIRST_PAUSE_MS, MAX_PAUSE_MS);
    this.end = this.parts.clock.after(pauseMs, () => this.open());
    this.parts.changed();
  }

  private pathFromHere(): string {
    const { path } = this.parts;
    if (this.lastId === '') {
      return path;
    }
    return `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(this.lastId)}`;
  }
}
