package org.sessionsettlement.cli.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.sessionsettlement.cli.stack.ProjectHome;

/** axe-core, run inside a page from web/'s packages; it is no part of the app. */
final class Axe {
  private static final String RUN =
      """
      async () => {
        const found = await axe.run(document, { resultTypes: ['violations'] });
        return found.violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | '));
      }
      """;

  private final String source;

  Axe() {
    var file = ProjectHome.path().resolve("web/node_modules/axe-core/axe.min.js");
    try {
      this.source = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is seriously wrong with the page as it is now: rules, with what breaks them. */
  @SuppressWarnings("unchecked") // a list of strings is what the function above answers
  List<String> seriousIn(Page page) {
    // By the debugger, which the page's policy does not bind.
    page.evaluate(source);
    return (List<String>) page.evaluate(RUN);
  }
}
