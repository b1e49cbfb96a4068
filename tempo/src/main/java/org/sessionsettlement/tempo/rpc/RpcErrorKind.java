package org.sessionsettlement.tempo.rpc;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a node's error seems to mean, by its code and its words. Words differ from node to node and
 * from release to release: this is a hint for people and metrics and decides nothing. Whether a
 * transaction was taken only the chain says, by hash or receipt.
 *
 * <p>The words are those of Anvil 1.7.1 in Tempo mode, tempo's revm and transaction-pool crates,
 * reth and geth.
 */
public enum RpcErrorKind {
  /** The node has no such method. */
  METHOD_NOT_FOUND("method not found|method does not exist"),
  /** Who pays has not enough of the fee token. */
  INSUFFICIENT_FEE_BALANCE("insufficient fee token balance|insufficient funds"),
  /** The fee token cannot be swapped into the validator's. */
  NO_FEE_LIQUIDITY("insufficient liquidity in feeamm"),
  /** No token that may pay fees. */
  INVALID_FEE_TOKEN("invalid fee token|fee token preference|is paused"),
  /** Some other transaction has this nonce already. */
  NONCE_TOO_LOW("nonce too low"),
  /** A nonce before it is missing. */
  NONCE_TOO_HIGH("nonce too high|nonce gap"),
  /** The chain's time is at or too close to valid_before. */
  EXPIRED("transaction expired|valid_before"),
  /** The chain's time is too far before valid_after. */
  NOT_YET_VALID("not valid yet|valid_after"),
  /** To take the place of another transaction it must pay more. */
  REPLACEMENT_UNDERPRICED("replacement transaction underpriced|replacement fee too low"),
  /** max_fee_per_gas is below the base fee. */
  FEE_TOO_LOW("less than block base fee|below the minimum base fee|transaction underpriced"),
  /** The node has exactly this transaction. */
  ALREADY_KNOWN("already known|already imported"),
  /** The gas limit does not cover what the transaction costs before its calls. */
  GAS_TOO_LOW("intrinsic gas|intrinsic cost|gas floor"),
  /** More gas than a block or transaction may have. */
  GAS_TOO_HIGH("exceeds block gas limit|gas limit too high|gas cap"),
  /** Signed for another chain. */
  WRONG_CHAIN("invalid chain id|invalid chain-id|chain_id mismatch"),
  /** The signature is none, or of a key that may not. */
  BAD_SIGNATURE("signature|invalid sender|access key"),
  /** eth_sendRawTransactionSync waited and the transaction was not mined (EIP-7966). */
  UNCONFIRMED("not confirmed|wasn't processed|was added to the mempool"),
  /** The node's pool takes nothing. */
  POOL_FULL("txpool is full|pool is full"),
  /** Too many requests. */
  RATE_LIMITED("rate limit|too many requests|request limit|limit exceeded"),
  /** Logs of too many blocks, too many logs, or an answer too large. */
  RANGE_REFUSED(
      "block range|range is too large|max results|"
          + "query returned more than|query timeout|response size|"
          + "response is too big|blocks range"),
  /** A block that this node has not, or not yet. */
  UNKNOWN_BLOCK("unknown block|blockoutofrange|header not found|block not found"),
  /** None of these; the honest rest. */
  UNKNOWN("(?!)");

  private static final long METHOD_NOT_FOUND_CODE = -32601;

  private final Pattern words;

  RpcErrorKind(String words) {
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  static RpcErrorKind of(long code, String message) {
    if (code == METHOD_NOT_FOUND_CODE) {
      return METHOD_NOT_FOUND;
    }
    return Arrays.stream(values())
        .filter(kind -> kind.words.matcher(message).find())
        .findFirst()
        .orElse(UNKNOWN);
  }
}
