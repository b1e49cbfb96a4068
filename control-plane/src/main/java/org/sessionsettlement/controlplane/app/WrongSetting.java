package org.sessionsettlement.controlplane.app;

/**
 * A missing or wrong setting, told in one line that names it. The process ends with exit code 2.
 */
public final class WrongSetting extends RuntimeException {
  private final String setting;

  public WrongSetting(String setting, String what) {
    super(setting + " " + what, null, false, false);
    this.setting = setting;
  }

  public String setting() {
    return setting;
  }
}
