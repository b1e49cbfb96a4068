package org.sessionsettlement.controlplane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;

class NoncesTest {
  private static final Database DATABASE = TestDatabase.open(NoncesTest.class);

  private final SettableClock clock = new SettableClock(1_000_000);
  private final Nonces nonces = new Nonces(DATABASE, clock);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void areLongEnoughForTheStandardAndDiffer() {
    assertThat(nonces.issue().text())
        .matches("[A-Za-z0-9]{8,}")
        .isNotEqualTo(nonces.issue().text());
  }

  @Test
  void areUsedOnce() {
    var nonce = nonces.issue();
    assertThat(nonces.use(nonce.text())).isTrue();
    assertThat(nonces.use(nonce.text())).isFalse();
  }

  @Test
  void areUsedOnceByManyAtATime() throws Exception {
    var nonce = nonces.issue();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var uses =
          IntStream.range(0, 8).<Callable<Boolean>>mapToObj(i -> () -> nonces.use(nonce.text()));
      int successes = 0;
      for (var use : threads.invokeAll(uses.toList())) {
        successes += use.get() ? 1 : 0;
      }
      assertThat(successes).isEqualTo(1);
    }
  }

  @Test
  void expire() {
    var nonce = nonces.issue();
    clock.set(nonce.expiresAtMs());
    assertThat(nonces.use(nonce.text())).isFalse();
  }

  @Test
  void areNotGuessed() {
    assertThat(nonces.use("00000000000000000000000000000000")).isFalse();
  }

  @Test
  void areForgottenOnceTheyExpired() {
    var old = nonces.issue();
    clock.set(old.expiresAtMs());
    var fresh = nonces.issue();
    nonces.prune();
    assertThat(DATABASE.jdbc().sql("select nonce from sign_in_nonces").query(String.class).list())
        .contains(fresh.text())
        .doesNotContain(old.text());
  }
}
