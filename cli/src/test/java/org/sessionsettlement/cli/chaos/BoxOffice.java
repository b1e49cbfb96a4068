package org.sessionsettlement.cli.chaos;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sessionsettlement.client.EscrowApi;
import org.sessionsettlement.client.EscrowApi.SlotOffer;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.rules.SlotTerms;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** Books sessions, each for a host and a guest with accounts of their own. */
final class BoxOffice {
  private static final BigInteger PURSE_UNITS = BigInteger.valueOf(50_000_000);
  private static final int CLERKS = 8;

  private final Installation installation;

  BoxOffice(Installation installation) {
    this.installation = installation;
  }

  /**
   * Books all of them.
   *
   * @param beginSeconds what the plan's times count from, unix seconds
   */
  List<HeldSession> book(List<PlannedSession> plans, long beginSeconds) {
    List<Secp256k1Account> hosts = accounts("host", plans.size());
    List<Secp256k1Account> guests = accounts("guest", plans.size());
    new Funding(installation.rpc(), DevAccounts.HOSTS.getFirst().account())
        .fund(
            Stream.concat(hosts.stream(), guests.stream()).map(Secp256k1Account::address).toList(),
            PURSE_UNITS);
    try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
      var booked =
          IntStream.range(0, plans.size())
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> book(plans.get(i), hosts.get(i), guests.get(i), beginSeconds),
                          clerks))
              .toList();
      return booked.stream().map(CompletableFuture::join).toList();
    }
  }

  private HeldSession book(
      PlannedSession plan, Secp256k1Account host, Secp256k1Account guest, long beginSeconds) {
    SlotTerms terms = plan.terms(beginSeconds);
    var _ = escrow(host).setHostBasePrice(plan.priceUnits()).orThrow();
    SlotOffer offer =
        new SlotOffer(
            terms.startTimeSeconds(),
            plan.durationMins(),
            plan.graceMins(),
            plan.minOverlapMins(),
            0);
    long slotId = escrow(host).createSlot(offer).orThrow().value();
    long bookingId = escrow(guest).book(slotId).orThrow().value();
    return new HeldSession(plan, bookingId, terms, host, guest);
  }

  EscrowApi escrow(Secp256k1Account account) {
    return new EscrowApi(
        installation.rpc(),
        LocalChain.CHAIN_ID,
        installation.deployment().escrow(),
        installation.deployment().token(),
        account);
  }

  private static List<Secp256k1Account> accounts(String kind, int count) {
    List<Secp256k1Account> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] seed = ("settle chaos " + kind + i).getBytes(StandardCharsets.UTF_8);
      accounts.add(Secp256k1Account.fromPrivateKey(Keccak256.hash(seed).toString()));
    }
    return accounts;
  }
}
