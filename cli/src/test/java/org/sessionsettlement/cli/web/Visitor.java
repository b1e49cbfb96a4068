package org.sessionsettlement.cli.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
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

  private static final double LIMIT_MS = 30_000;
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
          if (isComplaint(message)) {
            complaints.add(message.text());
          }
        });
    tab.onPageError(complaints::add);
    return tab;
  }

  /** Chromium would have passkeys offer RSA keys too, which Tempo's accounts cannot have. */
  private static boolean isComplaint(ConsoleMessage message) {
    boolean isBad = message.type().equals("error") || message.type().equals("warning");
    return isBad && !message.text().contains("pubKeyCredParams");
  }

  /** Opens the page at a path, as {@code /money}. */
  Visitor at(String path) {
    page.navigate(stack.url() + path);
    return this;
  }

  /** Signs in as a dev account, at whatever page this is. */
  Visitor signIn(DevAccount account) {
    return signIn(page, account);
  }

  /** Likewise, in another tab. */
  Visitor signIn(Page tab, DevAccount account) {
    tab.locator("[data-action=sign-in]").first().click();
    tab.locator("[data-account='" + account.name() + "']").click();
    tab.locator("[data-wallet]").first().waitFor();
    return this;
  }

  /** Returns once the page says nothing of waiting any more. */
  Visitor settled() {
    page.locator("main h1").first().waitFor();
    page.waitForCondition(() -> page.locator("[role=status]:text-matches('…$')").count() == 0);
    return this;
  }

  /** Makes a passkey of that name, and signs in with it. */
  Visitor signUp(String name) {
    action("sign-in").click();
    page.getByLabel("A name for it").fill(name);
    action("create-passkey").click();
    page.locator("[data-wallet]").first().waitFor();
    return this;
  }

  /** Waits until the account's money has come. */
  Visitor getTestMoney() {
    action("get-test-money").click();
    page.locator("[data-action=get-test-money]")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    return this;
  }

  /** The address that is signed in. */
  String wallet() {
    return page.locator("[data-wallet]").first().getAttribute("data-wallet");
  }

  /** Waits until the chain has confirmed what was signed in the open dialog. */
  Visitor untilDone() {
    page.locator("dialog [data-status=done]").waitFor();
    return this;
  }

  /** The element for an action that can be done now. */
  Locator action(String name) {
    return page.locator("[data-action='" + name + "']:not([disabled])").first();
  }

  /** Signs what the open dialog shows, waits until the chain has it, and closes the dialog. */
  Visitor sign() {
    action("sign").click();
    page.locator("dialog [data-status=done]").waitFor();
    action("close-deed").click();
    page.locator("dialog[open]").waitFor(gone());
    return this;
  }

  /** Waits until the list shows a booking so. */
  Visitor untilRow(String booking, String status) {
    page.locator("[data-booking='" + booking + "'][data-status='" + status + "']").waitFor();
    return this;
  }

  static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
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
