import type { Result } from '../result';
import { type About, about } from './about';
import { type Booking, booking } from './booking';
import type { Exchange } from './exchange';

/** What everybody may read. */
export class PublicApi {
  constructor(private readonly exchange: Exchange) {}

  about(): Promise<Result<About>> {
    return this.exchange.send({ method: 'GET', path: '/about' }, about);
  }

  booking(bookingId: string): Promise<Result<Booking>> {
    const path = `/bookings/${encodeURIComponent(bookingId)}`;
    return this.exchange.send({ method: 'GET', path }, booking);
  }
}
