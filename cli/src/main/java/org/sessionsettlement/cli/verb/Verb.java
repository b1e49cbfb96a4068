package org.sessionsettlement.cli.verb;

import java.util.Map;
import java.util.function.IntSupplier;
import org.sessionsettlement.tempo.rpc.RpcException;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.json.JsonMapper;

/** Runs a verb and says why it stopped, where it did; with --json as an object on the output. */
public record Verb(CommandSpec spec, boolean isJson) {
  private static final int FAILED = 1;

  /** The exit code of the work, or of what stopped it. */
  public int run(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (Refusal refusal) {
      return stop(refusal.code(), String.valueOf(refusal.getMessage()), refusal.exitCode());
    } catch (RpcException e) {
      return stop("rpc_failed", String.valueOf(e.getMessage()), FAILED);
    }
  }

  /** Prints an answer on the output. */
  public void say(Said said) {
    spec.commandLine().getOut().println(isJson ? said.json() : said.human());
  }

  /** Prints a line beside the answer. */
  public void tell(String line) {
    spec.commandLine().getErr().println(spec.qualifiedName() + ": " + line);
  }

  private int stop(String code, String message, int exitCode) {
    tell(code + ": " + message);
    if (isJson) {
      var members = Map.of("error", code, "message", message);
      spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(members));
    }
    return exitCode;
  }
}
