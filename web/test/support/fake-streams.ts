import type { OpenStream, StreamEars } from '../../src/core/live/event-stream';

/** A stream that does what a test says. */
export class FakeStream {
  isClosed = false;

  constructor(
    readonly path: string,
    readonly ears: StreamEars,
  ) {}
}

/** All streams that were opened, the newest last. */
export class FakeStreams {
  readonly all: FakeStream[] = [];

  readonly open: OpenStream = (path, ears) => {
    const stream = new FakeStream(path, ears);
    this.all.push(stream);
    return () => {
      stream.isClosed = true;
    };
  };

  get paths(): readonly string[] {
    return this.all.map(({ path }) => path);
  }

  get newest(): FakeStream {
    const stream = this.all.at(-1);
    if (!stream) {
      throw new Error('no stream was opened');
    }
    return stream;
  }
}
