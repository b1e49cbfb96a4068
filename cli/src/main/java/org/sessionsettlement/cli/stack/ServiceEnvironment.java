package org.sessionsettlement.cli.stack;

import java.util.HashMap;
import java.util.Map;
import org.sessionsettlement.controlplane.db.DatabaseSettings;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.localnet.LocalDeployment;

/** The service's settings on a local stack: the chain's clock, the newest block trusted. */
public record ServiceEnvironment(
    StackSettings settings,
    String rpcUrl,
    LocalDeployment deployment,
    DatabaseSettings database,
    Secrets secrets) {

  /** Each with its full name, SETTLE_SERVICE_*. */
  public Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    set(variables, "HTTP_PORT", settings.httpPort());
    set(variables, "DATABASE_URL", database.url());
    set(variables, "DATABASE_USER", database.user());
    set(variables, "RPC_URL", rpcUrl);
    set(variables, "CHAIN_ID", LocalChain.CHAIN_ID);
    set(variables, "ESCROW", deployment.escrow());
    set(variables, "ESCROW_FROM_BLOCK", deployment.block());
    set(variables, "FEE_TOKEN", deployment.token());
    set(variables, "ORACLE_KEY_FILE", secrets.oracleKey());
    set(variables, "TOKEN_FILE", secrets.serviceToken());
    set(variables, "OPERATORS", DevAccounts.OWNER.account().address());
    set(variables, "JWT_SECRET_FILE", secrets.jwtSecret());
    set(variables, "DOMAIN", "localhost:" + settings.httpPort());
    set(variables, "CLOCK", "chain");
    set(variables, "TRUSTED_BLOCK", "latest");
    set(variables, "NODE_ID", "local");
    set(variables, "READY_FILE", settings.folder().readyFile());
    set(variables, "DEV_PAGE", settings.folder().devPage());
    settings.service().forEach((name, value) -> set(variables, name, value));
    return variables;
  }

  private static void set(Map<String, String> variables, String name, Object value) {
    variables.put("SETTLE_SERVICE_" + name, value.toString());
  }
}
