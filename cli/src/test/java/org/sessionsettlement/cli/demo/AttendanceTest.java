package org.sessionsettlement.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sessionsettlement.cli.demo.Attendance.Action;

class AttendanceTest {
  @Test
  void joinsBeatsAndLeaves() {
    Script script = Script.of(Visit.of(-10, 10));
    assertThat(play(script, -15, -10, -5, 0, 5, 10, 15))
        .containsExactly(
            Action.NOTHING,
            Action.JOIN,
            Action.BEAT,
            Action.BEAT,
            Action.BEAT,
            Action.LEAVE,
            Action.NOTHING);
  }

  @Test
  void comesBackForItsNextVisit() {
    Script script = Script.of(Visit.of(0, 10), Visit.of(20, 30));
    assertThat(play(script, 0, 5, 10, 15, 20, 25, 30))
        .containsExactly(
            Action.JOIN,
            Action.BEAT,
            Action.LEAVE,
            Action.NOTHING,
            Action.JOIN,
            Action.BEAT,
            Action.LEAVE);
  }

  @Test
  void crashesInsteadOfLeaving() {
    assertThat(play(Script.of(Visit.crashing(0, 10)), 0, 12, 20))
        .containsExactly(Action.JOIN, Action.CRASH, Action.NOTHING);
  }

  @Test
  void doesNotJoinForAVisitThatIsPast() {
    assertThat(play(Script.of(Visit.of(0, 10)), 12, 20))
        .containsExactly(Action.NOTHING, Action.NOTHING);
  }

  @Test
  void neverComesWhenAbsent() {
    assertThat(play(Script.absent(), -60, 0, 60)).containsOnly(Action.NOTHING);
  }

  private static List<Action> play(Script script, long... offsets) {
    List<Action> actions = new ArrayList<>();
    Attendance attendance = Attendance.begin(script);
    for (long offset : offsets) {
      Attendance.Turn turn = attendance.actAt(offset);
      actions.add(turn.action());
      attendance = turn.after();
    }
    return actions;
  }
}
