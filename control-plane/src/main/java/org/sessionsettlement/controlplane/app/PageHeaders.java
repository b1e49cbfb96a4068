package org.sessionsettlement.controlplane.app;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/** What a browser may do with our pages, and nothing more. */
final class PageHeaders {
  static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  /** Own files alone and nothing inline; 'self' of connect-src covers the WebSocket too (CSP 3). */
  private static final String APP_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; media-src 'self' blob:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private PageHeaders() {}

  static HttpHeaders ofTheApp() {
    var headers = new HttpHeaders();
    headers.set("Content-Security-Policy", APP_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Permissions-Policy", "microphone=(self), camera=(self)");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    return headers;
  }
}
