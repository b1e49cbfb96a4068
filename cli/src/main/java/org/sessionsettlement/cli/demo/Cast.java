package org.sessionsettlement.cli.demo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.cli.stack.Stack;
import org.sessionsettlement.client.ApiTransport;
import org.sessionsettlement.client.BookingApi;
import org.sessionsettlement.client.EscrowApi;
import org.sessionsettlement.client.OkHttpApiTransport;
import org.sessionsettlement.client.RetryPolicy;
import org.sessionsettlement.client.ServiceAddress;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.localnet.DevAccounts;
import org.sessionsettlement.localnet.Funding;
import org.sessionsettlement.localnet.LocalChain;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Keccak256;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/**
 * Makes a host and a guest for each scenario, with accounts of their own, so that every coin can be
 * told apart.
 */
final class Cast {
  private static final BigInteger PURSE_UNITS = BigInteger.valueOf(100_000_000);

  /**
   * A restart of the service takes seconds; a client that gives up sooner would lose its session to
   * it.
   */
  private static final RetryPolicy PATIENT = new RetryPolicy(60, 100, 500, Thread::sleep);

  private final Stack stack;
  private final ApiTransport transport = new OkHttpApiTransport();

  Cast(Stack stack) {
    this.stack = stack;
  }

  /** The parties of one scenario. */
  record Pair(Scenario scenario, Player host, Player guest) {}

  /** All of them, funded. */
  List<Pair> assemble(List<Scenario> scenarios) {
    List<Pair> pairs =
        scenarios.stream()
            .map(s -> new Pair(s, invented(s.key() + "/host"), invented(s.key() + "/guest")))
            .toList();
    List<Address> purses = new ArrayList<>();
    pairs.forEach(pair -> purses.addAll(List.of(pair.host().address(), pair.guest().address())));
    // Not out of an account that the balance sheet follows.
    new Funding(stack.chain().rpc(), DevAccounts.HOSTS.getFirst().account())
        .fund(purses, PURSE_UNITS);
    return pairs;
  }

  /** One of Anvil's accounts as a player. */
  Player dev(DevAccounts.DevAccount dev) {
    return player(dev.name(), dev.privateKey());
  }

  private Player invented(String name) {
    byte[] seed = ("settle demo " + name).getBytes(StandardCharsets.UTF_8);
    return player(name, Keccak256.hash(seed).toString());
  }

  private Player player(String name, String privateKey) {
    Secp256k1Account account = Secp256k1Account.fromPrivateKey(privateKey);
    ServiceAddress service = ServiceAddress.of(stack.service().url(), LocalChain.CHAIN_ID);
    SessionVoiceApi voice =
        new SessionVoiceApi(service, transport, PATIENT, account, System::currentTimeMillis);
    EscrowApi chain =
        new EscrowApi(
            stack.chain().rpc(),
            LocalChain.CHAIN_ID,
            stack.deployment().escrow(),
            stack.deployment().token(),
            account);
    return new Player(name, privateKey, account, chain, voice, new BookingApi(voice));
  }
}
