package org.sessionsettlement.cli.serve;

import java.util.concurrent.Callable;
import org.sessionsettlement.controlplane.app.Serve;
import picocli.CommandLine.Command;

/** {@code settle serve}: the service, configured by its environment. */
@Command(
    name = "serve",
    usageHelpWidth = 110,
    description = "Run the service; its settings are the SETTLE_SERVICE_* environment variables.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nWhat it needs; docs/http.md lists every setting:%n",
    footer = {
      "  SETTLE_SERVICE_DATABASE_URL, _DATABASE_USER PostgreSQL, as a JDBC address",
      "  SETTLE_SERVICE_RPC_URL                      the chain's JSON-RPC",
      "  SETTLE_SERVICE_CHAIN_ID                     checked against the node",
      "  SETTLE_SERVICE_ESCROW                       the escrow's address",
      "  SETTLE_SERVICE_TOKEN_FILE                   a file with the operator's service token",
      "  SETTLE_SERVICE_OPERATORS                    addresses that may force outcomes",
      "  SETTLE_SERVICE_JWT_SECRET_FILE              a file with the keys of the access tokens",
      "",
      "Keys, what is checked before they are used, and what they may pay; see docs/keys.md:",
      "  SETTLE_SERVICE_ORACLE, _KEEPER              on or off: what this node signs",
      "  SETTLE_SERVICE_ORACLE_KEYSTORE_FILE         the oracle's key, encrypted; with",
      "  SETTLE_SERVICE_ORACLE_KEYSTORE_PASSWORD_FILE",
      "  SETTLE_SERVICE_ORACLE_SIGNER_URL            or in a Web3Signer; with",
      "  SETTLE_SERVICE_ORACLE_ADDRESS               the account that is to sign",
      "  SETTLE_SERVICE_ORACLE_KEY_FILE              or, on a local chain alone, as 0x hex",
      "  SETTLE_SERVICE_NEXT_ORACLE_...              the same five for the next key, while it is changed",
      "  SETTLE_SERVICE_KEEPER_...                   the same five for the keeper; else the oracle's",
      "  SETTLE_SERVICE_FEE_TOKEN                    the TIP-20 that pays the fees",
      "  SETTLE_SERVICE_ORACLE_FEE_CAP_UNITS         the most that one attestation may cost",
      "  SETTLE_SERVICE_KEEPER_FEE_CAP_UNITS         the most that one settlement may cost",
      "  SETTLE_SERVICE_ESCROW_CODE_HASH             keccak-256 of the escrow's deployed code",
      "  SETTLE_SERVICE_RPC_WITNESS_URL              a second endpoint that must agree before signing",
      "  SETTLE_SERVICE_LOG_FORMAT                   text, or json: an object a line",
      "  SETTLE_SERVICE_OTLP_URL                     an OpenTelemetry collector for traces",
      "  SETTLE_SERVICE_HTTP                         public, or internal: health and metrics alone",
      "  SETTLE_SERVICE_HTTP_HOST, _HTTP_PORT        where it listens; 127.0.0.1, 8080",
      "",
      "Who is told what becomes of bookings; see docs/notices.md:",
      "  SETTLE_SERVICE_WEBHOOK_URL                  where notices are posted; with",
      "  SETTLE_SERVICE_WEBHOOK_SECRET_FILE          a file with what they are signed with",
      "  SETTLE_SERVICE_SMTP_HOST, _SMTP_FROM        the mail server, and what mail comes from"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it was asked to stop",
      "2:a setting is missing or wrong, or does not fit the database or the chain; one line names it"
    })
public final class ServeCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return Serve.run(System.getenv(), System.in, System.err);
  }
}
