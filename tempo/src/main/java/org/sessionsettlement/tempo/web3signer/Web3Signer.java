package org.sessionsettlement.tempo.web3signer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.rpc.PollClock;
import org.sessionsettlement.tempo.signature.Secp256k1PublicKey;
import org.sessionsettlement.tempo.signature.Secp256k1Signature;

/**
 * A Web3Signer in its eth1 mode, by its HTTP interface (its OpenAPI document {@code
 * eth1/web3signer.yaml}). Safe for several threads. Whoever reaches that interface can sign: put
 * TLS and a client certificate on the client that is handed in.
 */
public final class Web3Signer {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final String SIGN = "api/v1/eth1/sign";
  private static final String PUBLIC_KEYS = "api/v1/eth1/publicKeys";
  private static final String UPCHECK = "upcheck";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int BAD_REQUEST = 400;

  private final SignerHttp http;
  private final Attempts attempts;

  /** The signer at this address, with {@link Web3SignerSettings#DEFAULT}. */
  public Web3Signer(String url) {
    this(new OkHttpClient(), url, Web3SignerSettings.DEFAULT, PollClock.SYSTEM);
  }

  /**
   * The signer at this address.
   *
   * @param shared whose connections, threads and TLS settings are used
   * @throws IllegalArgumentException when the address is no http or https address; it is not
   *     repeated
   */
  public Web3Signer(OkHttpClient shared, String url, Web3SignerSettings settings, PollClock clock) {
    HttpUrl parsed = HttpUrl.parse(url);
    if (parsed == null) {
      throw new IllegalArgumentException("the signer's address is no http(s) URL");
    }
    this.http = new SignerHttp(shared, parsed, settings);
    this.attempts = new Attempts(settings.attempts(), settings.pause(), clock);
  }

  /** Whether it answers that it is up; asked once. */
  public boolean isUp() {
    try {
      return http.send(get(UPCHECK)).status() == OK;
    } catch (RemoteSignerException no) {
      return false;
    }
  }

  /**
   * The keys that it has.
   *
   * @throws RemoteSignerException when it does not say
   */
  public List<Secp256k1PublicKey> publicKeys() {
    SignerHttp.Answer answer = attempts.of(() -> http.send(get(PUBLIC_KEYS)));
    return SignerAnswers.publicKeys(text(answer));
  }

  /**
   * The account of a key that it has.
   *
   * @throws RemoteSignerException.UnknownKey when it has none for this address
   * @throws RemoteSignerException when it does not say
   */
  public Web3SignerAccount account(Address address) {
    return publicKeys().stream()
        .filter(key -> key.address().equals(address))
        .findFirst()
        .map(key -> new Web3SignerAccount(this, key))
        .orElseThrow(() -> new RemoteSignerException.UnknownKey("for " + address));
  }

  /**
   * Has keccak256(data) signed; the signer hashes by itself. The answer is checked to be by this
   * key before it is returned.
   *
   * @throws RemoteSignerException when there is no such signature
   */
  public Secp256k1Signature sign(Secp256k1PublicKey key, Bytes data) {
    String identifier = key.toBytes().toString();
    Request request =
        new Request.Builder()
            .url(http.at(SIGN).addPathSegment(identifier).build())
            .post(body("{\"data\":\"" + data + "\"}"))
            .build();
    SignerHttp.Answer answer = attempts.of(() -> http.send(request));
    if (answer.status() == NOT_FOUND) {
      throw new RemoteSignerException.UnknownKey(identifier);
    }
    return SignerAnswers.signature(text(answer), key, data);
  }

  private static String text(SignerHttp.Answer answer) {
    if (answer.status() >= BAD_REQUEST) {
      throw new RemoteSignerException.Refused(answer.status());
    }
    if (answer.status() != OK) {
      throw SignerAnswers.malformed("status " + answer.status(), null);
    }
    return answer.text();
  }

  private Request get(String path) {
    return new Request.Builder().url(http.at(path).build()).build();
  }

  /** As bytes: of a string OkHttp would add a charset. */
  private static RequestBody body(String json) {
    return RequestBody.create(json.getBytes(StandardCharsets.UTF_8), JSON);
  }

  @Override
  public String toString() {
    return "Web3Signer[" + http.host() + "]";
  }
}
