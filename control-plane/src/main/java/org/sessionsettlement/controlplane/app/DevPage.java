package org.sessionsettlement.controlplane.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page at /: what runs here and, on the local chain, with which accounts to try it. */
@RestController
final class DevPage {
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript");
  private static final MediaType STYLE = MediaType.parseMediaType("text/css");
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final ServiceConfig config;
  private final Optional<JsonNode> extra;

  DevPage(ServiceConfig config, JsonMapper json) {
    this.config = config;
    this.extra = config.node().devPage().map(file -> read(file, json));
  }

  private static JsonNode read(Path file, JsonMapper json) {
    try {
      return json.readTree(file);
    } catch (RuntimeException e) {
      throw new WrongSetting("SETTLE_SERVICE_DEV_PAGE", "names a file that holds no JSON");
    }
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
        config.clock().name().toLowerCase(java.util.Locale.ROOT),
        config.node().id(),
        config.oracle().oracleOn(),
        config.oracle().keeperOn(),
        extra("accounts", List.of()),
        extra("endpoints", Map.of()));
  }

  private Object extra(String member, Object otherwise) {
    return extra.<Object>map(node -> node.path(member)).orElse(otherwise);
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
