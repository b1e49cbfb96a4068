package org.sessionsettlement.cli.call;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sessionsettlement.cli.browser.Chromium;
import org.sessionsettlement.localnet.DevAccounts.DevAccount;

/** A party at the call page, in a real Chromium with a microphone that beeps. */
final class BrowserParty implements AutoCloseable {
  private static final double LIMIT_MS = 60_000;
  private static final double LOOK_EVERY_MS = 100;
  private static final Pattern ICE_NAME = Pattern.compile("a=ice-ufrag:([^\\\\]+)");

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();

  private BrowserParty(BrowserContext context, Page page) {
    this.context = context;
    this.page = page;
    page.setDefaultTimeout(LIMIT_MS);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(String.valueOf(frame.text()))));
  }

  /** At the call page, signed in, with devices found. */
  static BrowserParty at(Chromium chromium, CallStack stack, DevAccount wallet) {
    return at(chromium, stack, wallet, 1_000);
  }

  static BrowserParty at(Chromium chromium, CallStack stack, DevAccount wallet, int width) {
    return at(chromium, stack, wallet, width, Duration.ZERO);
  }

  /** On a machine whose clock is wrong by so much. */
  static BrowserParty at(
      Chromium chromium, CallStack stack, DevAccount wallet, Duration clockError) {
    return at(chromium, stack, wallet, 1_000, clockError);
  }

  private static BrowserParty at(
      Chromium chromium, CallStack stack, DevAccount wallet, int width, Duration clockError) {
    var context = chromium.context(width, 800);
    if (!clockError.isZero()) {
      context.clock().setSystemTime(Date.from(Instant.now().plus(clockError)));
    }
    var party = new BrowserParty(context, context.newPage());
    party.page.navigate(stack.url() + "/call/" + stack.bookingId());
    party.signIn(wallet);
    return party;
  }

  private void signIn(DevAccount wallet) {
    page.locator("[data-account='" + wallet.name() + "']").click();
    joinButton().waitFor();
  }

  private Locator joinButton() {
    return page.locator("[data-action=join]:not([disabled])");
  }

  BrowserParty join() {
    joinButton().click();
    return this;
  }

  /** Whether the element for this action has the keyboard. */
  boolean focusIs(String action) {
    return page.locator("[data-action=" + action + "]:focus").count() == 1;
  }

  BrowserParty joinByRelay() {
    page.locator("input[type=checkbox]").check();
    return join();
  }

  /** Waits until the call is in this phase, as in {@code Connected}. */
  BrowserParty untilPhase(String phase) {
    page.locator("html[data-phase=" + phase + "]")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    return this;
  }

  String phase() {
    return attribute("data-phase");
  }

  /** Waits until so many more bytes of sound have come. */
  BrowserParty untilHeard(long moreBytes) {
    long from = receivedBytes();
    long endNanos = System.nanoTime() + (long) (LIMIT_MS * 1_000_000);
    while (receivedBytes() < from + moreBytes) {
      if (System.nanoTime() > endNanos) {
        throw new AssertionError("heard " + receivedBytes() + " bytes, " + from + " before");
      }
      page.waitForTimeout(LOOK_EVERY_MS);
    }
    return this;
  }

  long receivedBytes() {
    String bytes = attribute("data-received-bytes");
    return bytes.isEmpty() ? 0 : Long.parseLong(bytes);
  }

  long clickToAudioMs() {
    page.locator("html[data-click-to-audio-ms]")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    return (long) Double.parseDouble(attribute("data-click-to-audio-ms"));
  }

  private String attribute(String name) {
    String value = page.locator("html").getAttribute(name);
    return value == null ? "" : value;
  }

  void leave() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Leave")).first().click();
    page.locator("[data-action=leave]").click();
    untilPhase("Ended");
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** The ICE user names of all offers and answers that this side has sent: a restart brings new. */
  Set<String> iceNames() {
    return sent.stream()
        .map(ICE_NAME::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  /** The page is told what browsers tell when the network is another. */
  void networkChanges() {
    page.evaluate("() => { dispatchEvent(new Event('online')); }");
  }

  /** What the page's console had to complain about. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    context.close();
  }
}
