package org.sessionsettlement.escrow;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;

/** Every getter and every balance of the chain against the model, in one batch. */
final class ModelComparer {
  private final TempoRpc rpc;
  private final ModelDeployment deployment;
  private final EscrowReads reads;
  private final List<Address> accounts;

  ModelComparer(TempoRpc rpc, ModelDeployment deployment, List<Address> accounts) {
    this.rpc = rpc;
    this.deployment = deployment;
    this.reads = new EscrowReads(deployment.escrow());
    this.accounts = accounts;
  }

  private record Getter(String name, ContractRead<Object> read, Object expected) {}

  /** In words; empty when they agree. */
  List<String> differences(ModelState state) {
    List<Getter> getters = new ArrayList<>();
    addConfiguration(getters, state);
    addAccounts(getters, state);
    addIds(getters, state);
    List<Object> answers =
        rpc.readAll(getters.stream().map(Getter::read).toList(), BlockTag.LATEST);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Getter getter = getters.get(i);
      if (!answers.get(i).equals(getter.expected())) {
        all.add(getter.name() + " is " + answers.get(i) + ", model: " + getter.expected());
      }
    }
    return all;
  }

  private void addConfiguration(List<Getter> all, ModelState s) {
    BookingTerms t = s.terms;
    add(all, "owner", reads.role("owner"), s.owner);
    add(all, "pendingOwner", reads.role("pendingOwner"), s.pendingOwner);
    add(all, "oracle", reads.role("oracle"), s.oracle);
    add(all, "treasury", reads.role("treasury"), s.treasury);
    add(all, "paymentToken", reads.role("paymentToken"), deployment.token());
    addSetting(all, "feeBps", "uint16", t.feeBps());
    addSetting(all, "lateCancelPenaltyBps", "uint16", t.lateCancelPenaltyBps());
    addSetting(all, "challengeWindow", "uint48", t.challengeWindow());
    addSetting(all, "noAttestBuffer", "uint48", t.noAttestBuffer());
    addSetting(all, "disputeTimeout", "uint48", t.disputeTimeout());
    add(all, "challengeBond", reads.challengeBond(), t.challengeBond());
    add(all, "totalHeld", reads.totalHeld(), s.totalHeld);
    add(all, "nextSlotId", reads.nextSlotId(), s.slots.size() + 1L);
    add(all, "nextBookingId", reads.nextBookingId(), s.bookings.size() + 1L);
    add(all, "nextRequestId", reads.nextRequestId(), s.requests.size() + 1L);
  }

  private void addSetting(List<Getter> all, String name, String type, long expected) {
    add(all, name, reads.setting(name, type), BigInteger.valueOf(expected));
  }

  private void addAccounts(List<Getter> all, ModelState s) {
    for (Address who : accounts) {
      add(all, "owed " + who, reads.owed(who), s.owedTo(who));
      add(all, "hostBasePrice " + who, reads.hostBasePrice(who), s.basePrice(who));
      add(all, "balance " + who, deployment.tip20().balanceOf(who), s.token.balance(who));
    }
    add(
        all,
        "balance of the escrow",
        deployment.tip20().balanceOf(s.escrow),
        s.token.balance(s.escrow));
  }

  /** Also 0 and the next one, never used. */
  private void addIds(List<Getter> all, ModelState s) {
    for (long id = 0; id <= s.slots.size() + 1L; id++) {
      add(all, "slot " + id, reads.slot(id), s.slot(id));
      add(all, "slotToBooking " + id, reads.slotToBooking(id), s.bookingOn(id));
    }
    for (long id = 0; id <= s.bookings.size() + 1L; id++) {
      add(all, "booking " + id, reads.booking(id), s.booking(id));
      add(all, "terms " + id, reads.terms(id), s.termsOf(id));
    }
    for (long id = 0; id <= s.requests.size() + 1L; id++) {
      add(all, "request " + id, reads.request(id), s.request(id));
    }
  }

  private static void add(List<Getter> all, String name, ContractRead<?> read, Object expected) {
    all.add(new Getter(name, read.map(value -> (Object) value), expected));
  }
}
