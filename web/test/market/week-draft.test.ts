import { describe, expect, it } from 'vitest';
import type { HostProfile } from '../../src/core/api/market';
import {
  draftOf,
  isSound,
  problemsOf,
  settingsOf,
  withChange,
  withoutRange,
  withRange,
} from '../../src/core/market/week-draft';
import { HOST } from '../support/bookings';

const NEW: HostProfile = {
  address: HOST,
  display_name: '',
  accepting_bookings: true,
  accepting_changed_at_ms: undefined,
  time_zone: 'UTC',
  base_price: undefined,
  booking_defaults: undefined,
  weekly: [],
};

describe('a week that is edited', () => {
  it('begins for a new host in the zone of the browser, with the rulebook’s terms', () => {
    const draft = draftOf(NEW, 'Asia/Kathmandu');
    expect(draft.zone).toBe('Asia/Kathmandu');
    expect(draft.conditions).toMatchObject({ graceMins: 5, minOverlapMins: 30 });
  });

  it('begins for others with what they saved, and is saved as the service has it', () => {
    const saved = {
      ...NEW,
      display_name: 'Ada',
      time_zone: 'Europe/Berlin',
      weekly: [{ day: 1, from: '09:00', to: '12:00' }],
      booking_defaults: {
        duration_mins: 30,
        grace_mins: 6,
        min_overlap_mins: 10,
        cancel_cutoff_mins: 60,
      },
    };
    const { display_name, time_zone, weekly, booking_defaults } = saved;
    expect(settingsOf(draftOf(saved, 'UTC'))).toEqual({
      display_name,
      time_zone,
      weekly,
      booking_defaults,
    });
  });

  it('shows the end of a day as midnight, and saves it as the day’s end', () => {
    const host = { ...NEW, weekly: [{ day: 1, from: '20:00', to: '24:00' }] };
    const draft = draftOf(host, 'UTC');
    expect(draft.ranges).toEqual([{ id: 0, day: 1, from: '20:00', to: '00:00' }]);
    expect(isSound(draft)).toBe(true);
    expect(settingsOf(draft).weekly).toEqual(host.weekly);
  });

  it('takes ranges, changes and loses them, each by its own number', () => {
    const two = withRange(withRange(draftOf(NEW, 'UTC'), 1), 1);
    const [first, second] = two.ranges;
    expect(problemsOf(two).size).toBe(0);
    const changed = withChange(two, second?.id ?? -1, { from: '08:00' });
    expect(problemsOf(changed)).toEqual(new Map([[second?.id, 'overlaps']]));
    expect(isSound(changed)).toBe(false);
    const left = withoutRange(changed, first?.id ?? -1);
    expect(left.ranges).toEqual([{ ...second, from: '08:00' }]);
    expect(isSound(left)).toBe(true);
  });

  it('is not sound in a zone that nobody knows', () => {
    expect(isSound({ ...draftOf(NEW, 'UTC'), zone: 'Mars/Olympus' })).toBe(false);
  });
});
