import { Exchange } from '../../src/core/api/exchange';
import { SessionApi } from '../../src/core/api/session-api';
import { SignIn } from '../../src/core/api/sign-in';
import { Call } from '../../src/core/call/call';
import type { LocalMedia } from '../../src/core/media/local-media';
import { FakeConnection } from './fake-connection';
import { FakeDevices, localMedia } from './fake-devices';
import { FakeService } from './fake-service';
import type { FakeTime } from './fake-time';
import { FakeWallet } from './fake-wallet';

/** One side of a call, on a service of two. */
export class Party {
  readonly connections: FakeConnection[] = [];
  readonly local: LocalMedia = localMedia(new FakeDevices());
  readonly call: Call;

  private constructor(
    readonly name: string,
    service: FakeService,
    time: FakeTime,
    api: SessionApi,
    relayOnly: boolean,
  ) {
    this.call = new Call({
      bookingId: '7',
      api,
      local: this.local,
      openConnection: (config) => {
        const connection = new FakeConnection(`${name}${this.connections.length}`, config);
        this.connections.push(connection);
        return connection.asConnection;
      },
      openSocket: service.openSocket,
      clock: time,
      relayOnly,
    });
  }

  static async of(
    name: 'host' | 'guest',
    service: FakeService,
    time: FakeTime,
    relayOnly = false,
  ): Promise<Party> {
    const exchange = new Exchange(service.transport, time);
    const site = { domain: FakeService.DOMAIN, chainId: 31_337 };
    const signIn = new SignIn(site, exchange, time);
    await signIn.with(new FakeWallet(name === 'host' ? FakeService.HOST : FakeService.GUEST));
    const party = new Party(name, service, time, new SessionApi('7', exchange, signIn), relayOnly);
    await party.local.openMicrophone();
    return party;
  }

  get phase(): string {
    return this.call.state.phase.name;
  }

  get connection(): FakeConnection | undefined {
    return this.connections.at(-1);
  }
}
