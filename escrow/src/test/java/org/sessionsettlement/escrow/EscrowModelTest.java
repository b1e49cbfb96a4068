package org.sessionsettlement.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.rpc.JsonValue;
import org.sessionsettlement.tempo.rpc.Receipt;
import org.sessionsettlement.tempo.testing.TestChain;

/**
 * A second opinion: random operations on the deployed contract with a real token, and on a plain
 * model of docs/escrow-v1.md. After each: the same success or reason, the same events, the same
 * getters, the same balances.
 *
 * <p>{@code -Dseed=} runs one seed again; {@code -Dmodel.seeds=} and {@code -Dmodel.steps=} make it
 * long.
 */
class EscrowModelTest {
  private static final int SEEDS = Integer.getInteger("model.seeds", 3);
  private static final int STEPS = Integer.getInteger("model.steps", 200);
  private static final long FIRST_SEED = 20_261_124;

  /** A refusal is also mined now and then: it must change nothing. */
  private static final int MINED_REFUSALS = 6;

  private static final Secp256k1Account OTHER_HOST =
      Secp256k1Account.fromPrivateKey(
          "47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a");
  private static final List<Secp256k1Account> ACTORS =
      List.of(
          DevAccount.OWNER,
          DevAccount.ORACLE,
          DevAccount.TREASURY,
          DevAccount.HOST,
          DevAccount.GUEST,
          OTHER_HOST);

  @Test
  void drawsEveryFunctionThatChangesAnything() {
    List<String> drawn =
        ModelActions.names().stream().map(name -> name.replaceFirst("\\(.*", "")).toList();
    List<String> changing =
        JsonValue.parse(EscrowArtifacts.abiJson()).items().stream()
            .filter(entry -> entry.get("type").text().equals("function"))
            .filter(entry -> entry.get("stateMutability").text().equals("nonpayable"))
            .map(entry -> entry.get("name").text())
            .toList();
    assertThat(drawn).containsAll(changing);
  }

  @Test
  void theContractDoesWhatItsDocumentSays() throws IOException {
    ModelTally total = new ModelTally(ModelActions.names());
    Long only = Long.getLong("seed");
    long first = only == null ? FIRST_SEED : only;
    long seeds = only == null ? SEEDS : 1;
    try (TestChain chain = TestChain.start()) {
      for (long seed = first; seed < first + seeds; seed++) {
        System.out.println("model test: seed " + seed + ", " + STEPS + " steps");
        total.add(run(chain, seed));
      }
    }
    System.out.println("model test: what was done and refused" + total);
    if (only == null) {
      requireCoverage(total, "from seed " + first + total);
    }
  }

  /** Agreement proves little about what never happened. */
  private static void requireCoverage(ModelTally tally, String shown) {
    assertThat(tally.neverDone()).as("never done, " + shown).isEmpty();
    assertThat(tally.edgesNeverRefused()).as("never a second off, " + shown).isEmpty();
    assertThat(tally.refusedFor("ContractPaused")).as(shown).isPositive();
    assertThat(tally.refusedFor("PolicyForbids")).as(shown).isPositive();
  }

  private static ModelTally run(TestChain chain, long seed) {
    Random random = new Random(seed);
    ModelDeployment deployment = ModelDeployment.on(chain, ACTORS, seed);
    ModelState state = deployment.model(ACTORS);
    ModelTally tally = new ModelTally(ModelActions.names());
    ModelChance chance = new ModelChance(random, ACTORS);
    ModelGenerator generator =
        new ModelGenerator(chance, new ModelActions(chance, deployment), tally);
    ModelChain steps = new ModelChain(chain, deployment.escrow());
    ModelComparer comparer =
        new ModelComparer(
            chain.rpc(), deployment, ACTORS.stream().map(Secp256k1Account::address).toList());
    long last = chain.now();
    for (int i = 0; i < STEPS; i++) {
      ModelStep step = generator.next(state, last);
      String shown = "seed " + seed + ", step " + i + ": " + step;
      ModelStep.Expected expected = step.applyTo(state);
      assertThat(steps.refusal(step)).as(shown).isEqualTo(expected.refusal());
      tally.count(step.function(), expected.refusal());
      if (expected.refusal().isEmpty() || random.nextInt(MINED_REFUSALS) == 0) {
        mine(steps, step, expected, shown);
        assertThat(comparer.differences(state)).as(shown).isEmpty();
        last = step.at();
      }
    }
    return tally;
  }

  private static void mine(
      ModelChain steps, ModelStep step, ModelStep.Expected expected, String shown) {
    Receipt receipt = steps.send(step);
    assertThat(receipt.succeeded()).as(shown).isEqualTo(expected.refusal().isEmpty());
    assertThat(steps.events(receipt)).as(shown).isEqualTo(expected.events());
  }
}
