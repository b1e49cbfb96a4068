package org.sessionsettlement.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.rpc.JsonValue;

/** The Java interface is the contract's ABI: every function, every event, nothing else. */
class AbiTest {
  private static final List<JsonValue> ABI = JsonValue.parse(EscrowArtifacts.abiJson()).items();
  private static final Pattern COMMENT = Pattern.compile("//.*");
  private static final Pattern REASON = Pattern.compile("\"([A-Z][A-Z_]{3,})\"");

  /** An implementation may go without these. */
  private static final Set<String> OPTIONAL_REASONS =
      Set.of("AMOUNT_TOO_LARGE", "TRANSFER_FAILED", "REENTRANCY");

  private static final Address SOMEBODY =
      Address.parse("0x1111111111111111111111111111111111111111");
  private static final EscrowCalls CALLS = new EscrowCalls(SOMEBODY);
  private static final EscrowReads READS = new EscrowReads(SOMEBODY);

  @Test
  void everyFunctionThatChangesSomethingHasItsCall() throws IllegalAccessException {
    Set<String> abi = signatures(entry -> is(entry, "function") && !isView(entry));
    assertThat(functionConstants()).containsExactlyInAnyOrderElementsOf(abi);
  }

  @Test
  void everyCallCarriesTheSelectorOfItsFunction() {
    Set<String> selectors =
        signatures(entry -> is(entry, "function") && !isView(entry)).stream()
            .map(AbiTest::selector)
            .collect(Collectors.toSet());
    assertThat(everyCall())
        .extracting(call -> call.input().slice(0, 4).toString())
        .containsExactlyInAnyOrderElementsOf(selectors);
  }

  @Test
  void everyReadAsksAGetterOfTheAbi() {
    Set<String> selectors =
        signatures(entry -> is(entry, "function") && isView(entry)).stream()
            .map(AbiTest::selector)
            .collect(Collectors.toSet());
    assertThat(everyRead())
        .extracting(read -> read.data().slice(0, 4).toString())
        .isSubsetOf(selectors);
  }

  @Test
  void everyEventHasItsRecord() {
    Set<String> abi = signatures(entry -> is(entry, "event"));
    assertThat(EventShapes.ALL)
        .extracting(EventShape::signature)
        .containsExactlyInAnyOrderElementsOf(abi);
    assertThat(EscrowEvents.topics())
        .containsExactlyInAnyOrderElementsOf(
            abi.stream().map(Keccak256::hash).collect(Collectors.<Hash32>toSet()));
  }

  @Test
  void theIndexedMembersOfEveryEventComeFirst() {
    for (JsonValue event : ABI.stream().filter(entry -> is(entry, "event")).toList()) {
      EventShape shape =
          EventShapes.ALL.stream()
              .filter(s -> s.name().equals(event.get("name").text()))
              .findFirst()
              .orElseThrow();
      List<JsonValue> inputs = event.get("inputs").items();
      for (int i = 0; i < inputs.size(); i++) {
        assertThat(inputs.get(i).get("indexed").bool())
            .as("%s, member %s", shape.name(), i)
            .isEqualTo(i < shape.indexed());
      }
    }
  }

  @Test
  void theConstructorTakesTheseSettings() {
    JsonValue constructor =
        ABI.stream().filter(e -> is(e, "constructor")).findFirst().orElseThrow();
    assertThat(types(constructor.get("inputs")))
        .isEqualTo("(address,address,address,uint16,uint48,uint256,uint16,uint48,uint48)");
  }

  @Test
  void theRevertReasonsAreThoseOfTheSource() throws IOException {
    Set<String> inSource = reasonsInSource();
    Set<String> inJava =
        Arrays.stream(EscrowRevert.values()).map(Enum::name).collect(Collectors.toSet());
    assertThat(inJava).containsAll(inSource);
    inJava.removeAll(inSource);
    assertThat(inJava).isSubsetOf(OPTIONAL_REASONS);
  }

