package org.sessionsettlement.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The packages' arrows (docs/architecture.md, "Inside control-plane"); any other fails the build.
 */
class ArrowsTest {
  private static final String ROOT = "org.sessionsettlement.controlplane";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry(
              "app",
              Set.of(
                  "auth",
                  "limit",
                  "live",
                  "market",
                  "session",
                  "signalling",
                  "indexer",
                  "booking",
                  "oracle",
                  "explain",
                  "operate",
                  "statement",
                  "notice",
                  "ops",
                  "privacy",
                  "rpc",
                  "telemetry",
                  "db",
                  "problem")),
          Map.entry("session", Set.of("booking", "db", "digest", "problem")),
          Map.entry("signalling", Set.of("session", "booking", "limit", "db", "problem")),
          Map.entry("oracle", Set.of("booking", "session", "ops", "telemetry", "db", "problem")),
          Map.entry("explain", Set.of("booking", "session", "oracle", "problem")),
          Map.entry("statement", Set.of("booking", "explain", "limit", "oracle", "db", "problem")),
          Map.entry("operate", Set.of("booking", "oracle", "db", "problem")),
          Map.entry(
              "notice",
              Set.of(
                  "booking", "explain", "limit", "oracle", "telemetry", "db", "digest", "problem")),
          Map.entry("auth", Set.of("limit", "db", "digest", "problem")),
          Map.entry("limit", Set.of("problem")),
          Map.entry("live", Set.of("booking", "db", "problem")),
          Map.entry("market", Set.of("booking", "limit", "db", "problem")),
          Map.entry("booking", Set.of("db", "problem")),
          Map.entry("indexer", Set.of("db", "problem")),
          Map.entry("privacy", Set.of("db")),
          Map.entry("ops", Set.of("telemetry", "db", "problem")),
          Map.entry("rpc", Set.of("problem")),
          Map.entry("telemetry", Set.of()),
          Map.entry("db", Set.of()),
          Map.entry("digest", Set.of()),
          Map.entry("problem", Set.of()));

  /** What a booking is called is no knowledge of the database: everybody may say it. */
  private static final String BOOKING_KEY = ROOT + ".db.BookingKey";

  @Test
  void drawsOnlyTheArrowsThatAreDeclared() {
    var undeclared = new TreeSet<String>();
    for (var origin : CLASSES) {
      for (var dependency : origin.getDirectDependenciesFromSelf()) {
        String from = feature(origin);
        var target = dependency.getTargetClass();
        String to = target.getName().equals(BOOKING_KEY) ? "" : feature(target);
        if (!to.isEmpty()
            && !to.equals(from)
            && !ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
          undeclared.add(from + " -> " + to + ": " + dependency.getDescription());
        }
      }
    }
    assertThat(undeclared).isEmpty();
  }

  @Test
  void knowsEveryPackage() {
    var packages = CLASSES.stream().map(ArrowsTest::feature).collect(Collectors.toSet());
    packages.remove("");
    assertThat(ALLOWED.keySet()).containsAll(packages);
  }

  /** The package below the root, or nothing for a class outside it. */
  private static String feature(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.", -1)[0] : "";
  }
}
