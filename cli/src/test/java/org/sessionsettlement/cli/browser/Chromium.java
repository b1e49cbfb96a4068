package org.sessionsettlement.cli.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Debian's Chromium with a microphone that beeps, for as long as a test class runs. */
public final class Chromium implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--disable-quic",
          "--autoplay-policy=no-user-gesture-required");

  private final Playwright playwright;
  private final Browser browser;

  public Chromium() {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(ARGUMENTS));
  }

  private static Path executable() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "chromium"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("chromium is not on the path"));
  }

  /** A browser of its own: it shares nothing with others, and may use microphone and camera. */
  public BrowserContext context(int width, int height) {
    return context(new Browser.NewContextOptions().setViewportSize(width, height));
  }

  /** Likewise, and as these options say. */
  public BrowserContext context(Browser.NewContextOptions options) {
    return browser.newContext(options.setPermissions(List.of("microphone", "camera")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
