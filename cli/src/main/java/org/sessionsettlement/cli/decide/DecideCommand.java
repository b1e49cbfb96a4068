package org.sessionsettlement.cli.decide;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.rules.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code settle decide}: a rulebook case a line from standard input, its verdict a line to standard
 * output, in the same order. A line that is no case gets a line that says so, and the run goes on.
 *
 * <p>Nothing is kept from one line to the next, so the input may be of any length.
 */
@Command(
    name = "decide",
    usageHelpWidth = 110,
    description = {
      "Decide rulebook cases: who kept the appointment.",
      "",
      "Reads one JSON object a line from standard input and prints the verdict for each to standard"
          + " output, one JSON object a line, in the same order."
    },
    footer = {
      "",
      "A case (all members needed; others, such as name and expect, are ignored):",
      "  slot       startTime in seconds, durationMins, graceMins, minOverlapMins",
      "  host       when the host was present: any number of [from, until] in milliseconds",
      "  guest      likewise",
      "  gaps       when the service was not watching: likewise",
      "  watermark  milliseconds: everything before is known, anything after may still change",
      "  chainTime  seconds: the time of the newest trusted block",
      "Numbers are integers: no fractions, no exponents, at most 64 bits.",
      "",
      "A verdict has a member decision:",
      "  attest        outcome, overlapMs, decidedAt; for a no-show hostMissingMs, guestMissingMs",
      "  wait          reason session_running, grace_not_over or overlap_not_met;",
      "                until (milliseconds) where only the contract's window has not opened",
      "  missed        reason window_missed; then as attest, or outcome null",
      "  inconclusive  reason presence_unknown",
      "",
      "A line that is no case gets {\"error\": code, \"line\": its number from 1, \"message\": ...}:",
      "  empty_line, line_too_long (over 1 MiB), not_utf8, malformed_json (also a member given",
      "  twice, or anything after the object), missing_member, wrong_type, not_an_integer,",
      "  out_of_range, bad_interval (until before from)",
      "",
      "Example (one line in, one line out):",
      "  {\"slot\": {\"startTime\": 1800000000, \"durationMins\": 30, \"graceMins\": 10,"
          + " \"minOverlapMins\": 20}, \"host\": [], \"guest\": [[1800000000000, 1800001800000]],"
          + " \"gaps\": [], \"watermark\": 1800001830000, \"chainTime\": 1800001830}",
      "  {\"decision\":\"attest\",\"outcome\":\"NoShowHost\",\"overlapMs\":0,"
          + "\"decidedAt\":1800000600000,\"hostMissingMs\":600000,\"guestMissingMs\":0}"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every line was a case and has its verdict",
      "1:at least one line was no case, or input or output failed",
      "2:the command line was not understood"
    })
public final class DecideCommand implements Callable<Integer> {
  private static final int MAX_LINE_BYTES = 1 << 20;
  private static final int BUFFER_BYTES = 1 << 16;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  @SuppressWarnings("UnusedVariable") // picocli asks for help by the option, not by the field.
  private boolean isHelpWanted;

  @Spec private @Nullable CommandSpec spec;

  private final InputStream in;
  private final OutputStream out;
  private long lineNumber;
  private boolean sawBadLine;

  /** From standard input to standard output. */
  public DecideCommand() {
    // Not System.out: a print stream hides that nobody reads any more.
    this(System.in, new FileOutputStream(FileDescriptor.out));
  }

  DecideCommand(InputStream in, OutputStream out) {
    this.in = in;
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
  }

  /** The exit code: a reader of the answers that goes away ends the run quietly. */
  @Override
  public Integer call() {
    try {
      answerAll();
    } catch (IOException e) {
      if (!readerHasGone(e)) {
        complain("after line " + lineNumber + ": input or output failed: " + e.getMessage());
        return 1;
      }
    }
    return sawBadLine ? 1 : 0;
  }

  private void complain(String message) {
    if (spec != null) {
      spec.commandLine().getErr().println("settle decide: " + message);
    }
  }

  private void answerAll() throws IOException {
    Lines lines = new Lines(in, MAX_LINE_BYTES, out);
    Optional<Lines.Line> line = lines.next();
    while (line.isPresent()) {
      lineNumber++;
      print(answer(CaseReader.read(line.get())));
      line = lines.next();
    }
    out.flush();
  }

  private String answer(ReadCase read) {
    return switch (read) {
      case ReadCase.Case(var facts) -> AnswerJson.of(Rulebook.decide(facts));
      case ReadCase.Bad bad -> {
        sawBadLine = true;
        yield AnswerJson.of(bad, lineNumber);
      }
    };
  }

  private void print(String answer) throws IOException {
    out.write(answer.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  private static boolean readerHasGone(IOException e) {
    return "Broken pipe".equals(e.getMessage());
  }
}
