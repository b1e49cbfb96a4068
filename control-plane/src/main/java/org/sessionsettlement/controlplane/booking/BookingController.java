package org.sessionsettlement.controlplane.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.problem.WholeNumber;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The chain's view of bookings and accounts over HTTP. Public: anybody can read it on chain. */
@RestController
public final class BookingController {
  static final int DEFAULT_LIMIT = 50;
  static final int MOST = 200;

  private final Bookings bookings;
  private final OwedReads owedReads;
  private final BookingIds ids;
  private final ServedEscrows escrows;

  public BookingController(
      Bookings bookings, OwedReads owedReads, BookingIds ids, ServedEscrows escrows) {
    this.bookings = bookings;
    this.owedReads = owedReads;
    this.ids = ids;
    this.escrows = escrows;
  }

  /**
   * @param next what to give as {@code after} for the next page; absent on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PageJson(List<BookingJson> bookings, @Nullable Long next) {}

  record OwedJson(String escrow, String address, String owed, long asOfBlock) {}

  @GetMapping("/bookings")
  PageJson list(
      @RequestParam(name = "escrow", required = false) @Nullable String escrow,
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "limit", required = false) @Nullable String limit) {
    int size = (int) WholeNumber.read("limit", limit, DEFAULT_LIMIT, 1, MOST);
    var wallet = Optional.ofNullable(party).map(Addresses::parse);
    long from = WholeNumber.read("after", after, 0, 0, Long.MAX_VALUE);
    var page = bookings.page(escrows.named(escrow).address(), wallet, from, size);
    var next = page.size() < size ? null : page.getLast().key().bookingId();
    return new PageJson(page.stream().map(BookingJson::of).toList(), next);
  }

  @GetMapping("/bookings/{booking}")
  BookingJson one(@PathVariable("booking") String booking) {
    return BookingJson.of(bookings.require(ids.parse(booking)));
  }

  @GetMapping("/accounts/{address}/owed")
  OwedJson owed(
      @PathVariable("address") String text,
      @RequestParam(name = "escrow", required = false) @Nullable String of) {
    var account = Addresses.parse(text);
    var escrow = escrows.named(of);
    var owed = owedReads.owed(escrow, account);
    return new OwedJson(
        escrow.address().toString(),
        account.toString(),
        owed.amount().toString(),
        owed.asOfBlock());
  }
}
