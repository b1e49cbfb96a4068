package org.sessionsettlement.controlplane.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page at /: what runs here and, on the local chain, with which accounts to try it. */
@RestController
final class DevPage {
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript");
  private static final MediaType STYLE = MediaType.parseMediaType("text/css");
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final ServiceConfig config;

  DevPage(ServiceConfig config) {
    this.config = config;
  }

  record AboutJson(
      long chainId,
      String escrow,
      String feeToken,
      String clock,
      String nodeId,
      boolean oracle,
      boolean keeper,
      Object accounts,
      Object endpoints) {}

  @GetMapping("/")
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

  @GetMapping("/about")
  AboutJson about() {
    return new AboutJson(
        config.chain().chainId(),
        config.chain().escrow().toString(),
        config.chain().feeToken().toString(),
        config.clock().name().toLowerCase(Locale.ROOT),
        config.node().id(),
        config.oracle().oracleOn(),
        config.oracle().keeperOn(),
        extra("accounts", List.of()),
        extra("endpoints", Map.of()));
  }

  private Object extra(String member, Object otherwise) {
    return config.node().devPage().<Object>map(page -> page.path(member)).orElse(otherwise);
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
