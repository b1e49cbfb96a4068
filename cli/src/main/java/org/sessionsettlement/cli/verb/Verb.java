package org.sessionsettlement.cli.deploy;

import java.util.Map;
import java.util.function.IntSupplier;
import org.sessionsettlement.tempo.rpc.RpcException;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.json.JsonMapper;

/** Runs a verb and says why it stopped, where it did; with --json as an object on the output. */
record Verb(CommandSpec spec, boolean isJson) {
  private static final int FAILED = 1;

  int run(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (Refusal refusal) {
      return stop(refusal.code(), String.valueOf(refusal.getMessage()), refusal.exitCode());
    } catch (RpcException e) {
      return stop("rpc_failed", String.valueOf(e.getMessage()), FAILED);
    }
  }

  void say(Answer answer) {
    spec.commandLine().getOut().println(isJson ? answer.json() : answer.human());
  }

  /** For what was done all the same: one answer that has the failure in it. */
  int sayButFail(Answer answer, Refusal failure) {
    String message = String.valueOf(failure.getMessage());
    tell(failure.code() + ": " + message);
    say(answer.put("error", failure.code()).put("message", message));
    return failure.exitCode();
  }

  void tell(String line) {
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
