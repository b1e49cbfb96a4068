package org.sessionsettlement.cli.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecideCommandTest {
  private static final Path CASES =
      Path.of("..", "rules", "src", "test", "resources", "rulebook-cases.json");
  private static final String GOOD =
      """
      {"slot":{"startTime":1800000000,"durationMins":30,"graceMins":10,"minOverlapMins":20},\
      "host":[],"guest":[[1800000000000,1800001800000]],"gaps":[],\
      "watermark":1800001830000,"chainTime":1800001830}""";
  private static final String ANSWER =
      """
      {"decision":"attest","outcome":"NoShowHost","overlapMs":0,"decidedAt":1800000600000,\
      "hostMissingMs":600000,"guestMissingMs":0}""";

  private record Run(int exitCode, List<String> lines) {}

  @Test
  void answersEverySharedCaseExactlyAsExpected() throws IOException {
    List<String> questions = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (JsonNode shared : JsonMapper.shared().readTree(Files.readString(CASES))) {
      questions.add(shared.toString());
      answers.add(shared.get("expect").toString());
    }

    Run run = run(String.join("\n", questions) + "\n");

    assertThat(run).isEqualTo(new Run(0, answers));
    assertThat(answers).hasSize(45);
  }

  @Test
  void saysNothingToNothing() throws IOException {
    assertThat(run("")).isEqualTo(new Run(0, List.of()));
  }

  @Test
  void answersALastLineWithoutALineFeedAndLinesThatEndAsOnWindows() throws IOException {
    assertThat(run(GOOD + "\r\n" + GOOD)).isEqualTo(new Run(0, List.of(ANSWER, ANSWER)));
  }

  @Test
  void goesOnAfterABadLineAndFailsAtTheEnd() throws IOException {
    Run run = run(GOOD + "\nnonsense\n" + GOOD + "\n");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines()).hasSize(3).startsWith(ANSWER).endsWith(ANSWER);
    assertThat(run.lines().get(1)).startsWith("{\"error\":\"malformed_json\",\"line\":2,");
  }

  @ParameterizedTest(name = "{2}: {1} for {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "host":[]               | "host":[                    | malformed_json
          "host":[]               | "host":[],"host":[]         | malformed_json
          "host":[]               | "expect":{"a":1,"a":1},"host":[] | malformed_json
          "host":[]               | "host":[],                  | malformed_json
          "host":[]               | "host":NaN                  | malformed_json
          1800001830}             | 01800001830}                | malformed_json
          1800001830}             | 1800001830}}                | malformed_json
          1800001830}             | 1800001830} {}              | malformed_json
          1800001830}             | 1800001830                  | malformed_json
          "host":[],              | ''                          | missing_member
          "gaps":[],              | ''                          | missing_member
          "slot"                  | "slut"                      | missing_member
          "graceMins":10,         | ''                          | missing_member
          ,"chainTime":1800001830 | ''                          | missing_member
          "host":[]               | "host":null                 | wrong_type
          "host":[]               | "host":{}                   | wrong_type
          "host":[]               | "host":[1]                  | wrong_type
          "host":[]               | "host":[[1]]                | wrong_type
          "host":[]               | "host":[[1,2,3]]            | wrong_type
          "host":[]               | "host":[[1,"2"]]            | wrong_type
          1800001830}             | "1800001830"}               | wrong_type
          1800001830}             | true}                       | wrong_type
          1800001830}             | null}                       | wrong_type
          1800001830}             | 1800001830.0}               | not_an_integer
          1800001830}             | 18e8}                       | not_an_integer
          "host":[]               | "host":[[0,0.5]]            | not_an_integer
          1800001830}             | 9223372036854775808}        | out_of_range
          1800001830}             | -9223372036854775809}       | out_of_range
          "durationMins":30       | "durationMins":-30          | out_of_range
          "durationMins":30       | "durationMins":0            | out_of_range
          "durationMins":30       | "durationMins":4294967326   | out_of_range
          "graceMins":10          | "graceMins":-1              | out_of_range
          "graceMins":10          | "graceMins":4294967296      | out_of_range
          "minOverlapMins":20     | "minOverlapMins":-1         | out_of_range
          "minOverlapMins":20     | "minOverlapMins":31         | out_of_range
          "startTime":1800000000  | "startTime":-1              | out_of_range
          "startTime":1800000000  | "startTime":281474976710656 | out_of_range
          "host":[]               | "host":[[2,1]]              | bad_interval
          """)
  void refusesALineThatIsNoCase(String good, String bad, String error) throws IOException {
    Run run = run(GOOD.replace(good, bad) + "\n");

    assertThat(GOOD).contains(good);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines()).hasSize(1);
    assertThat(run.lines().getFirst()).startsWith("{\"error\":\"" + error + "\",\"line\":1,");
  }

  @Test
  void refusesWhatIsNoObject() throws IOException {
    assertThat(errors("[]\n7\n\"x\"\nnull\n"))
        .containsExactly("wrong_type", "wrong_type", "wrong_type", "wrong_type");
  }

  @Test
  void refusesAnEmptyLineSinceEveryLineHasItsAnswer() throws IOException {
    assertThat(errors("\n  \t\r\n")).containsExactly("empty_line", "empty_line");
  }

  @Test
  void refusesBytesThatAreNoText() throws IOException {
    byte[] bytes = (GOOD + "\n").getBytes(StandardCharsets.UTF_8);
    bytes[2] = (byte) 0xff;

    assertThat(run(new ByteArrayInputStream(bytes)).lines().getFirst())
        .startsWith("{\"error\":\"not_utf8\",\"line\":1,");
  }

  @Test
  void refusesNestingWithoutEnd() throws IOException {
    assertThat(errors("[".repeat(500_000) + "\n{\"expect\":" + "[".repeat(500_000) + "\n"))
        .containsExactly("wrong_type", "malformed_json");
  }

  @Test
  void answersALineOfAMebibyteAndRefusesALongerOne() throws IOException {
    String padding = " ".repeat((1 << 20) - GOOD.length());

    Run run = run(GOOD + padding + "\n" + GOOD + padding + " \n" + GOOD);

    assertThat(run.lines()).hasSize(3).startsWith(ANSWER).endsWith(ANSWER);
    assertThat(run.lines().get(1)).startsWith("{\"error\":\"line_too_long\",\"line\":2,");
  }

  @Test
  void decidesAtTheEdgesOfItsNumbers() throws IOException {
    String presence = "[[-9223372036854775808,9223372036854775807]]";
    String line =
        """
        {"slot":{"startTime":281474976710655,"durationMins":2147483647,"graceMins":4294967295,\
        "minOverlapMins":2147483647},"host":%1$s,"guest":%1$s,"gaps":%1$s,\
        "watermark":9223372036854775807,"chainTime":281474976710655}"""
            .formatted(presence);

    assertThat(run(line).lines())
        .containsExactly(
            "{\"decision\":\"wait\",\"reason\":\"overlap_not_met\",\"until\":281603825729475000}");
  }

  @Test
  void answersBeforeTheInputEnds() throws Exception {
    PipedInputStream in = new PipedInputStream(1 << 16);
    PipedOutputStream questions = new PipedOutputStream(in);
    PipedInputStream answers = new PipedInputStream(1 << 16);
    DecideCommand command = new DecideCommand(in, new PipedOutputStream(answers));
    Thread running = Thread.ofVirtual().start(() -> new CommandLine(command).execute());

    questions.write((GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    questions.flush();

    assertThat(new String(answers.readNBytes(ANSWER.length()), StandardCharsets.UTF_8))
        .isEqualTo(ANSWER);
    questions.close();
    running.join();
  }

  @Test
  void endsQuietlyWhenNobodyReadsItsAnswersAnyMore() {
    assertThat(runInto(failingWith("Broken pipe"))).isEqualTo(new Run(0, List.of()));
  }

  @Test
  void saysSoInOneLineWhenItsAnswersCannotBeWritten() {
    assertThat(runInto(failingWith("No space left on device")))
        .isEqualTo(
            new Run(
                1,
                List.of(
                    "settle decide: after line 1: input or output failed:"
                        + " No space left on device")));
  }

  @Test
  void explainsItselfAndItsCodes() {
    StringWriter help = new StringWriter();

    int exitCode =
        new CommandLine(new DecideCommand()).setOut(new PrintWriter(help)).execute("--help");

    assertThat(exitCode).isZero();
    assertThat(help.toString()).contains("watermark", "inconclusive", "Example", "Exit codes");
    for (ReadCase.Fault fault : ReadCase.Fault.values()) {
      assertThat(help.toString()).contains(fault.code());
    }
  }

  @Test
  void answersAHundredThousandCasesInOrder() throws IOException {
    String other = GOOD.replace("\"host\":[]", "\"host\":[[1800000000000,1800001800000]]");
    List<String> questions = new ArrayList<>(Collections.nCopies(100_000, GOOD));
    questions.set(99_999, other);

    Run run = run(String.join("\n", questions));

    assertThat(run.lines()).hasSize(100_000);
    assertThat(run.lines().subList(0, 99_999)).containsOnly(ANSWER);
    assertThat(run.lines().getLast()).contains("\"Completed\"");
  }

  private static List<String> errors(String text) throws IOException {
    return run(text).lines().stream()
        .map(line -> JsonMapper.shared().readTree(line).get("error").asString())
        .toList();
  }

  private static Run run(String text) throws IOException {
    return run(input(text));
  }

  private static Run run(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exitCode = new DecideCommand(in, out).call();
    return new Run(exitCode, out.toString(StandardCharsets.UTF_8).lines().toList());
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Run runInto(OutputStream out) {
    StringWriter complaints = new StringWriter();
    int exitCode =
        new CommandLine(new DecideCommand(input(GOOD + "\n"), out))
            .setErr(new PrintWriter(complaints))
            .execute();
    return new Run(exitCode, complaints.toString().lines().toList());
  }

  private static OutputStream failingWith(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
