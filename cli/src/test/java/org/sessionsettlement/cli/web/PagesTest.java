package org.sessionsettlement.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.browser.Chromium;

/** What holds of every page of the app. */
class PagesTest {
  private static final WebStack STACK = WebStack.shared();
  private static final Chromium CHROMIUM = new Chromium();

  @AfterAll
  static void stop() {
    CHROMIUM.close();
  }

  @Test
  void theFirstPageComesWithAStrictPolicyAndACleanConsole() {
    try (var visitor = Visitor.with(CHROMIUM, STACK, Visitor.DESKTOP)) {
      Response page = Objects.requireNonNull(visitor.page().navigate(STACK.url() + "/call/1"));
      visitor.page().locator("h1").waitFor();
      assertThat(page.headerValue("content-security-policy"))
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(visitor.complaints()).isEmpty();
    }
  }
}
