package org.sessionsettlement.bench;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.account.Secp256k1Account;
import org.sessionsettlement.tempo.token.Tip20;
import org.sessionsettlement.tempo.transaction.SignedTransaction;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/**
 * A two-call transaction: built, signed, encoded and hashed; decoded and its sender recovered; on
 * one core. Limits: 10,000 a second each, and the first at least five times what viem does on the
 * same machine in the same run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class TransactionBenchmark {
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final Tip20 TOKEN =
      new Tip20(Address.parse("0x20c0000000000000000000000000000000000001"));
  private static final Address PAYEE = Address.parse("0x1111111111111111111111111111111111111111");
  private static final BigInteger TIP = BigInteger.valueOf(1_000_000_000);
  private static final BigInteger MAX_FEE = BigInteger.valueOf(40_000_000_000L);

  private final Secp256k1Account account =
      Secp256k1Account.fromPrivateKey(
          "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
  private final Bytes serialized = transaction(7).sign(account).bytes();
  private long nonce;

  private static TempoTransaction transaction(long nonce) {
    return TempoTransaction.builder()
        .chainId(31_337)
        .maxPriorityFeePerGas(TIP)
        .maxFeePerGas(MAX_FEE)
        .gasLimit(1_000_000)
        .nonce(nonce)
        .feeToken(TOKEN.token())
        .calls(
            List.of(
                TOKEN.transfer(PAYEE, BigInteger.valueOf(4)),
                TOKEN.transfer(PAYEE, BigInteger.valueOf(5))))
        .build();
  }

  /** Build, encode, sign, encode again, hash. */
  @Benchmark
  public Hash32 signAndHash() {
    return transaction(nonce++).sign(account).hash();
  }

  /** Decode, check, recover. */
  @Benchmark
  public Address readAndRecover() {
    return SignedTransaction.decode(serialized).sender();
  }

  /** Runs this benchmark and then its peer, and prints both. */
  public static void main(String[] args) throws Exception {
    Collection<RunResult> ours =
        new Runner(
                new OptionsBuilder()
                    .include(TransactionBenchmark.class.getSimpleName())
                    .addProfiler(GCProfiler.class)
                    .build())
            .run();
    Map<String, Double> viem = ViemPeer.rates(new TransactionBenchmark().serialized);
    System.out.printf(
        "%n%-16s %12s %12s %8s %14s%n", "one core", "ours /s", "viem /s", "ratio", "bytes/op");
    ours.forEach(result -> print(result, viem));
  }

  private static void print(RunResult result, Map<String, Double> viem) {
    String name = result.getPrimaryResult().getLabel();
    double rate = result.getPrimaryResult().getScore();
    double peer = viem.getOrDefault(name, Double.NaN);
    double bytes = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATION)).getScore();
    System.out.printf("%-16s %12.0f %12.0f %8.1f %14.0f%n", name, rate, peer, rate / peer, bytes);
  }
}
