package org.sessionsettlement.tempo.web3signer;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** One request, one answer of bounded length. */
final class SignerHttp {
  private static final long PIECE_BYTES = 8 << 10;
  private static final int BROKEN = 500;

  private final OkHttpClient client;
  private final HttpUrl url;
  private final long maxAnswerBytes;

  /** Status and text. */
  record Answer(int status, String text) {}

  SignerHttp(OkHttpClient shared, HttpUrl url, Web3SignerSettings settings) {
    this.url = url;
    this.maxAnswerBytes = settings.maxAnswerBytes();
    // What is to be signed goes to nobody else, and is repeated by Attempts alone.
    this.client =
        shared
            .newBuilder()
            .connectTimeout(settings.connect())
            .readTimeout(settings.read())
            .callTimeout(settings.wholeCall())
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
  }

  HttpUrl.Builder at(String path) {
    return url.newBuilder().addPathSegments(path);
  }

  String host() {
    return url.host();
  }

  /**
   * Asks.
   *
   * @throws RemoteSignerException.Unavailable also for a status of 500 and above
   * @throws RemoteSignerException.MalformedAnswer for an answer that is too long
   */
  Answer send(Request request) {
    try (Response response = client.newCall(request).execute()) {
      if (response.code() >= BROKEN) {
        throw new RemoteSignerException.Unavailable(
            "the remote signer " + host() + " answered with status " + response.code(), null);
      }
      return new Answer(response.code(), read(response.body()));
    } catch (IOException noAnswer) {
      throw new RemoteSignerException.Unavailable(
          "no answer of the remote signer " + host(), noAnswer);
    }
  }

  private String read(ResponseBody body) throws IOException {
    Buffer all = new Buffer();
    while (body.source().read(all, PIECE_BYTES) >= 0) {
      if (all.size() > maxAnswerBytes) {
        throw new RemoteSignerException.MalformedAnswer(
            "an answer of more than " + maxAnswerBytes + " bytes", null);
      }
    }
    return all.readUtf8();
  }
}
