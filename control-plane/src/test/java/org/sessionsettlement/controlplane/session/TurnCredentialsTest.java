package org.sessionsettlement.controlplane.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.controlplane.FakeBookings.GUEST;
import static org.sessionsettlement.controlplane.FakeBookings.HOST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.controlplane.FakeBookings;

class TurnCredentialsTest {
  private static final long EXPIRES_S = 1_795_480_800;

  private final TurnCredentials credentials = new TurnCredentials("a secret of the TURN server");

  /** Both were computed by openssl dgst -hmac. */
  @Test
  void areThoseThatOpensslComputes() {
    var host = credentials.of(FakeBookings.key(7), HOST, EXPIRES_S);
    assertThat(host.username()).isEqualTo("1795480800:56f3878671409a2d052fda01ad1a761b");
    assertThat(host.password()).isEqualTo("d+ZlSiBY9grG0JyU+i9lDWYjCWk=");
    var guest = credentials.of(FakeBookings.key(7), GUEST, EXPIRES_S);
    assertThat(guest.username()).isEqualTo("1795480800:db3269a7b0968e5907265d8bc633be8d");
    assertThat(guest.password()).isEqualTo("ldexcxtEfezx5S7oCnpmry4Dxms=");
  }

  @Test
  void nameAPartyByAnotherNameInEachBooking() {
    assertThat(credentials.of(FakeBookings.key(8), HOST, EXPIRES_S).username())
        .isNotEqualTo(credentials.of(FakeBookings.key(7), HOST, EXPIRES_S).username());
  }

  @Test
  void printNoPassword() {
    var credential = credentials.of(FakeBookings.key(7), HOST, EXPIRES_S);
    assertThat(credential.toString()).doesNotContain(credential.password());
    assertThat(IceServer.turn(List.of("turn:example.org"), credential).toString())
        .doesNotContain(credential.password());
  }
}
