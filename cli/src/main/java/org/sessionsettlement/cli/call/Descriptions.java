package org.sessionsettlement.cli.call;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCSignalingState;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Offers and answers of one peer connection, each step waited for: so what is asked for is done in
 * order (W3C WebRTC, "operations chain").
 */
final class Descriptions {
  /** libwebrtc answers at once or never. */
  private static final long STEP_TIMEOUT_MS = 10_000;

  private final RTCPeerConnection connection;

  Descriptions(RTCPeerConnection connection) {
    this.connection = connection;
  }

  /** Makes an offer and sets it; takes the place of whatever was not agreed on. */
  String offer(boolean iceRestart) throws Exception {
    if (connection.getSignalingState() == RTCSignalingState.HAVE_REMOTE_OFFER) {
      setRemote(rollback());
    }
    RTCOfferOptions options = new RTCOfferOptions();
    options.iceRestart = iceRestart;
    return setLocal(created(done -> connection.createOffer(options, done)));
  }

  /** Takes an offer, rolling an own one back, and sets the answer to it. */
  String answer(String offer) throws Exception {
    if (connection.getSignalingState() == RTCSignalingState.HAVE_LOCAL_OFFER) {
      setLocal(rollback());
    }
    setRemote(new RTCSessionDescription(RTCSdpType.OFFER, offer));
    return setLocal(created(done -> connection.createAnswer(new RTCAnswerOptions(), done)));
  }

  void accept(String answer) throws Exception {
    setRemote(new RTCSessionDescription(RTCSdpType.ANSWER, answer));
  }

  private static RTCSessionDescription rollback() {
    return new RTCSessionDescription(RTCSdpType.ROLLBACK, "");
  }

  private String setLocal(RTCSessionDescription description) throws Exception {
    set(done -> connection.setLocalDescription(description, done));
    return description.sdp;
  }

  private void setRemote(RTCSessionDescription description) throws Exception {
    set(done -> connection.setRemoteDescription(description, done));
  }

  private static void set(Consumer<SetSessionDescriptionObserver> step) throws Exception {
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    step.accept(
        new SetSessionDescriptionObserver() {
          @Override
          public void onSuccess() {
            result.complete(true);
          }

          @Override
          public void onFailure(String error) {
            result.completeExceptionally(new IllegalStateException(error));
          }
        });
    var _ = await(result);
  }

  private static RTCSessionDescription created(Consumer<CreateSessionDescriptionObserver> step)
      throws Exception {
    CompletableFuture<RTCSessionDescription> result = new CompletableFuture<>();
    step.accept(
        new CreateSessionDescriptionObserver() {
          @Override
          public void onSuccess(RTCSessionDescription description) {
            result.complete(description);
          }

          @Override
          public void onFailure(String error) {
            result.completeExceptionally(new IllegalStateException(error));
          }
        });
    return await(result);
  }

  private static <T> T await(CompletableFuture<T> step) throws Exception {
    return step.get(STEP_TIMEOUT_MS, TimeUnit.MILLISECONDS);
  }
}
