package org.sessionsettlement.controlplane.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
  @Test
  void isReadAsItIsWritten() {
    var position = new Position(1_234, 56);
    assertThat(Position.parse(position.toString())).contains(position);
  }

  @Test
  void isOrderedAsTheChainIs() {
    assertThat(Position.BEFORE_ALL).isLessThan(new Position(0, 0)).isLessThan(new Position(2, 1));
    assertThat(new Position(2, 9))
        .isLessThan(new Position(10, 0))
        .isGreaterThan(new Position(2, 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.", ".1", "1.x", "-1.2", "9999999999999999999.1", "1.2.3"})
  void isNotReadFromAnythingElse(String text) {
    assertThat(Position.parse(text)).isEmpty();
  }
}
