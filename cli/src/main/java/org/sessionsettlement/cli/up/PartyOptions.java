package org.sessionsettlement.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.client.OkHttpApiTransport;
import org.sessionsettlement.client.RetryPolicy;
import org.sessionsettlement.client.ServiceAddress;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which party of which service a verb acts as. */
public final class PartyOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--service",
      paramLabel = "URL",
      description = "Where the service is (default: ${DEFAULT-VALUE}).",
      defaultValue = "http://localhost:8080")
  private String service = "";

  @Option(names = "--chain-id", description = "The escrow's chain (default: the local one).")
  private long chainId = LocalChain.CHAIN_ID;

  @Option(
      names = "--key-file",
      required = true,
      paramLabel = "FILE",
      description = "A file that holds the party's key, 0x hex.")
  private Path keyFile = Path.of("");

  /**
   * The party's line to the service.
   *
   * @throws ParameterException where the key or the URL is none
   */
  public SessionVoiceApi voice() {
    return new SessionVoiceApi(
        address(),
        new OkHttpApiTransport(),
        RetryPolicy.usual(),
        account(),
        System::currentTimeMillis);
  }

  private Secp256k1Account account() {
    try {
      return Secp256k1Account.fromPrivateKey(Files.readString(keyFile).strip());
    } catch (IOException | IllegalArgumentException e) {
      // Its message is not shown: it could repeat what stands in the file.
      throw wrongUse("--key-file names no file that holds a key");
    }
  }

  private ServiceAddress address() {
    try {
      return ServiceAddress.of(service, chainId);
    } catch (IllegalArgumentException e) {
      throw wrongUse("--service is a URL without a slash at its end, not " + service);
    }
  }

  private ParameterException wrongUse(String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
