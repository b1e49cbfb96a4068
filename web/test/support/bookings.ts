import type { ChainBooking } from '../../src/core/api/chain-booking';

export const HOST = '0x90F79bf6EB2c4f870365E785982E1f101E93b906';
export const GUEST = '0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc';
export const OWNER = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
export const STRANGER = '0x14dC79964da2C08b23698B3D3cc7Ca32193d9955';

export const START_S = 1_800_000_000;
export const END_S = START_S + 30 * 60;

/** A booking of 20 USD and half an hour, booked unless these members say otherwise. */
export const bookingWith = (members: Partial<ChainBooking> = {}): ChainBooking => ({
  escrow: '0x5FbDB2315678afecb367f032d93F642f64180aa3',
  booking_id: 7,
  slot_id: 3,
  host: HOST,
  guest: GUEST,
  amount: 20_000_000n,
  status: 'Booked',
  outcome: 'None',
  metrics_hash: undefined,
  attested_at_s: undefined,
  finalizable_at_s: undefined,
  claimable_at_s: END_S + 3 * 3_600,
  dispute: undefined,
  cancelled_by: undefined,
  refunded_unattested: false,
  slot: {
    start_s: START_S,
    end_s: END_S,
    duration_mins: 30,
    grace_mins: 10,
    min_overlap_mins: 20,
    cancel_cutoff_mins: 60,
    price: 20_000_000n,
  },
  terms: {
    fee_bps: 250,
    late_cancel_penalty_bps: 5_000,
    challenge_window_s: 3_600,
    no_attest_buffer_s: 3 * 3_600,
    dispute_timeout_s: 7 * 86_400,
    challenge_bond: 5_000_000n,
  },
  ...members,
});

export const FINALIZABLE_S = END_S + 3_660;

export const attestedWith = (members: Partial<ChainBooking> = {}): ChainBooking =>
  bookingWith({
    status: 'Attested',
    outcome: 'Completed',
    metrics_hash: `0x${'ab'.repeat(32)}`,
    attested_at_s: END_S + 60,
    finalizable_at_s: FINALIZABLE_S,
    ...members,
  });

export const DISPUTED_S = END_S + 600;
export const TIMEOUT_S = DISPUTED_S + 7 * 86_400;

export const disputedWith = (members: Partial<ChainBooking> = {}): ChainBooking =>
  attestedWith({
    status: 'Disputed',
    dispute: {
      challenger: GUEST,
      bond_amount: 5_000_000n,
      disputed_at_s: DISPUTED_S,
      timeout_at_s: TIMEOUT_S,
    },
    ...members,
  });
