import { describe, expect, it } from 'vitest';
import { HostMarket } from '../../src/core/market/market';
import { GUEST, HOST, STRANGER } from '../support/bookings';
import { FakeApp } from '../support/fake-app';

const PROFILE = { address: HOST, display_name: 'Ada', accepting_bookings: true, time_zone: 'UTC' };

const slot = (slotId: number, startS: number) => ({
  slot_id: slotId,
  start_s: startS,
  end_s: startS + 1_800,
  duration_mins: 30,
  price: '20000000',
  grace_mins: 5,
  min_overlap_mins: 15,
  cancel_cutoff_mins: 60,
  status: 'open',
});

const request = (requestId: number, hostTarget: string | null) => ({
  request_id: requestId,
  host_target: hostTarget,
  guest: GUEST,
  window_start_s: 1,
  window_end_s: 2,
  duration_mins: 30,
  amount: '20000000',
  expiry_s: 2,
  status: 'open',
});

function service() {
  const app = new FakeApp();
  const dayBeforeS = app.serviceNowMs / 1_000 - 86_400;
  const slots = `/hosts/${HOST}/slots?from_s=${dayBeforeS}`;
  app.answers.set(`/hosts/${HOST}`, PROFILE);
  app.answers.set(slots, { slots: [slot(2, 200)], next: 'b/2' });
  app.answers.set(`${slots}&after=b%2F2`, { slots: [slot(1, 100)], next: null });
  app.answers.set(`/requests?host=${HOST}`, { requests: [request(1, HOST), request(2, null)] });
  app.answers.set(`/requests?guest=${GUEST}`, {
    requests: [request(1, HOST.toLowerCase()), request(3, STRANGER)],
  });
  return { app, slots };
}

const ids = (market: HostMarket) => market.state.market?.requests.map((each) => each.request_id);

describe('a host’s market', () => {
  it('is read as a whole, page by page, soonest first', async () => {
    const { app } = service();
    const market = new HostMarket(app, HOST, { host: HOST });
    await market.reload();
    expect(market.state.problem).toBe('');
    expect(market.state.market?.slots.map((each) => each.slot_id)).toEqual([1, 2]);
    expect(ids(market)).toEqual([1, 2]);
  });

  it('shows a guest their own requests to this host alone', async () => {
    const market = new HostMarket(service().app, HOST, { guest: GUEST });
    await market.reload();
    expect(ids(market)).toEqual([1]);
  });

  it('asks for no requests where nobody is signed in', async () => {
    const { app } = service();
    const market = new HostMarket(app, HOST, undefined);
    await market.reload();
    expect(ids(market)).toEqual([]);
    expect(app.asked.some((path) => path.startsWith('/requests'))).toBe(false);
  });

  it('stays as it was last read where a reading fails, and says so', async () => {
    const { app, slots } = service();
    const market = new HostMarket(app, HOST, undefined);
    await market.reload();
    app.refusals.set(slots, 'rate_limited');
    await market.reload();
    expect(market.state.problem).toBe('rate_limited');
    expect(market.state.market?.slots).toHaveLength(2);
  });

  it('keeps what the host changed together with what stays, and reads it again', async () => {
    const { app } = service();
    const sent: unknown[] = [];
    const ask: FakeApp['ask'] = (asked, parser) => {
      sent.push(asked.body);
      return app.ask(asked, parser);
    };
    app.answers.set('/hosts/me/settings', { ...PROFILE, accepting_bookings: false });
    const line = { read: app.read.bind(app), ask, serviceNowMs: app.serviceNowMs };
    const market = new HostMarket(line, HOST, undefined);
    await market.reload();
    app.answers.set(`/hosts/${HOST}`, { ...PROFILE, accepting_bookings: false });
    await market.save({ accepting_bookings: false });
    expect(sent).toEqual([
      {
        display_name: 'Ada',
        accepting_bookings: false,
        time_zone: 'UTC',
        weekly: [],
        booking_defaults: undefined,
      },
    ]);
    expect(market.state.market?.host.accepting_bookings).toBe(false);
  });
});
