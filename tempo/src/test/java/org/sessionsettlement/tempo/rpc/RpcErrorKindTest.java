package org.sessionsettlement.tempo.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpcErrorKindTest {
  /** As Anvil 1.7.1 in Tempo mode says it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "-32003 | insufficient fee token balance: have 0, need 40000 | INSUFFICIENT_FEE_BALANCE",
        "-32003 | max fee per gas less than block base fee | FEE_TOO_LOW",
        "-32003 | Tempo tx valid_before (1795573837) must be > current time + 3s (1795573850) | EXPIRED",
        "-32003 | transaction already imported | ALREADY_KNOWN",
        "-32003 | replacement transaction underpriced | REPLACEMENT_UNDERPRICED",
        "-32003 | invalid chain id for signer | WRONG_CHAIN",
        "-32601 | Method not found | METHOD_NOT_FOUND",
        "-32602 | Failed to decode transaction | UNKNOWN",
        "-32602 | BlockOutOfRangeError: block height is 6 but requested was 256 | UNKNOWN_BLOCK",
        "-32000 | unknown block | UNKNOWN_BLOCK"
      })
  void understandsAnvil(long code, String message, RpcErrorKind kind) {
    assertThat(RpcErrorKind.of(code, message)).isEqualTo(kind);
  }

  /** As tempo's own crates, reth and geth word it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "-32003 | insufficient fee token balance: required 7, but only have 3 | INSUFFICIENT_FEE_BALANCE",
        "-32003 | insufficient funds for gas * price + value: have 1 want 2 | INSUFFICIENT_FEE_BALANCE",
        "-32003 | insufficient liquidity in FeeAMM pool to swap fee tokens (required: 9) | NO_FEE_LIQUIDITY",
        "-32003 | Invalid fee token: 0x20c0, please see https://docs.tempo.xyz | INVALID_FEE_TOKEN",
        "-32003 | No fee token preference configured | INVALID_FEE_TOKEN",
        "-32000 | nonce too low: next nonce 5, tx nonce 4 | NONCE_TOO_LOW",
        "-32000 | nonce too high | NONCE_TOO_HIGH",
        "-32000 | already known | ALREADY_KNOWN",
        "-32003 | transaction expired: current block timestamp 9 >= validBefore 8 | EXPIRED",
        "-32003 | 'valid_before' 8 is too close to current time (min allowed: 9) | EXPIRED",
        "-32003 | transaction not valid yet: current block timestamp 1 < validAfter 8 | NOT_YET_VALID",
        "-32003 | 'valid_after' 8 is too far in the future (max allowed: 1) | NOT_YET_VALID",
        "-32000 | max_fee_per_gas 1 is below the minimum base fee 2 | FEE_TOO_LOW",
        "-32000 | transaction underpriced | FEE_TOO_LOW",
        "-32003 | insufficient gas for intrinsic cost: gas_limit 1 < intrinsic_gas 2 | GAS_TOO_LOW",
        "-32003 | exceeds block gas limit | GAS_TOO_HIGH",
        "-32003 | P256 signature verification failed | BAD_SIGNATURE",
        "-32003 | Access key expired: expiry 1 <= min allowed 2 | BAD_SIGNATURE",
        "-32003 | txpool is full | POOL_FULL",
        "-32005 | rate limit exceeded | RATE_LIMITED",
        "-32602 | query exceeds max block range 100000 | RANGE_REFUSED",
        "-32602 | query exceeds max results 20000, retry with the range 1-2 | RANGE_REFUSED",
        "-32005 | query returned more than 10000 results | RANGE_REFUSED"
      })
  void understandsTempoAndItsRelatives(long code, String message, RpcErrorKind kind) {
    assertThat(RpcErrorKind.of(code, message)).isEqualTo(kind);
  }
}
