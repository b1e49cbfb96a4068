package org.sessionsettlement.client.call;

/**
 * Names an offer among all that both sides ever make, so that an answer or a candidate that comes
 * late is known to be late.
 *
 * @param connectionId the offerer's seat, unique by the service
 * @param number from 1, grows with each offer of that seat
 */
public record OfferId(String connectionId, int number) {
  public OfferId {
    if (number < 1) {
      throw new IllegalArgumentException("an offer's number is 1 or more, not " + number);
    }
  }
}
