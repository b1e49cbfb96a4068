package org.sessionsettlement.controlplane.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** WebRTC's {@code RTCIceServer}; a STUN server asks for no credential. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IceServer(List<String> urls, @Nullable String username, @Nullable String credential) {
  static IceServer stun(List<String> urls) {
    return new IceServer(urls, null, null);
  }

  static IceServer turn(List<String> urls, TurnCredentials.Credential credential) {
    return new IceServer(urls, credential.username(), credential.password());
  }

  @Override
  public String toString() {
    return "IceServer" + urls;
  }
}
