package org.sessionsettlement.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sessionsettlement.client.ApiResult;
import org.sessionsettlement.client.SessionVoiceApi.Joined;
import org.sessionsettlement.client.call.CallPhase.FailureReason;

/** The world around a call, as simple as can be; complains where the call does what it must not. */
final class CallModel {
  final Set<CallTimer> timers = EnumSet.noneOf(CallTimer.class);
  final List<Joined> beats = new ArrayList<>();
  final List<Joined> leaves = new ArrayList<>();
  int joins;
  int timesConnected;
  int seatsGivenBack;

  private final String name;
  private final Set<Joined> seats = new HashSet<>();
  private CallState state = CallState.IDLE;
  private boolean peerThere;
  private int mediaClosed;

  CallModel(String name) {
    this.name = name;
  }

  void on(CallEvent event) {
    CallPhase before = state.phase();
    see(event);
    Step step = CallRules.next(state, event);
    state = step.state();
    for (CallEffect effect : step.effects()) {
      see(effect);
      if (isOver(before)) {
        assertThat(isOfPresence(effect)).as("%s: %s after %s", name, effect, before).isTrue();
      }
    }
    check(before, event);
  }

  private void see(CallEvent event) {
    if (event instanceof CallEvent.TimeIsUp time) {
      timers.remove(time.timer());
    }
    if (event instanceof CallEvent.TimeIsUp time && time.timer() == CallTimer.LEASE) {
      forgetSeatBeingLeft();
    }
    if (event instanceof CallEvent.JoinAnswered joined && joins > 0) {
      joins--;
      if (joined.answer() instanceof ApiResult.Ok<Joined> ok) {
        seats.add(ok.value());
      }
    }
    if (event instanceof CallEvent.BeatAnswered beat) {
      beats.remove(beat.seat());
      gone(beat.seat(), beat.answer() instanceof ApiResult.Refused<?> r && r.status() == 409);
    }
    if (event instanceof CallEvent.LeaveAnswered left) {
      leaves.remove(left.seat());
      gone(left.seat(), !isUnsure(left.answer()));
    }
    seePeer(event);
  }

  private void seePeer(CallEvent event) {
    if (event instanceof CallEvent.PeerJoined) {
      peerThere = true;
    }
    boolean bye = event instanceof CallEvent.Received got && got.signal() instanceof Signal.Bye;
    if (bye || event instanceof CallEvent.PeerLeft) {
      peerThere = false;
    }
  }

  private static boolean isUnsure(ApiResult<?> answer) {
    return answer instanceof ApiResult.Unreachable<?>
        || (answer instanceof ApiResult.Refused<?> refused && refused.status() != 409);
  }

  private void gone(Joined seat, boolean known) {
    if (known && seats.remove(seat)) {
      seatsGivenBack++;
    }
  }

  private void forgetSeatBeingLeft() {
    if (state.presence().seat() instanceof Seat.Leaving leaving) {
      gone(leaving.joined(), true);
    }
  }

  private void see(CallEffect effect) {
    if (effect instanceof CallEffect.Join) {
      joins++;
    } else if (effect instanceof CallEffect.Beat beat) {
      beats.add(beat.seat());
    } else if (effect instanceof CallEffect.Leave leave) {
      assertThat(seats).as("%s: leaves a seat that is not gone", name).contains(leave.seat());
      leaves.add(leave.seat());
    } else if (effect instanceof CallEffect.Wait wait) {
      timers.add(wait.timer());
    } else if (effect instanceof CallEffect.WaitNoMore no) {
      timers.remove(no.timer());
    } else if (effect instanceof CallEffect.CloseMedia) {
      mediaClosed++;
    } else if (effect instanceof CallEffect.OpenSignalling) {
      peerThere = false;
    }
  }

  private void check(CallPhase before, CallEvent event) {
    CallPhase now = state.phase();
    String what = name + ": " + event + " in " + before;
    boolean joined = !seats.isEmpty() && state.presence().wanted();
    assertThat(timers.contains(CallTimer.HEARTBEAT)).as(what).isEqualTo(joined);
    assertThat(joins).as(what).isLessThanOrEqualTo(joined ? 0 : 1);
    assertThat(leaves.size()).as(what).isLessThanOrEqualTo(1);
    assertThat(seats.size()).as("%s: one seat at a time", what).isLessThanOrEqualTo(1);
    assertThat(mediaClosed).as(what).isEqualTo(isOver(now) ? 1 : 0);
    if (isOver(before)) {
      assertThat(now).as(what).isEqualTo(before);
    }
    if (now instanceof CallPhase.Connected) {
      assertThat(peerThere).as(what).isTrue();
      timesConnected += before.equals(now) ? 0 : 1;
    }
  }

  void checkTheEnd() {
    assertThat(seats).as("%s: every seat was given back", name).isEmpty();
    assertThat(timers).as("%s: nothing runs on", name).isEmpty();
    assertThat(state.presence().seat()).as(name).isEqualTo(new Seat.Over());
    assertThat(mediaClosed).as(name).isEqualTo(1);
  }

  private boolean isOfPresence(CallEffect effect) {
    boolean leaving =
        effect instanceof CallEffect.Leave
            || effect instanceof CallEffect.WaitNoMore
            || (effect instanceof CallEffect.Wait w
                && (w.timer() == CallTimer.LEAVE || w.timer() == CallTimer.LEASE));
    return leaving || (hasFailedMedia() && isOfStaying(effect));
  }

  private static boolean isOfStaying(CallEffect effect) {
    return effect instanceof CallEffect.Join
        || effect instanceof CallEffect.Beat
        || (effect instanceof CallEffect.Wait w
            && (w.timer() == CallTimer.HEARTBEAT || w.timer() == CallTimer.JOIN));
  }

  private boolean hasFailedMedia() {
    return state.phase() instanceof CallPhase.Failed failed
        && failed.reason() == FailureReason.MEDIA;
  }

  private static boolean isOver(CallPhase phase) {
    return phase instanceof CallPhase.Ended || phase instanceof CallPhase.Failed;
  }
}
