package org.sessionsettlement.controlplane.market;

import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.booking.Addresses;
import org.sessionsettlement.controlplane.booking.ServedEscrows;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.limit.TokenBuckets;
import org.sessionsettlement.controlplane.market.HostSettings.Asked;
import org.sessionsettlement.controlplane.market.HostSettings.Defaults;
import org.sessionsettlement.controlplane.market.HostSettings.Hours;
import org.sessionsettlement.controlplane.market.MirroredMarket.Span;
import org.sessionsettlement.controlplane.problem.Caller;
import org.sessionsettlement.controlplane.problem.Problem;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.WholeNumber;
import org.sessionsettlement.tempo.Address;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hosts over HTTP: what they say of themselves, and what they offer. Public but for the writing.
 */
@RestController
public final class HostsController {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MOST = 500;

  private final MirroredMarket market;
  private final HostSettingsTable settings;
  private final ServedEscrows escrows;
  private final TokenBuckets perWallet;

  public HostsController(
      Database database, ServedEscrows escrows, TokenBuckets perWallet, InstantSource clock) {
    this.market = new MirroredMarket(database);
    this.settings = new HostSettingsTable(database, clock);
    this.escrows = escrows;
    this.perWallet = perWallet;
  }

  /** {@code basePrice} in token units; what is not known is absent. */
  record HostJson(
      String address,
      String displayName,
      boolean acceptingBookings,
      @Nullable Long acceptingChangedAtMs,
      String timeZone,
      @Nullable String basePrice,
      @Nullable Defaults bookingDefaults,
      List<Hours> weekly) {}

  record SlotJson(
      long slotId,
      long startS,
      long endS,
      int durationMins,
      String price,
      long graceMins,
      int minOverlapMins,
      long cancelCutoffMins,
      String status,
      @Nullable Long bookingId) {
    static SlotJson of(OfferedSlot slot) {
      return new SlotJson(
          slot.slotId(),
          slot.startSeconds(),
          slot.endSeconds(),
          slot.durationMins(),
          slot.price().toString(),
          slot.graceMins(),
          slot.minOverlapMins(),
          slot.cancelCutoffMins(),
          slot.status().text(),
          slot.bookingId().orElse(null));
    }
  }

  /**
   * @param next what to give as {@code after} for the next page; absent on the last
   */
  record SlotsJson(List<SlotJson> slots, @Nullable String next) {}

  @GetMapping("/hosts/{address}")
  HostJson host(@PathVariable("address") String address) {
    return shown(Addresses.parse(address));
  }

  @GetMapping("/hosts/me/settings")
  HostJson own(@Nullable Principal principal) {
    return shown(Caller.walletOf(principal));
  }

  @PutMapping("/hosts/me/settings")
  HostJson change(@RequestBody Asked asked, @Nullable Principal principal) {
    var wallet = Caller.walletOf(principal);
    perWallet.require(wallet.toString());
    switch (HostSettingsRule.check(asked)) {
      case HostSettingsRule.Result.Taken(var taken) -> settings.put(wallet, taken);
      case HostSettingsRule.Result.Refused(var member) ->
          throw new Problem(ProblemCode.BAD_HOST_SETTINGS, member).asException();
    }
    return shown(wallet);
  }

  private HostJson shown(Address host) {
    var kept = settings.find(host);
    var said = kept.map(HostSettingsTable.Kept::settings).orElse(HostSettings.NONE);
    var price = market.basePrice(escrows.byDefault(), host);
    return new HostJson(
        host.toString(),
        said.displayName(),
        said.acceptingBookings(),
        kept.map(HostSettingsTable.Kept::acceptingChangedMs).orElse(null),
        said.timeZone(),
        price.map(Object::toString).orElse(null),
        said.bookingDefaults().orElse(null),
        said.weekly());
  }

  @GetMapping("/hosts/{address}/slots")
  SlotsJson slots(
      @PathVariable("address") String address,
      @RequestParam(name = "from_s", required = false) @Nullable String from,
      @RequestParam(name = "to_s", required = false) @Nullable String until,
      @RequestParam(name = "status", required = false) @Nullable String status,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "limit", required = false) @Nullable String limit) {
    int size = (int) WholeNumber.read("limit", limit, DEFAULT_LIMIT, 1, MOST);
    var span =
        new Span(
            WholeNumber.read("from_s", from, 0, 0, Long.MAX_VALUE),
            WholeNumber.read("to_s", until, Long.MAX_VALUE, 0, Long.MAX_VALUE));
    var page =
        market.slots(
            escrows.byDefault(),
            Addresses.parse(address),
            span,
            WholeNumber.read("after", after, 0, 0, Long.MAX_VALUE),
            size);
    var asked = Optional.ofNullable(status);
    return new SlotsJson(
        page.stream()
            .filter(slot -> asked.map(slot.status().text()::equals).orElse(true))
            .map(SlotJson::of)
            .toList(),
        page.size() < size ? null : Long.toString(page.getLast().slotId()));
  }
}
