package org.sessionsettlement.cli.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.cli.stack.Endpoints;
import org.sessionsettlement.cli.stack.StackException;
import org.sessionsettlement.cli.stack.StackFolder;
import org.sessionsettlement.cli.verb.Refusal;
import org.sessionsettlement.client.OkHttpApiTransport;
import picocli.CommandLine.Option;

/** Which service an operator's verb asks, and with which token. */
final class ServiceOptions {
  /** A sweep of a backlog, or an attestation that is waited for, takes a while. */
  private static final Duration ANSWER_LIMIT = Duration.ofMinutes(1);

  @Option(
      names = "--service",
      paramLabel = "URL",
      defaultValue = "http://localhost:8080",
      description = "Where the service is (default: ${DEFAULT-VALUE}).")
  private String service = "";

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      defaultValue = "${env:SETTLE_SERVICE_TOKEN_FILE}",
      description = "A file with the service token; SETTLE_SERVICE_TOKEN_FILE.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Or the folder of a running local stack: its service, token, node and escrow.")
  private @Nullable Path data;

  /**
   * The service.
   *
   * @throws Refusal {@code no_token}, {@code token_unreadable} or {@code no_stack}
   */
  OperatorApi api() {
    var local = stack();
    String url = local.map(Endpoints::serviceUrl).orElse(service).replaceFirst("/+$", "");
    var file =
        folder()
            .map(StackFolder::serviceToken)
            .or(() -> Optional.ofNullable(tokenFile))
            .orElseThrow(
                () ->
                    Refusal.misconfigured(
                        "no_token", "the service token is needed: --token-file, or --data"));
    var patient = new OkHttpClient.Builder().callTimeout(ANSWER_LIMIT).build();
    return new OperatorApi(url, token(file), new OkHttpApiTransport(patient));
  }

  /** What the local stack published, where one was named. */
  Optional<Endpoints> stack() {
    return folder().map(ServiceOptions::endpoints);
  }

  private Optional<StackFolder> folder() {
    return Optional.ofNullable(data)
        .map(path -> new StackFolder(path.toAbsolutePath().normalize()));
  }

  private static Endpoints endpoints(StackFolder folder) {
    try {
      return Endpoints.of(folder);
    } catch (StackException e) {
      throw Refusal.misconfigured("no_stack", String.valueOf(e.getMessage()));
    }
  }

  private static String token(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw Refusal.misconfigured(
          "token_unreadable", "the token file " + file + " is not readable");
    }
  }
}
