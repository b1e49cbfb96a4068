package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAppHttpTest {
  private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
  private static final TestService SERVICE = TestService.start(WebAppHttpTest.class);

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/session/7",
        "/call/7",
        "/host/0xAb",
        "/schedule",
        "/money",
        "/review",
        "/call/0xAb-7"
      })
  void servesThePageToAskAboutEachTime(String path) {
    var page = SERVICE.get(path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(header(page, "content-type")).startsWith("text/html");
    assertThat(header(page, "cache-control")).isEqualTo("no-cache");
    assertThat(page.response().body()).contains("id=\"root\"");
  }

  @Test
  void servesTheFilesOfThePageToBeKeptForGood() {
    assertThat(filesOfThePage()).hasSizeGreaterThanOrEqualTo(2);
    for (String file : filesOfThePage()) {
      var asset = SERVICE.get(file);
      assertThat(asset.status()).as(file).isEqualTo(200);
      assertThat(header(asset, "cache-control")).contains("immutable", "max-age=31536000");
      assertThat(header(asset, "content-type"))
          .isEqualTo(file.endsWith(".css") ? "text/css" : "text/javascript");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "asset"})
  void letsABrowserDoNoMoreThanACallNeeds(String what) {
    var answer = SERVICE.get(what.equals("page") ? "/call/7" : filesOfThePage().getFirst());
    assertThat(header(answer, "content-security-policy"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
        .contains("frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "http:", "https:", "*");
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "permissions-policy")).isEqualTo("microphone=(self), camera=(self)");
    assertThat(header(answer, "cross-origin-opener-policy")).isEqualTo("same-origin");
  }

  @Test
  void compressesFilesButNoAnswerOfTheApi() {
    assertThat(encodingOf(filesOfThePage().getFirst())).isEqualTo("gzip");
    assertThat(encodingOf("/about")).isEmpty();
  }

  @Test
  void loadsNothingFromElsewhereAndHoldsNothingInline() {
    var page = SERVICE.get("/call/7").response().body();
    assertThat(page).doesNotContain("http://", "https://", "style=", "<style", "onload=");
    assertThat(Pattern.compile("<script[^>]*>[^<]").matcher(page).find()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/missing.js",
        "/assets/",
        "/assets/..%2Findex.html",
        "/assets/%2e%2e%2findex.html",
        "/assets/..%5Cindex.html",
        "/assets/.hidden.js",
        "/assets/index.html",
        "/assets/sub/file.js",
        "/call/",
        "/call/7/more"
      })
  void answersAProblemWhereThereIsNoFile(String path) {
    var answer = SERVICE.get(path);
    assertThat(answer.status()).isIn(400, 404);
    assertThat(header(answer, "content-type")).startsWith("application/problem+json");
  }

  private static List<String> filesOfThePage() {
    return FILE.matcher(SERVICE.get("/call/7").response().body())
        .results()
        .map((MatchResult file) -> file.group(1))
        .toList();
  }

  private static String encodingOf(String path) {
    var request = HttpRequest.newBuilder(SERVICE.uri(path)).header("Accept-Encoding", "gzip");
    return header(SERVICE.send(request), "content-encoding");
  }

  private static String header(TestService.Answer answer, String name) {
    return answer.response().headers().firstValue(name).orElse("");
  }
}
