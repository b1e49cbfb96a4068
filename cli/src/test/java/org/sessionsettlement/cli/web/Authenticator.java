package org.sessionsettlement.cli.web;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/**
 * The device that keeps a visitor's passkeys: Chromium's virtual one, whose owner always agrees.
 */
final class Authenticator {
  private final CDPSession devTools;
  private final String id;

  private Authenticator(CDPSession devTools, String id) {
    this.devTools = devTools;
    this.id = id;
  }

  /** Gives the visitor's page one; their other tabs have none. */
  static Authenticator of(Visitor visitor) {
    CDPSession devTools = visitor.context().newCDPSession(visitor.page());
    devTools.send("WebAuthn.enable");
    var request = new JsonObject();
    request.add("options", options());
    JsonObject added = devTools.send("WebAuthn.addVirtualAuthenticator", request);
    return new Authenticator(devTools, added.get("authenticatorId").getAsString());
  }

  private static JsonObject options() {
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    return options;
  }

  /** From now on whoever is at the device is its owner, or somebody else. */
  void ownerIsThere(boolean isThere) {
    var request = new JsonObject();
    request.addProperty("authenticatorId", id);
    request.addProperty("isUserVerified", isThere);
    devTools.send("WebAuthn.setUserVerified", request);
  }
}
