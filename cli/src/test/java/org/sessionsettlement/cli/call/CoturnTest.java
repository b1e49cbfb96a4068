package org.sessionsettlement.cli.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sessionsettlement.cli.call.TurnClient.Family.IPV4;
import static org.sessionsettlement.cli.call.TurnClient.Family.IPV6;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.controlplane.db.BookingKey;
import org.sessionsettlement.controlplane.session.TurnCredentials;
import org.sessionsettlement.controlplane.session.TurnCredentials.Credential;
import org.sessionsettlement.tempo.Address;

/** The configuration that we ship, in a real coturn, with the credentials that we hand out. */
class CoturnTest {
  private static final int USER_QUOTA = 24;
  private static final int OK = 0;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int QUOTA_REACHED = 486;
  private static final String REFUSED = "Cannot find credentials of user";
  private static final long AN_HOUR_S = 3_600;
  private static final Address WALLET = Address.parse("0x" + "22".repeat(20));

  private static Coturn coturn;

  /** Each test is a party of its own: quotas hold for a name. */
  private static long bookings;

  private final long booking = ++bookings;
  private final List<TurnClient> clients = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    coturn = Coturn.start();
  }

  @AfterAll
  static void stop() {
    coturn.close();
  }

  @AfterEach
  void closeClients() {
    clients.forEach(TurnClient::close);
  }

  @Test
  void takesOurCredentials() throws IOException {
    assertThat(allocate(client(), credential(Coturn.SECRET, AN_HOUR_S))).isEqualTo(OK);
  }

  @Test
  void refusesThemOnceTheyHaveEnded() throws IOException {
    assertThat(allocate(client(), credential(Coturn.SECRET, -1))).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void refusesOnesMadeWithAnotherSecretOrAnotherEnd() throws IOException {
    var good = credential(Coturn.SECRET, AN_HOUR_S);
    assertThat(allocate(client(), credential("another secret of 16+", AN_HOUR_S)))
        .isEqualTo(UNAUTHORIZED);
    var longer = new Credential("9" + good.username(), good.password());
    assertThat(allocate(client(), longer)).isEqualTo(UNAUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.2",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.251",
        "240.0.0.1",
        "255.255.255.255"
      })
  void relaysNothingToAnAddressThatIsNotPublic(String peer) throws IOException {
    var client = client();
    allocate(client, credential(Coturn.SECRET, AN_HOUR_S));
    assertThat(client.permit(InetAddress.ofLiteral(peer))).isEqualTo(FORBIDDEN);
    assertThat(client.bindChannel(InetAddress.ofLiteral(peer))).isEqualTo(FORBIDDEN);
  }

  @Test
  void relaysToPublicAddresses() throws IOException {
    var client = client();
    allocate(client, credential(Coturn.SECRET, AN_HOUR_S));
    for (var peer : List.of("9.255.255.255", "100.63.255.255", "172.32.0.0", "223.255.255.255")) {
      assertThat(client.permit(InetAddress.ofLiteral(peer))).as(peer).isEqualTo(OK);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "100::1",
        "2001::7f00:1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "fd00::2",
        "fe80::1",
        "ff02::fb"
      })
  void relaysNothingToAnIpv6AddressThatIsNotPublicOrHidesAnother(String peer) throws IOException {
    var client = client();
    assertThat(allocateIpv6(client)).isEqualTo(OK);
    assertThat(client.permit(InetAddress.ofLiteral(peer))).isEqualTo(FORBIDDEN);
    assertThat(client.bindChannel(InetAddress.ofLiteral(peer))).isEqualTo(FORBIDDEN);
  }

  /** Made by hand, since Java turns the text of one into an IPv4 address. */
  @Test
  void relaysNothingToAnIpv4AddressInsideAnIpv6One() throws IOException {
    var client = client();
    allocateIpv6(client);
    byte[] mapped = HexFormat.of().parseHex("00".repeat(10) + "ffff" + "0a000001");
    assertThat(client.permit(Inet6Address.getByAddress("", mapped, -1))).isEqualTo(FORBIDDEN);
  }

  @Test
  void relaysToPublicIpv6Addresses() throws IOException {
    var client = client();
    allocateIpv6(client);
    for (var peer : List.of("2001:200::1", "2003::1", "2a00::1", "3ffe::1")) {
      assertThat(client.permit(InetAddress.ofLiteral(peer))).as(peer).isEqualTo(OK);
    }
  }

  @Test
  void stopsAPartyAtItsQuotaAndNobodyElse() throws IOException {
    var one = credential(Coturn.SECRET, AN_HOUR_S);
    for (int i = 0; i < USER_QUOTA; i++) {
      assertThat(allocate(client(), one)).isEqualTo(OK);
    }
    assertThat(allocate(client(), one)).isEqualTo(QUOTA_REACHED);
    var longer = credential(Coturn.SECRET, AN_HOUR_S + 1);
    assertThat(allocate(client(), longer)).as("by a later end").isEqualTo(QUOTA_REACHED);
    var other = credential(new BookingKey(WALLET, booking + 1_000), Coturn.SECRET, AN_HOUR_S);
    assertThat(allocate(client(), other)).isEqualTo(OK);
  }

  @Test
  void logsNoAddressOfAClientAndNoPublicOneOfAPeer() throws IOException {
    var client = client("127.0.0.77");
    allocate(client, credential(Coturn.SECRET, AN_HOUR_S));
    client.permit(InetAddress.ofLiteral("9.77.77.77"));
    allocate(client("127.0.0.77"), credential(Coturn.SECRET, -1));
    assertThat(coturn.log()).contains(REFUSED).doesNotContain("127.0.0.77", "9.77.77.77");
  }

  private TurnClient client() throws IOException {
    return client("127.0.0.1");
  }

  private TurnClient client(String from) throws IOException {
    var client = new TurnClient(coturn.address(), new InetSocketAddress(from, 0));
    clients.add(client);
    return client;
  }

  private static int allocate(TurnClient client, Credential credential) throws IOException {
    return client.allocate(credential.username(), credential.password(), IPV4);
  }

  private int allocateIpv6(TurnClient client) throws IOException {
    var credential = credential(Coturn.SECRET, AN_HOUR_S);
    return client.allocate(credential.username(), credential.password(), IPV6);
  }

  private Credential credential(String secret, long lastsS) {
    return credential(new BookingKey(WALLET, booking), secret, lastsS);
  }

  /** By the machine's clock, since coturn knows no other. */
  private static Credential credential(BookingKey key, String secret, long lastsS) {
    long nowS = System.currentTimeMillis() / 1_000;
    return new TurnCredentials(secret).of(key, WALLET, nowS + lastsS);
  }
}
