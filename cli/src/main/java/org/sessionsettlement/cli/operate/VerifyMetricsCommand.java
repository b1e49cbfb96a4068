package org.sessionsettlement.cli.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.stack.Endpoints;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.cli.verb.Verb;
import org.sessionsettlement.escrow.MetricsCheck;
import org.sessionsettlement.escrow.SessionEscrow;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.rpc.BlockTag;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code settle verify-metrics}: whether stored bytes are what the chain committed to. */
@Command(
    name = "verify-metrics",
    usageHelpWidth = 110,
    description = {
      "Checks a booking's attestation from the chain and the stored bytes alone.",
      "",
      "Whether the bytes hash to the chain's metricsHash, are about that booking, and the rulebook gives the",
      "outcome from them; or whether an operator forced it, and signed for that."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Faults: not_attested, hash_differs, malformed, other_session, decision_differs, outcome_differs,",
      "  not_the_operators",
      "With --json: {escrow, booking_id, chain_id, metrics_hash, result: computed, overridden or wrong, ...}"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:hash verified, and the outcome is what the rulebook computes",
      "1:something is wrong, or node or service do not answer",
      "2:the command was not understood",
      "3:hash verified, and an operator forced the outcome"
    })
public final class VerifyMetricsCommand implements Callable<Integer> {
  private static final Pattern BOOKING = Pattern.compile("(?:(0x[0-9a-fA-F]{40})-)?([0-9]{1,18})");
  private static final long MAX_BYTES = 4L * 1024 * 1024;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "BOOKING", description = "Its id, or <escrow address>-<id>.")
  private String booking = "";

  @Option(
      names = "--rpc-url",
      paramLabel = "URL",
      defaultValue = "${env:SETTLE_SERVICE_RPC_URL}",
      description = "The node; SETTLE_SERVICE_RPC_URL.")
  private @Nullable String rpcUrl;

  @Option(
      names = "--escrow",
      paramLabel = "ADDRESS",
      defaultValue = "${env:SETTLE_SERVICE_ESCROW}",
      description = "The escrow of a booking that is named by its id alone; SETTLE_SERVICE_ESCROW.")
  private @Nullable String escrow;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The stored bytes, instead of asking the service for them.")
  private @Nullable Path file;

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean isJson;

  @Override
  public Integer call() {
    var verb = new Verb(Objects.requireNonNull(spec), isJson);
    return verb.run(
        () -> {
          var chain = onChain();
          var checked = new CheckedMetrics(chain, MetricsCheck.of(stored(chain), chain));
          verb.say(checked);
          return checked.exitCode();
        });
  }

  private MetricsCheck.OnChain onChain() {
    var parts = BOOKING.matcher(booking);
    if (!parts.matches()) {
      throw Refusal.misconfigured("bad_booking_id", "BOOKING is an id, or <escrow address>-<id>");
    }
    var rpc =
        TempoRpc.at(named(rpcUrl, service.stack().map(Endpoints::rpcUrl), "no_node", "--rpc-url"));
    var address = address(Optional.ofNullable(parts.group(1)));
    long id = Long.parseLong(parts.group(2));
    // One block for all, so that what is read belongs together.
    var at = new SessionEscrow(rpc, address).at(BlockTag.number(rpc.blockNumber()));
    var found = at.booking(id);
    if (!found.exists()) {
      throw Refusal.failed("booking_not_found", "the escrow has no such booking");
    }
    return new MetricsCheck.OnChain(rpc.chainId(), address, id, found, at.slot(found.slotId()));
  }

  private Address address(Optional<String> inName) {
    String text =
        inName.orElseGet(
            () -> named(escrow, service.stack().map(Endpoints::escrow), "no_escrow", "--escrow"));
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.misconfigured("bad_address", "the escrow's address is none: " + text);
    }
  }

  private static String named(
      @Nullable String given, Optional<String> ofStack, String code, String option) {
    return ofStack
        .or(() -> Optional.ofNullable(given))
        .orElseThrow(() -> Refusal.misconfigured(code, option + " is needed, or --data"));
  }

  private Bytes stored(MetricsCheck.OnChain chain) {
    return Optional.ofNullable(file)
        .map(VerifyMetricsCommand::read)
        .orElseGet(
            () ->
                Bytes.of(
                    service
                        .api()
                        .bytes(
                            "/bookings/%s-%d/metrics"
                                .formatted(chain.escrow(), chain.bookingId()))));
  }

  private static Bytes read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw Refusal.misconfigured("file_too_large", file + " is larger than any payload");
      }
      return Bytes.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw Refusal.misconfigured("file_unreadable", file + " cannot be read");
    }
  }
}
