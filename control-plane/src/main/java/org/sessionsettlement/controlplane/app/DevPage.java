package org.sessionsettlement.controlplane.app;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page at /local: what runs here and, on the local chain, with which accounts to try it. */
@RestController
final class DevPage {
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript");
  private static final MediaType STYLE = MediaType.parseMediaType("text/css");
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  @GetMapping("/local")
  ResponseEntity<Resource> page() {
    return resource("index.html", MediaType.TEXT_HTML);
  }

  @GetMapping("/page.js")
  ResponseEntity<Resource> script() {
    return resource("page.js", SCRIPT);
  }

  @GetMapping("/page.css")
  ResponseEntity<Resource> style() {
    return resource("page.css", STYLE);
  }

  private static ResponseEntity<Resource> resource(String name, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-cache")
        .body(new ClassPathResource("page/" + name));
  }
}
