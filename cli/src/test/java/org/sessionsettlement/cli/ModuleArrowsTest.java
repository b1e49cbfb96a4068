package org.sessionsettlement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The arrows between modules, as docs/architecture.md draws them; any other fails here. */
class ModuleArrowsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String PREFIX = "session-settlement-";
  private static final Set<String> ALL =
      Set.of("contracts", "rules", "tempo", "escrow", "client", "localnet", "web", "control-plane");

  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "contracts", Set.of(),
          "rules", Set.of(),
          "tempo", Set.of(),
          "escrow", Set.of("tempo", "rules", "contracts"),
          "client", Set.of("escrow", "tempo"),
          "localnet", Set.of("escrow", "tempo"),
          "web", Set.of(),
          "control-plane", Set.of("escrow", "tempo", "rules", "web"),
          "cli", ALL,
          "bench", ALL);

  /** Tests may start what their module must not know in production. */
  private static final Map<String, Set<String>> ALLOWED_IN_TESTS =
      Map.of("control-plane", Set.of("localnet"));

  @TestFactory
  Iterable<DynamicTest> eachModuleDependsOnlyOnWhatItMay() {
    return ALLOWED.keySet().stream()
        .sorted()
        .map(module -> DynamicTest.dynamicTest(module, () -> assertOnlyAllowedArrows(module)))
        .toList();
  }

  @Test
  void everyModuleOfTheBuildHasItsArrowsDeclared() throws Exception {
    Set<String> modules = new TreeSet<>();
    NodeList nodes = pom(ROOT).getElementsByTagName("module");
    for (int i = 0; i < nodes.getLength(); i++) {
      modules.add(nodes.item(i).getTextContent());
    }
    assertThat(modules).isEqualTo(new TreeSet<>(ALLOWED.keySet()));
  }

  private static void assertOnlyAllowedArrows(String module) throws Exception {
    NodeList dependencies = pom(ROOT.resolve(module)).getElementsByTagName("dependency");
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      String artifact = text(dependency, "artifactId");
      if (!artifact.startsWith(PREFIX)) {
        continue;
      }
      Set<String> allowed = new TreeSet<>(ALLOWED.getOrDefault(module, Set.of()));
      if (text(dependency, "scope").equals("test")) {
        allowed.addAll(ALLOWED_IN_TESTS.getOrDefault(module, Set.of()));
      }
      assertThat(allowed)
          .as("%s -> %s", module, artifact)
          .contains(artifact.substring(PREFIX.length()));
    }
  }

  private static Element pom(Path folder) throws Exception {
    Path file = folder.resolve("pom.xml");
    if (!Files.isRegularFile(file)) {
      throw new IOException("no pom.xml in " + folder);
    }
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  private static String text(Element parent, String tag) {
    NodeList nodes = parent.getElementsByTagName(tag);
    return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent();
  }
}
