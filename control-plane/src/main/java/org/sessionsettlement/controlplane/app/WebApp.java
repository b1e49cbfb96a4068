package org.sessionsettlement.controlplane.app;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The browser app: its one page under the paths that it knows, and the files that it is made of.
 */
@RestController
final class WebApp {
  private static final String FOLDER = "web/";

  /** No slash, no leading dot, one ending: nothing outside the folder has such a name. */
  private static final Pattern FILE_NAME = Pattern.compile("[\\w-][\\w.-]*\\.(\\w+)");

  private static final Map<String, MediaType> TYPES =
      Map.of(
          "js", MediaType.parseMediaType("text/javascript"),
          "css", MediaType.parseMediaType("text/css"),
          "svg", MediaType.parseMediaType("image/svg+xml"));

  /** The same under every path: what a booking or a host is, the page asks the API. */
  @GetMapping({
    "/",
    "/session/{booking}",
    "/call/{booking}",
    "/host/{address}",
    "/schedule",
    "/money",
    "/review"
  })
  ResponseEntity<Resource> page() {
    return ResponseEntity.ok()
        .headers(PageHeaders.ofTheApp())
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.TEXT_HTML)
        .body(new ClassPathResource(FOLDER + "index.html"));
  }

  /** Names carry the hash of what is in the file, so that it may be kept for good. */
  @GetMapping("/assets/{file}")
  ResponseEntity<Resource> asset(@PathVariable("file") String file) {
    var type = typeOf(file).orElseThrow(WebApp::notFound);
    var resource = new ClassPathResource(FOLDER + "assets/" + file);
    if (!resource.exists()) {
      throw notFound();
    }
    return ResponseEntity.ok()
        .headers(PageHeaders.ofTheApp())
        .cacheControl(PageHeaders.FOR_GOOD)
        .contentType(type)
        .body(resource);
  }

  private static Optional<MediaType> typeOf(String file) {
    var name = FILE_NAME.matcher(file);
    return name.matches() ? Optional.ofNullable(TYPES.get(name.group(1))) : Optional.empty();
  }

  private static ProblemException notFound() {
    return new ProblemException(ProblemCode.NOT_FOUND);
  }
}
