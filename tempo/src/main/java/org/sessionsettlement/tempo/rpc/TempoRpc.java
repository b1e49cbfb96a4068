package org.sessionsettlement.tempo.rpc;

import static java.util.stream.Collectors.toList;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.tempo.Address;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.ContractRead;
import org.sessionsettlement.tempo.Hash32;
import org.sessionsettlement.tempo.Hex;
import org.sessionsettlement.tempo.transaction.SignedTransaction;

/**
 * A Tempo node, typed. Safe for several threads. Every method may throw an {@link RpcException}:
 * {@link RpcUnavailableException} (no answer), {@link RpcErrorException} (refused), {@link
 * RevertedException} (the contract reverted), {@link MalformedAnswerException}.
 */
public final class TempoRpc {
  /** How long to wait between two looks for a receipt. */
  public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMillis(100);

  private final JsonRpc rpc;
  private final ReceiptPolling polling;

  /** A node behind this transport. */
  public TempoRpc(HttpTransport transport) {
    this(new JsonRpc(transport), PollClock.SYSTEM);
  }

  /** With batch bound and clock of one's own. */
  public TempoRpc(JsonRpc rpc, PollClock clock) {
    this.rpc = rpc;
    this.polling = new ReceiptPolling(this, clock);
  }

  /** A node at this http address, over OkHttp with default timeouts. */
  public static TempoRpc at(String url) {
    return new TempoRpc(new OkHttpTransport(url));
  }

  /** Any method that has no name here; the result may be JSON's null. */
  public JsonValue request(String method, Object... params) {
    return rpc.request(RpcRequest.of(method, params));
  }

  /** Any requests, in batches; outcomes in the order of the requests. */
  public List<RpcOutcome<JsonValue>> batch(List<RpcRequest> requests) {
    return rpc.batch(requests);
  }

  /** The chain's id. */
  public long chainId() {
    return request("eth_chainId").longQuantity();
  }

  /** The newest block's number. */
  public long blockNumber() {
    return request("eth_blockNumber").longQuantity();
  }

  /** A block that is there: latest or finalized, or a number known to exist. */
  public Block block(BlockTag tag) {
    return findBlock(tag)
        .orElseThrow(
            () -> new MalformedAnswerException("the node has no block " + tag.parameter()));
  }

  /** The block with this number. */
  public Block block(long number) {
    return block(BlockTag.number(number));
  }

  /** A block, or empty where the node has none. */
  public Optional<Block> findBlock(BlockTag tag) {
    return request("eth_getBlockByNumber", tag.parameter(), false).ifPresent().map(Block::read);
  }

  /** Calls a contract without a transaction. */
  public Bytes call(Address to, Bytes data, BlockTag tag) {
    return rpc.request(ethCall(to, data, tag)).bytes();
  }

  /** Tries a call as {@code from} without a transaction: what it would return or revert with. */
  public Bytes simulate(Address from, Call call, BlockTag tag) {
    return request("eth_call", callObject(from, call), tag.parameter()).bytes();
  }

  /** One read. */
  public <T> T read(ContractRead<T> read, BlockTag tag) {
    return rpc.request(ethCall(read.to(), read.data(), tag))
        .ifPresent()
        .map(JsonValue::bytes)
        .map(bytes -> decoded(read, bytes).orThrow())
        .orElseThrow(() -> new MalformedAnswerException("eth_call was answered by null"));
  }

  /** Many reads in one JSON-RPC batch, each with its own outcome, in their order. */
  public <T> List<RpcOutcome<T>> callAll(List<ContractRead<T>> reads, BlockTag tag) {
    List<RpcOutcome<JsonValue>> answers =
        rpc.batch(
            reads.stream().map(read -> ethCall(read.to(), read.data(), tag)).collect(toList()));
    List<RpcOutcome<T>> outcomes = new ArrayList<>(reads.size());
    for (int i = 0; i < reads.size(); i++) {
      ContractRead<T> read = reads.get(i);
      outcomes.add(answers.get(i).map(json -> decoded(read, json.bytes()).orThrow()));
    }
    return outcomes;
  }

  /** Many reads in one JSON-RPC batch; throws the first error. */
  public <T> List<T> readAll(List<ContractRead<T>> reads, BlockTag tag) {
    return callAll(reads, tag).stream().map(RpcOutcome::orThrow).collect(toList());
  }

  /** Logs of a range. */
  public List<Log> logs(LogFilter filter) {
    return request("eth_getLogs", filter.parameter()).items().stream()
        .map(Log::read)
        .collect(toList());
  }

  /**
   * Sends a signed transaction. On Anvil a hash does not mean that it is valid: wait for the
   * receipt.
   */
  public Hash32 sendRaw(Bytes signed) {
    return request("eth_sendRawTransaction", signed.toString()).hash();
  }

  /** The receipt, once it is mined. */
  public Optional<Receipt> receipt(Hash32 hash) {
    return request("eth_getTransactionReceipt", hash.toString()).ifPresent().map(Receipt::read);
  }

  /** {@link #sendAndWait(SignedTransaction, Duration, Duration)}, looking every 100 ms. */
  public Receipt sendAndWait(SignedTransaction transaction, Duration timeout) {
    return sendAndWait(transaction, timeout, DEFAULT_POLL_INTERVAL);
  }

  /**
   * Sends and waits until it is mined, successfully or reverted. A node that does not answer while
   * we wait is asked again.
   *
   * @throws RpcUnavailableException when the node did not answer the sending; it may have arrived
   * @throws TransactionTimeoutException when no receipt came in time (or the thread was
   *     interrupted)
   */
  public Receipt sendAndWait(SignedTransaction transaction, Duration timeout, Duration interval) {
    sendRaw(transaction.bytes());
    return polling.await(transaction.hash(), timeout, interval);
  }

  /** Waits for a transaction that was sent before. */
  public Receipt await(Hash32 hash, Duration timeout, Duration interval) {
    return polling.await(hash, timeout, interval);
  }

  /** The code at an address; empty where there is no contract. */
  public Bytes code(Address address) {
    return request("eth_getCode", address.toString(), BlockTag.LATEST.parameter()).bytes();
  }

  /** The next nonce of the account's own sequence, counting what waits in the pool. */
  public long nonce(Address address) {
    return request("eth_getTransactionCount", address.toString(), "pending").longQuantity();
  }

  /** Gas for one call; Anvil ignores the batch that it may belong to. */
  public long estimateGas(Address from, Call call) {
    return request("eth_estimateGas", callObject(from, call)).longQuantity();
  }

  /** Attodollars a gas that would do now. */
  public BigInteger gasPrice() {
    return request("eth_gasPrice").quantity();
  }

  /** The newest block's base fee, attodollars a gas. */
  public BigInteger baseFee() {
    return block(BlockTag.LATEST).baseFeePerGas();
  }

  private static RpcRequest ethCall(Address to, Bytes data, BlockTag tag) {
    Map<String, Object> call = Map.of("to", to.toString(), "data", data.toString());
    return RpcRequest.of("eth_call", call, tag.parameter());
  }

  private static Map<String, Object> callObject(Address from, Call call) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("from", from.toString());
    call.to().ifPresent(to -> object.put("to", to.toString()));
    object.put("value", Hex.quantity(call.value()));
    object.put("data", call.input().toString());
    return object;
  }

  private static <T> RpcOutcome<T> decoded(ContractRead<T> read, Bytes bytes) {
    return new RpcOutcome.Answered<>(bytes).map(read.decode());
  }
}
