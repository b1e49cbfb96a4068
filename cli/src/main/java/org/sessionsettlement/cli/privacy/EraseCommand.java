package org.sessionsettlement.cli.privacy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sessionsettlement.controlplane.privacy.WalletData;
import org.sessionsettlement.controlplane.privacy.WalletData.Erased;
import org.sessionsettlement.tempo.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code settle privacy erase}: presence and statements of a wallet, where the money is final. */
@Command(
    name = "erase",
    description = {
      "Erases the presence of every booking of a wallet whose money is final: both parties'",
      "connections, what their clients said of their media, and the words of their statements.",
      "Verdicts and metrics bytes stay, since the hash on chain commits to them, and so do the",
      "hashes of statements; what the chain shows is not ours to erase. The wallet's mailbox for",
      "notices and its settings as a host are forgotten in any case."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Reasons why something is kept: money_not_final, not_mirrored (the service does not have the",
      "  booking from the chain yet)"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is left to erase",
      "1:some had to be kept, or the database does not answer",
      "2:the command was not understood"
    })
public final class EraseCommand implements Callable<Integer> {
  private static final int KEPT = 1;

  @Mixin private Target target = new Target();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean isJson;

  @Override
  public Integer call() {
    return target.with(this::erase);
  }

  private int erase(Address wallet, WalletData data) {
    var bookings = data.erase(wallet);
    var kept = bookings.stream().filter(one -> one.keptBecause().isPresent()).toList();
    var erased = bookings.stream().filter(one -> one.keptBecause().isEmpty()).toList();
    if (isJson) {
      target.say(json(erased, kept));
    } else {
      erased.forEach(one -> target.say("erased  " + one.booking()));
      kept.forEach(one -> target.say("kept    " + one.booking() + "  " + reason(one)));
    }
    return kept.isEmpty() ? 0 : KEPT;
  }

  private static String json(List<Erased> erased, List<Erased> kept) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "erased", erased.stream().map(one -> one.booking().toString()).toList(),
                "kept",
                    kept.stream()
                        .map(
                            one ->
                                Map.of("booking", one.booking().toString(), "reason", reason(one)))
                        .toList()));
  }

  private static String reason(Erased one) {
    return one.keptBecause().orElse("");
  }
}
