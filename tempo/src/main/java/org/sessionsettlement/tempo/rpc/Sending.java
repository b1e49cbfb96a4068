package org.sessionsettlement.tempo.rpc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Keccak256;

/**
 * Sends signed bytes. The same bytes are the same transaction, so that sending them twice does no
 * harm; whether a node has them is asked by hash and never read out of an error's words.
 */
final class Sending {
  /** How long one request waits for the receipt; after that we look ourselves. */
  private static final Duration SYNC_PATIENCE = Duration.ofSeconds(5);

  private final RpcChannel rpc;

  Sending(RpcChannel rpc) {
    this.rpc = rpc;
  }

  Hash32 send(Bytes signed) {
    try {
      return rpc.request(raw(signed)).hash();
    } catch (RpcErrorException refused) {
      Hash32 hash = Keccak256.hash(signed.toArray());
      if (isThere(signed, hash)) {
        return hash;
      }
      throw refused;
    }
  }

  /**
   * Sends, and has the receipt at once where the node has eth_sendRawTransactionSync (EIP-7966) and
   * mines it soon; whatever else it answers, the plain sending decides.
   */
  Optional<Receipt> sendSync(Bytes signed, Duration timeout) {
    Duration patience = timeout.compareTo(SYNC_PATIENCE) < 0 ? timeout : SYNC_PATIENCE;
    RpcRequest sync = RpcRequest.of("eth_sendRawTransactionSync", signed.toString());
    try {
      Optional<Receipt> receipt = rpc.request(sync.within(patience)).ifPresent().map(Receipt::read);
      if (receipt.isPresent()) {
        return receipt;
      }
    } catch (RpcException noReceipt) {
      send(signed);
    }
    return Optional.empty();
  }

  /** One batch goes to one node: the one that refuses is the one that is asked what it has. */
  private boolean isThere(Bytes signed, Hash32 hash) {
    RpcRequest lookup = RpcRequest.of("eth_getTransactionByHash", hash.toString());
    try {
      return rpc.batch(List.of(raw(signed), lookup)).stream().anyMatch(Sending::isResult);
    } catch (RpcException unknown) {
      return false;
    }
  }

  private static boolean isResult(RpcOutcome<JsonValue> outcome) {
    return outcome instanceof RpcOutcome.Answered<JsonValue> answered && !answered.value().isNull();
  }

  private static RpcRequest raw(Bytes signed) {
    return RpcRequest.of("eth_sendRawTransaction", signed.toString());
  }
}
