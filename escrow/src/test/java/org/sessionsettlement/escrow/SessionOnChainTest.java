package org.sessionsettlement.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sessionsettlement.escrow.DevAccount.GUEST;
import static org.sessionsettlement.escrow.DevAccount.HOST;
import static org.sessionsettlement.escrow.DevAccount.ORACLE;
import static org.sessionsettlement.escrow.DevAccount.OWNER;
import static org.sessionsettlement.escrow.DevAccount.TREASURY;
import static org.sessionsettlement.tempo.testing.TestChain.ALPHA_USD;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.LogFilter;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.rpc.RevertedException;
import org.sessionsettlement.tempo.rpc.TransactionTimeoutException;
import org.sessionsettlement.tempo.testing.TestChain;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.SignedTransaction;

/**
 * The real contract on a real Tempo chain: everything that a session needs, through the typed
 * interface alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionOnChainTest {
  private static final BigInteger PRICE = BigInteger.valueOf(10_000_000);
  private static final BigInteger BOND = BigInteger.valueOf(2_000_000);
  private static final long CHALLENGE_WINDOW_SECONDS = 600;
  private static final int MINUTE = 60;
  private static final Hash32 METRICS = Keccak256.hash("the metrics of this test");
  private static final Tip20 TOKEN = new Tip20(ALPHA_USD);
  private static final EscrowSettings SETTINGS =
      new EscrowSettings(
          ALPHA_USD,
          ORACLE.address(),
          TREASURY.address(),
          1_000,
          CHALLENGE_WINDOW_SECONDS,
          BOND,
          5_000,
          7_200,
          86_400);

  private TestChain chain;
  private SessionEscrow escrow;
  private EscrowCalls calls;

  @BeforeAll
  void deploy() throws IOException {
    chain = TestChain.start();
    SignedTransaction creation =
        chain.from(OWNER, EscrowDeployment.transaction(SETTINGS)).build().sign(OWNER);
    Receipt receipt = succeeded(chain.mined(creation));
    escrow = new SessionEscrow(chain.rpc(), receipt.contractAddress().orElseThrow());
    calls = escrow.calls();
    send(HOST, EscrowGas.TRANSACTION + EscrowGas.CONFIGURE, calls.setHostBasePrice(PRICE));
  }

  @AfterAll
  void close() {
    chain.close();
  }

  @Test
  void theDeployedEscrowHasItsSettingsAndOwner() {
    assertThat(escrow.settings()).isEqualTo(SETTINGS);
    assertThat(escrow.owner()).isEqualTo(OWNER.address());
    assertThat(escrow.pendingOwner()).isEqualTo(Address.ZERO);
    assertThat(chain.rpc().code(escrow.address()).size()).isGreaterThan(1_000);
  }

  @Test
  void aSessionThatIsChallengedIsResolvedSettledAndPaid() {
    long slotId = createSlot();
    Slot slot = escrow.slot(slotId);
    long bookingId = book(slotId);
    attest(bookingId, slot.startTime() + 20L * MINUTE, EscrowOutcome.COMPLETED);

    assertThat(events(challenge(GUEST, bookingId)))
        .containsExactly(new EscrowEvent.Challenged(bookingId, GUEST.address(), BOND));
    assertThat(escrow.booking(bookingId).challenger()).isEqualTo(GUEST.address());

    Receipt resolved =
        send(OWNER, settleGas(), calls.resolveDispute(bookingId, EscrowOutcome.NO_SHOW_HOST));
    assertThat(events(resolved))
        .containsExactly(new EscrowEvent.Resolved(bookingId, EscrowOutcome.NO_SHOW_HOST));

    BigInteger owedBefore = escrow.owed(GUEST.address());
    Receipt settled = send(HOST, settleGas(), calls.finalizeBooking(bookingId));
    assertThat(events(settled))
        .containsExactly(
            new EscrowEvent.Finalized(
                bookingId, EscrowOutcome.NO_SHOW_HOST, BigInteger.ZERO, PRICE, BigInteger.ZERO));
    assertThat(escrow.owed(GUEST.address()).subtract(owedBefore)).isEqualTo(PRICE);
    assertWithdraws(GUEST);
  }

  @Test
  void aCompletedSessionPaysHostAndTreasury() {
    long slotId = createSlot();
    long bookingId = book(slotId);
    long until = escrow.slot(slotId).startTime() + 20L * MINUTE;
    attest(bookingId, until, EscrowOutcome.COMPLETED);
    chain.moveTo(escrow.booking(bookingId).finalizableAt());
    BigInteger fee = BigInteger.valueOf(1_000_000);
    assertThat(events(send(GUEST, settleGas(), calls.finalizeBooking(bookingId))))
        .containsExactly(
            new EscrowEvent.Finalized(
                bookingId, EscrowOutcome.COMPLETED, PRICE.subtract(fee), BigInteger.ZERO, fee));
    assertThat(escrow.owed(List.of(HOST.address(), TREASURY.address())))
        .allMatch(owed -> owed.signum() > 0);
    assertWithdraws(TREASURY);
  }

  @Test
  void whatTheContractRefusesComesWithItsReason() {
    long slotId = createSlot();
    long bookingId = book(slotId);
    refused(GUEST, calls.finalizeBooking(bookingId), EscrowRevert.NOT_FINALIZABLE);
    refused(
        GUEST, calls.attest(bookingId, EscrowOutcome.COMPLETED, METRICS), EscrowRevert.NOT_ORACLE);
    refused(
        ORACLE,
        calls.attest(bookingId, EscrowOutcome.NO_SHOW_GUEST, METRICS),
        EscrowRevert.GRACE_NOT_OVER);
    refused(GUEST, calls.book(slotId), EscrowRevert.NOT_AVAILABLE);
    refused(TREASURY, calls.cancelBookingAsGuest(bookingId), EscrowRevert.NOT_GUEST);
  }

  @Test
  void aMinedRevertCostsItsFeeAndChangesNothing() {
    BigInteger held = escrow.totalHeld();
    Receipt receipt = chain.send(GUEST, settleGas(), calls.finalizeBooking(999_999));
    assertThat(receipt.succeeded()).isFalse();
    assertThat(events(receipt)).isEmpty();
    assertThat(escrow.totalHeld()).isEqualTo(held);
  }

  @Test
  void expiringBytesSentAgainAreNotExecutedAgain() {
    SignedTransaction signed =
        chain.expiring(
            HOST,
            chain.now() + 25,
            settleGas(),
            calls.createSlot(chain.now() + 3_600, 30, 5, 15, 60));
    succeeded(chain.mined(signed));
    long slots = escrow.nextSlotId();
    assertThat(chain.rpc().sendRaw(signed.bytes())).isEqualTo(signed.hash());
    chain.moveTo(chain.now() + 1);
    assertThat(escrow.nextSlotId()).isEqualTo(slots);
  }

  /** Anvil answers such a transaction with its hash and never mines it. */
  @Test
  void aTransactionThatIsNeverMinedEndsInATimeoutWithItsHash() {
    SignedTransaction tooFarAhead =
        chain.expiring(HOST, chain.now() + 3_600, settleGas(), calls.withdrawOwed());
    assertThatExceptionOfType(TransactionTimeoutException.class)
        .isThrownBy(() -> chain.rpc().sendAndWait(tooFarAhead, Duration.ofMillis(300)))
        .satisfies(e -> assertThat(e.hash()).isEqualTo(tooFarAhead.hash()));
  }

  @Test
  void aTokensRefusalComesWithItsName() {
    long slotId = createSlot();
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(() -> simulate(TREASURY, calls.book(slotId)))
        .satisfies(e -> assertThat(e.reason()).hasValue("InsufficientAllowance"));
  }

  @Test
  void anOfferIsAcceptedWithSlotAndBookingInOneStep() {
    long start = chain.now() + 3_600;
    Receipt offered =
        send(
            GUEST,
            EscrowGas.TRANSACTION + EscrowGas.APPROVE + EscrowGas.CREATE_REQUEST,
            TOKEN.approve(escrow.address(), PRICE),
            calls.createRequest(Address.ZERO, start, start + 600, 30, PRICE, start));
    assertThat(events(offered)).hasSize(1);
    long requestId = escrow.nextRequestId() - 1;
    assertThat(escrow.request(requestId).status()).isEqualTo(RequestStatus.OPEN);

    Receipt accepted =
        send(
            HOST,
            EscrowGas.TRANSACTION + EscrowGas.ACCEPT_REQUEST,
            calls.acceptRequest(requestId, start, 5, 15, 60));
    SessionRequest request = escrow.request(requestId);
    assertThat(events(accepted))
        .containsExactly(
            new EscrowEvent.SessionSlotCreated(request.slotId(), HOST.address(), start, 30, PRICE),
            new EscrowEvent.SessionBooked(
                request.bookingId(), request.slotId(), GUEST.address(), PRICE),
            new EscrowEvent.SessionRequestAccepted(
                requestId, HOST.address(), request.slotId(), request.bookingId(), start));
    assertThat(request.host()).isEqualTo(HOST.address());
    assertThat(escrow.slotToBooking(request.slotId())).isEqualTo(request.bookingId());
  }

  @Test
  void idsNeverUsedReadAsNothing() {
    assertThat(escrow.slot(777_777).exists()).isFalse();
    assertThat(escrow.booking(777_777).exists()).isFalse();
    assertThat(escrow.request(777_777).status()).isEqualTo(RequestStatus.NONE);
    assertThat(escrow.terms(777_777).challengeBond()).isZero();
  }

  @Test
  void manyAreReadInOrderInOneBatch() {
    long first = createSlot();
    long second = createSlot();
    List<Slot> slots = escrow.slots(List.of(second, first, 888_888L));
    assertThat(slots.get(0)).isEqualTo(escrow.slot(second));
    assertThat(slots.get(1)).isEqualTo(escrow.slot(first));
    assertThat(slots.get(2).exists()).isFalse();
  }

  @Test
  void theLogsOfTheEscrowAreItsEvents() {
    long slotId = createSlot();
    Receipt cancelled = send(HOST, settleGas(), calls.cancelSlot(slotId));
    long block = cancelled.blockNumber();
    assertThat(chain.rpc().logs(LogFilter.of(escrow.address(), block, block)))
        .singleElement()
        .extracting(EscrowEvents::decode)
        .isEqualTo(Optional.of(new EscrowEvent.SessionSlotCancelled(slotId)));
    assertThat(escrow.slot(slotId).status()).isEqualTo(SlotStatus.CANCELLED);
    assertThat(escrow.at(BlockTag.number(block - 1)).slot(slotId).status())
        .isEqualTo(SlotStatus.OPEN);
  }

  private long createSlot() {
    long start = chain.now() + 3_600;
    Receipt receipt =
        send(
            HOST,
            EscrowGas.TRANSACTION + EscrowGas.CREATE_SLOT,
            calls.createSlot(start, 30, 5, 15, 60));
    long slotId = escrow.nextSlotId() - 1;
    assertThat(events(receipt))
        .containsExactly(
            new EscrowEvent.SessionSlotCreated(slotId, HOST.address(), start, 30, PRICE));
    return slotId;
  }

  /** Approval and booking in one batch, as a guest's app does it. */
  private long book(long slotId) {
    Receipt receipt =
        send(
            GUEST,
            EscrowGas.TRANSACTION + EscrowGas.APPROVE + EscrowGas.BOOK,
            TOKEN.approve(escrow.address(), PRICE),
            calls.book(slotId));
    long bookingId = escrow.slotToBooking(slotId);
    assertThat(events(receipt))
        .containsExactly(new EscrowEvent.SessionBooked(bookingId, slotId, GUEST.address(), PRICE));
    assertThat(escrow.terms(bookingId))
        .isEqualTo(new BookingTerms(1_000, 5_000, CHALLENGE_WINDOW_SECONDS, 7_200, 86_400, BOND));
    return bookingId;
  }

  private void attest(long bookingId, long at, EscrowOutcome outcome) {
    chain.moveTo(at);
    Receipt receipt =
        succeeded(
            chain.sendExpiring(
                ORACLE,
                EscrowGas.TRANSACTION + EscrowGas.ATTEST,
                calls.attest(bookingId, outcome, METRICS)));
    Booking booking = escrow.booking(bookingId);
    assertThat(events(receipt))
        .containsExactly(
            new EscrowEvent.Attested(bookingId, outcome, METRICS, booking.finalizableAt()));
    assertThat(booking.status()).isEqualTo(BookingStatus.ATTESTED);
    assertThat(booking.metricsHash()).isEqualTo(METRICS);
    assertThat(booking.finalizableAt()).isEqualTo(booking.attestedAt() + CHALLENGE_WINDOW_SECONDS);
  }

  private Receipt challenge(Secp256k1Account party, long bookingId) {
    return send(
        party,
        EscrowGas.TRANSACTION + EscrowGas.APPROVE + EscrowGas.CHALLENGE,
        TOKEN.approve(escrow.address(), BOND),
        calls.challenge(bookingId));
  }

  private void assertWithdraws(Secp256k1Account account) {
    BigInteger owed = escrow.owed(account.address());
    BigInteger held = escrow.totalHeld();
    Receipt receipt =
        send(account, EscrowGas.TRANSACTION + EscrowGas.WITHDRAW, calls.withdrawOwed());
    assertThat(events(receipt))
        .containsExactly(new EscrowEvent.OwedWithdrawn(account.address(), account.address(), owed));
    assertThat(escrow.owed(account.address())).isZero();
    assertThat(escrow.totalHeld()).isEqualTo(held.subtract(owed));
  }

  private void refused(Secp256k1Account from, Call call, EscrowRevert reason) {
    assertThatExceptionOfType(RevertedException.class)
        .isThrownBy(() -> simulate(from, call))
        .satisfies(e -> assertThat(EscrowRevert.of(e)).hasValue(reason));
  }

  private void simulate(Secp256k1Account from, Call call) {
    chain.rpc().simulate(from.address(), call, BlockTag.LATEST);
  }

  private Receipt send(Secp256k1Account account, long gas, Call... all) {
    return succeeded(chain.send(account, gas, all));
  }

  private static Receipt succeeded(Receipt receipt) {
    assertThat(receipt.succeeded()).as("the transaction succeeded").isTrue();
    return receipt;
  }

  private List<EscrowEvent> events(Receipt receipt) {
    return receipt.logs().stream()
        .filter(log -> log.address().equals(escrow.address()))
        .flatMap(log -> EscrowEvents.decode(log).stream())
        .toList();
  }

  private static long settleGas() {
    return EscrowGas.TRANSACTION + EscrowGas.SETTLE;
  }
}
