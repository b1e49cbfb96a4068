package org.sessionsettlement.controlplane.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.GUEST;
import static org.sessionsettlement.controlplane.FakeBookings.HOST;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.SettableClock;
import org.sessionsettlement.controlplane.auth.RefreshTokens.Result.Refreshed;
import org.sessionsettlement.controlplane.auth.RefreshTokens.Result.Refused;
import org.sessionsettlement.controlplane.db.Database;
import org.sessionsettlement.controlplane.db.TestDatabase;
import org.sessionsettlement.controlplane.problem.ProblemCode;

class RefreshTokensTest {
  private static final Database DATABASE = TestDatabase.open(RefreshTokensTest.class);
  private static final Duration LATER = RefreshRule.LOST_ANSWER_GRACE.plusMillis(1);

  private final SettableClock clock = new SettableClock(1_000_000);
  private final RefreshTokens tokens = new RefreshTokens(DATABASE, clock, Lifetimes.USUAL);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void bringANewTokenForTheSameWalletAndEndEachTime() {
    var first = tokens.begin(HOST);
    clock.advance(Duration.ofMinutes(9));
    var second = refreshed(first.text());
    assertThat(second.text()).isNotEqualTo(first.text());
    assertThat(second.wallet()).isEqualTo(HOST);
    assertThat(second.expiresAtMs()).isEqualTo(first.expiresAtMs());
  }

  @Test
  void outlastASessionOf240MinutesAndEndAfterEightHours() {
    var newest = tokens.begin(HOST);
    for (int i = 1; i < 8 * 6; i++) {
      clock.advance(Duration.ofMinutes(10));
      newest = refreshed(newest.text());
    }
    clock.advance(Duration.ofMinutes(10));
    assertThat(refusal(newest.text())).isEqualTo(ProblemCode.REFRESH_EXPIRED);
  }

  @Test
  void giveTheSameTokenAgainWhereTheAnswerWasLost() {
    var first = tokens.begin(HOST);
    var second = refreshed(first.text());
    clock.advance(RefreshRule.LOST_ANSWER_GRACE);
    assertThat(refreshed(first.text()).text()).isEqualTo(second.text());
    assertThat(refreshed(second.text()).wallet()).isEqualTo(HOST);
  }

  @Test
  void endTheSignInWhenAnOldOneComesBack() {
    var first = tokens.begin(HOST);
    var other = tokens.begin(HOST);
    var second = refreshed(first.text());
    clock.advance(LATER);
    assertThat(refusal(first.text())).isEqualTo(ProblemCode.REFRESH_REUSED);
    assertThat(refusal(second.text())).isEqualTo(ProblemCode.REFRESH_INVALID);
    assertThat(refusal(first.text())).isEqualTo(ProblemCode.REFRESH_INVALID);
    assertThat(refreshed(other.text()).wallet()).isEqualTo(HOST);
  }

  @Test
  void giveAllWhoRaceTheSameNextToken() throws Exception {
    var first = tokens.begin(HOST);
    var next = new HashSet<String>();
    try (var threads = Executors.newFixedThreadPool(6)) {
      var racers = Collections.<Callable<String>>nCopies(6, () -> refreshed(first.text()).text());
      for (var racer : threads.invokeAll(racers)) {
        next.add(racer.get());
      }
    }
    assertThat(next).hasSize(1);
  }

  @Test
  void areWorthNothingAfterALogoutByAnyOfThem() {
    var first = tokens.begin(HOST);
    var second = refreshed(first.text());
    var guests = tokens.begin(GUEST);
    tokens.logout(first.text());
    tokens.logout(first.text());
    assertThat(refusal(second.text())).isEqualTo(ProblemCode.REFRESH_INVALID);
    assertThat(refreshed(guests.text()).wallet()).isEqualTo(GUEST);
  }

  @Test
  void areNotGuessed() {
    for (var text : new String[] {"", "x", "A".repeat(43), "!".repeat(43), "A".repeat(60_000)}) {
      assertThat(refusal(text)).isEqualTo(ProblemCode.REFRESH_INVALID);
    }
  }

  @Test
  void areNotInTheDatabaseNorInWhatIsPrinted() {
    var token = tokens.begin(HOST);
    var hash = OpaqueToken.parse(token.text()).orElseThrow().hash();
    assertThat(
            DATABASE.jdbc().sql("select token_hash from refresh_tokens").query(byte[].class).list())
        .contains(hash);
    assertThat(token.toString()).doesNotContain(token.text());
  }

  @Test
  void areForgottenWithTheirSignIn() {
    var old = tokens.begin(HOST);
    clock.set(old.expiresAtMs());
    var fresh = tokens.begin(HOST);
    tokens.prune();
    assertThat(refusal(old.text())).isEqualTo(ProblemCode.REFRESH_INVALID);
    assertThat(refreshed(fresh.text()).wallet()).isEqualTo(HOST);
  }

  private RefreshTokens.RefreshToken refreshed(String token) {
    var result = tokens.refresh(token);
    assertThat(result).isInstanceOf(Refreshed.class);
    return ((Refreshed) result).next();
  }

  private ProblemCode refusal(String token) {
    var result = tokens.refresh(token);
    assertThat(result).isInstanceOf(Refused.class);
    return ((Refused) result).code();
  }
}
