package org.sessionsettlement.client.call;

import java.util.ArrayList;
import java.util.List;
import org.sessionsettlement.client.JoinRequest;
import org.sessionsettlement.client.RetryPolicy;
import org.sessionsettlement.client.ServiceAddress;
import org.sessionsettlement.client.SessionVoiceApi;
import org.sessionsettlement.tempo.account.Secp256k1Account;

/** A controller with all that it needs, and what its listener heard. */
final class Party implements CallListener {
  final FakeMedia media = new FakeMedia();
  final FakeSignalling signalling = new FakeSignalling();
  final List<String> heard = new ArrayList<>();
  final FakeSessions service;
  final ScheduledSessionVoiceController call;

  Party(FakeTime time, String role, String keyByte) {
    service = new FakeSessions(time, role);
    SessionVoiceApi voice =
        new SessionVoiceApi(
            ServiceAddress.of("http://localhost:8080", 31_337),
            service,
            RetryPolicy.none(),
            Secp256k1Account.fromPrivateKey("0x" + keyByte.repeat(32)),
            () -> 1_800_000_000_000L);
    call =
        new ScheduledSessionVoiceController(
            JoinRequest.of("7"), voice, media, signalling, new CallThreads(time, time, time), this);
  }

  void wire(Party other) {
    media.wire(other.media);
    signalling.wire(other.signalling);
  }

  @Override
  public void onPhase(CallPhase phase) {
    heard.add(phase.getClass().getSimpleName());
  }

  @Override
  public void onQuality(Quality quality) {
    heard.add("quality");
  }

  @Override
  public void onSeatGivenUp() {
    heard.add("given up");
  }
}
