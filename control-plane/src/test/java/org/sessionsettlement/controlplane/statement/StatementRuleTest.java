package org.sessionsettlement.controlplane.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sessionsettlement.tempo.Keccak256;

class StatementRuleTest {
  @Test
  void takesATextOfFourThousandCharactersHoweverManyBytesTheyHave() {
    assertThat(StatementRule.isText("😀".repeat(4_000))).isTrue();
    assertThat(StatementRule.isText("😀".repeat(4_001))).isFalse();
    assertThat(StatementRule.isText("two\nlines, \u0007 and a bell")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "a\0b", "half a \ud83d character"})
  void takesNothingThatCannotBeKeptAsItWasSaid(String text) {
    assertThat(StatementRule.isText(text)).isFalse();
  }

  @Test
  void hashesTheTextWithASaltOfItsOwn() {
    var words = Words.of("I was ill.");
    assertThat(words.hash()).isEqualTo(Keccak256.hash(words.salt() + "\nI was ill."));
    assertThat(Words.of("I was ill.").hash()).isNotEqualTo(words.hash());
    assertThat(words.toString()).doesNotContain("ill", words.salt());
  }
}
