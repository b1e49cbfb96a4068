package org.sessionsettlement.cli.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sessionsettlement.controlplane.privacy.WalletData;
import org.sessionsettlement.tempo.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code settle privacy export}: everything stored about a wallet. */
@Command(
    name = "export",
    description = "Prints everything stored about a wallet as one JSON object, a list a section.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:printed, even where nothing is stored",
      "1:the database does not answer",
      "2:the command was not understood"
    })
public final class ExportCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Mixin private Target target = new Target();

  @Option(names = "--json", description = "Print it on one line.")
  private boolean isJson;

  @Override
  public Integer call() {
    return target.with(this::export);
  }

  private int export(Address wallet, WalletData data) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("wallet", wallet.toString());
    data.export(wallet).forEach((section, rows) -> answer.put(section, trees(rows)));
    target.say((isJson ? JSON : PRETTY).writeValueAsString(answer));
    return 0;
  }

  private static List<JsonNode> trees(List<String> rows) {
    return rows.stream().map(JSON::readTree).toList();
  }
}