  private static Set<String> reasonsInSource() throws IOException {
    Set<String> reasons = new HashSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("..", "contracts", "src"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".sol")).toList()) {
        Matcher matcher = REASON.matcher(COMMENT.matcher(Files.readString(source)).replaceAll(""));
        while (matcher.find()) {
          reasons.add(matcher.group(1));
        }
      }
    }
    assertThat(reasons).hasSizeGreaterThan(40);
    return reasons;
  }

  private static Set<String> functionConstants() throws IllegalAccessException {
    Set<String> signatures = new HashSet<>();
    for (Field field : EscrowFunctions.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          && field.get(null) instanceof com.esaulpaugh.headlong.abi.Function function) {
        signatures.add(function.getCanonicalSignature());
      }
    }
    return signatures;
  }

  private static List<Call> everyCall() {
    List<Call> calls = new ArrayList<>();
    calls.addAll(sessionCalls());
    calls.addAll(ownerCalls());
    return calls;
  }

  private static List<Call> sessionCalls() {
    return List.of(
        CALLS.setHostBasePrice(BigInteger.ONE),
        CALLS.createSlot(1, 2, 3, 4, 5),
        CALLS.cancelSlot(1),
        CALLS.book(1),
        CALLS.createRequest(SOMEBODY, 1, 2, 3, BigInteger.ONE, 4),
        CALLS.cancelRequest(1),
        CALLS.acceptRequest(1, 2, 3, 4, 5),
        CALLS.cancelBookingAsGuest(1),
        CALLS.cancelBookingAsHost(1),
        CALLS.attest(1, EscrowOutcome.COMPLETED, Hash32.ZERO),
        CALLS.claimIfUnattested(1),
        CALLS.challenge(1),
        CALLS.resolveDispute(1, EscrowOutcome.COMPLETED),
        CALLS.finalizeDisputeByTimeout(1),
        CALLS.finalizeBooking(1),
        CALLS.withdrawOwed(),
        CALLS.withdrawOwed(SOMEBODY),
        CALLS.sweepTokenExcess(),
        CALLS.sweepNative());
  }

  private static List<Call> ownerCalls() {
    return List.of(
        CALLS.setOracle(SOMEBODY),
        CALLS.setTreasury(SOMEBODY),
        CALLS.setFeeBps(1),
        CALLS.setLateCancelPenaltyBps(1),
        CALLS.setChallengeBond(BigInteger.ONE),
        CALLS.setChallengeWindow(1),
        CALLS.setNoAttestBuffer(1),
        CALLS.setDisputeTimeout(1),
        CALLS.transferOwnership(SOMEBODY),
        CALLS.acceptOwnership());
  }

  private static List<ContractRead<?>> everyRead() {
    return List.of(
        READS.slot(1),
        READS.booking(1),
        READS.terms(1),
        READS.request(1),
        READS.owed(SOMEBODY),
        READS.hostBasePrice(SOMEBODY),
        READS.totalHeld(),
        READS.slotToBooking(1),
        READS.nextSlotId(),
        READS.nextBookingId(),
        READS.nextRequestId());
  }

  private static Set<String> signatures(Predicate<JsonValue> which) {
    return ABI.stream()
        .filter(which)
        .map(entry -> entry.get("name").text() + types(entry.get("inputs")))
        .collect(Collectors.toSet());
  }

  private static String types(JsonValue inputs) {
    return inputs.items().stream()
        .map(input -> input.get("type").text())
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static String selector(String signature) {
    return Keccak256.hash(signature).bytes().slice(0, 4).toString();
  }

  private static boolean is(JsonValue entry, String type) {
    return entry.get("type").text().equals(type);
  }

  private static boolean isView(JsonValue entry) {
    String mutability = entry.get("stateMutability").text().toLowerCase(Locale.ROOT);
    return mutability.equals("view") || mutability.equals("pure");
  }
}
