import type { Standing } from '../api/standing';
import type { Result } from '../result';
import type { Clock } from '../time';

/** The service asks for no more than this; the first comes soon after the join has counted. */
const FIRST_AFTER_MS = 1_500;
const EVERY_MS = 30_000;

/** Asks how the session stands while one is present, and once more when that is over. */
export class StandingWatch {
  private isPresent = false;
  private stopWaiting: () => void = () => {};

  constructor(
    private readonly ask: () => Promise<Result<Standing>>,
    private readonly clock: Clock,
    private readonly tell: (standing: Standing) => void,
  ) {}

  present(now: boolean): void {
    if (now !== this.isPresent) {
      this.isPresent = now;
      this.soon();
    }
  }

  /** Something changed that the standing will show. */
  soon(): void {
    this.stopWaiting();
    this.stopWaiting = this.clock.after(FIRST_AFTER_MS, () => void this.look());
  }

  stop(): void {
    this.isPresent = false;
    this.stopWaiting();
  }

  private async look(): Promise<void> {
    if (this.isPresent) {
      this.stopWaiting = this.clock.after(EVERY_MS, () => void this.look());
    }
    const answer = await this.ask();
    if (answer.kind === 'ok') {
      this.tell(answer.value);
    }
  }
}
