package org.sessionsettlement.cli.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.cli.verb.Verb;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.rpc.TempoRpc;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code settle escrow status}: how an escrow is configured, and what is odd about it. */
@Command(
    name = "status",
    usageHelpWidth = 110,
    description = "Prints an escrow's configuration, money and counters, and what is odd about it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Oddities: code_not_ours, token_not_as_recorded, balance_below_held, oracle_is_owner,",
      "  oracle_is_treasury, oracle_is_escrow, treasury_is_escrow, treasury_is_token,",
      "  no_challenge_window, no_attest_buffer_short, no_dispute_timeout, pending_owner"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is odd",
      "1:something is odd, there is no escrow, or the node does not answer",
      "2:the command was not understood, the record cannot be read, or the node is on another chain"
    })
public final class StatusCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final int ODD = 1;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--rpc-url", required = true, paramLabel = "URL", description = "The node.")
  private String rpcUrl = "";

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean isJson;

  /** Where to find the escrow. */
  static final class Which {
    @Option(
        names = "--deployment",
        paramLabel = "FILE",
        description = "The record that settle deploy wrote; the node must be on its chain.")
    private @Nullable Path deployment;

    @Option(names = "--escrow", paramLabel = "ADDRESS", description = "Its address.")
    private @Nullable String escrow;
  }

  @Override
  public Integer call() {
    Verb verb = new Verb(Objects.requireNonNull(spec), isJson);
    return verb.run(() -> status(verb));
  }

  private int status(Verb verb) {
    TempoRpc rpc = TempoRpc.at(rpcUrl);
    Optional<DeploymentFile.Recorded> recorded =
        Optional.ofNullable(which.deployment).map(path -> new DeploymentFile(path).read());
    Address address = recorded.map(DeploymentFile.Recorded::escrow).orElseGet(this::named);
    recorded.ifPresent(record -> ChainCheck.require(rpc, record.chainId()));
    EscrowState state = EscrowStateReading.read(rpc, address);
    List<Oddity> oddities = Oddities.of(state, recorded.map(DeploymentFile.Recorded::paymentToken));
    verb.say(answer(rpc.chainId(), state, oddities));
    return oddities.isEmpty() ? OK : ODD;
  }

  private Address named() {
    try {
      return Address.parse(Objects.requireNonNull(which.escrow));
    } catch (IllegalArgumentException e) {
      throw Refusal.misconfigured("bad_address", "--escrow: " + e.getMessage());
    }
  }

  private static Answer answer(long chainId, EscrowState state, List<Oddity> oddities) {
    return new Answer()
        .put("chain_id", chainId)
        .put("escrow", state.escrow())
        .put("block", state.block())
        .put("is_code_ours", state.codeToken().isPresent())
        .settings(state.settings(), state.owner())
        .put("pending_owner", state.pendingOwner())
        .units("balance_units", state.balanceUnits())
        .units("held_units", state.heldUnits())
        .put("slots", state.slots())
        .put("bookings", state.bookings())
        .put("requests", state.requests())
        .oddities(oddities);
  }
}
