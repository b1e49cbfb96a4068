package org.sessionsettlement.cli.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.cli.browser.Chromium;
import org.sessionsettlement.cli.stack.ProjectHome;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;

/** Somebody at the web app, in a browser of their own. */
final class Visitor implements AutoCloseable {
  static final int DESKTOP = 1_280;
  static final int PHONE = 360;

  private static final double LIMIT_MS = 60_000;
  private static final int HEIGHT = 800;

  private final WebStack stack;
  private final BrowserContext context;
  private final List<String> complaints = new ArrayList<>();
  private final Page page;

  private Visitor(WebStack stack, BrowserContext context) {
    this.stack = stack;
    this.context = context;
    this.page = newTab();
  }

  static Visitor with(Chromium chromium, WebStack stack, int width) {
    return new Visitor(stack, chromium.context(width, HEIGHT));
  }

  /** With options, as a time zone or a colour scheme. */
  static Visitor with(Chromium chromium, WebStack stack, Browser.NewContextOptions options) {
    return new Visitor(stack, chromium.context(options));
  }

  /** Another tab of the same browser, watched likewise. */
  Page newTab() {
    Page tab = context.newPage();
    tab.setDefaultTimeout(LIMIT_MS);
    tab.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    tab.onPageError(complaints::add);
    return tab;
  }

  /** Opens the page at a path, as {@code /money}. */
  Visitor at(String path) {
    page.navigate(stack.url() + path);
    return this;
  }

  /** Signs in as a dev account, at whatever page this is. */
  Visitor signIn(DevAccount account) {
    page.locator("[data-action=sign-in]").first().click();
    page.locator("[data-account='" + account.name() + "']").click();
    page.locator("[data-wallet]").first().waitFor();
    return this;
  }

  /** The element for an action that can be done now. */
  Locator action(String name) {
    return page.locator("[data-action='" + name + "']:not([disabled])").first();
  }

  /** Kept as build output, to be looked at. */
  Visitor screenshot(String name) {
    Path file = ProjectHome.path().resolve("cli/target/screenshots/" + name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    return this;
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** What the console of any tab had to complain about: errors, warnings, refused policies. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
  }
}
