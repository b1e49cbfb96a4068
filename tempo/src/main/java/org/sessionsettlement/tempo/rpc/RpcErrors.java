package org.sessionsettlement.tempo.rpc;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.revert.Revert;

/** Turns the error member of an answer into a typed exception. */
final class RpcErrors {
  /** geth's code for an execution that reverted; Anvil and reth use it too. */
  private static final long REVERT_CODE = 3;

  private static final Pattern REVERT_TEXT =
      Pattern.compile("execution reverted(?:: *(?:revert: *)?(?<reason>.*))?", Pattern.DOTALL);
  private static final Pattern HEX = Pattern.compile("0x(?:[0-9a-fA-F]{2})*");

  private RpcErrors() {}

  static RpcException of(JsonValue error) {
    long code = error.get("code").number();
    String message = error.get("message").ifPresent().map(JsonValue::text).orElse("");
    Optional<Bytes> data = revertData(error.get("data"));
    boolean saysReverted = message.contains("revert");
    if (data.isPresent() && (code == REVERT_CODE || saysReverted)) {
      return new RevertedException(understand(data.get(), message));
    }
    return code == REVERT_CODE || saysReverted
        ? new RevertedException(understand(Bytes.EMPTY, message))
        : new RpcErrorException(code, message);
  }

  /** Most nodes put the data there as a string, some in an object. */
  private static Optional<Bytes> revertData(JsonValue data) {
    if (data.isNull() || data.isArray()) {
      return Optional.empty();
    }
    String text = data.toString();
    return HEX.matcher(text).matches() ? Optional.of(Bytes.fromHex(text)) : nested(data);
  }

  private static Optional<Bytes> nested(JsonValue data) {
    Matcher inside = Pattern.compile("data=(0x(?:[0-9a-fA-F]{2})*)").matcher(data.toString());
    return inside.find() ? Optional.of(Bytes.fromHex(inside.group(1))) : Optional.empty();
  }

  private static Revert understand(Bytes data, String message) {
    Revert decoded = Revert.decode(data);
    if (decoded.reason().isPresent()) {
      return decoded;
    }
    Matcher text = REVERT_TEXT.matcher(message);
    String reason = text.find() && text.group("reason") != null ? text.group("reason").trim() : "";
    return reason.isEmpty() || !data.isEmpty() ? decoded : new Revert.Message(data, reason);
  }
}
