package org.sessionsettlement.tempo.rpc;

import static java.util.stream.Collectors.toList;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
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

  private final RpcChannel rpc;
  private final Sending sending;
  private final ReceiptPolling polling;

  /** A node behind this transport. */
  public TempoRpc(HttpTransport transport) {
    this(new JsonRpc(transport), PollClock.SYSTEM);
  }

  /** With a channel (limits, several nodes) and a clock of one's own. */
  public TempoRpc(RpcChannel rpc, PollClock clock) {
    this.rpc = rpc;
    this.sending = new Sending(rpc);
    this.polling = new ReceiptPolling(this, clock);
  }

  /** A node at this http address, over OkHttp with default timeouts; nothing is repeated. */
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

  /** The blocks from one number to another that the node has, in one batch, up to the first gap. */
  public List<Block> blocks(long from, long to) {
    List<RpcRequest> requests = new ArrayList<>();
    for (long number = from; number <= to; number++) {
      requests.add(RpcRequest.of("eth_getBlockByNumber", Hex.quantity(number), false));
    }
    List<Block> blocks = new ArrayList<>();
    for (RpcOutcome<JsonValue> outcome : rpc.batch(requests)) {
      JsonValue block = outcome.orThrow();
      if (block.isNull()) {
        break;
      }
      blocks.add(Block.read(block));
    }
    return blocks;
  }

  /** Calls a contract without a transaction. */
  public Bytes call(Address to, Bytes data, BlockTag tag) {
    return rpc.request(ethCall(to, data, tag)).bytes();
  }

  /** Tries a call as {@code from} without a transaction: what it would return or revert with. */
  public Bytes simulate(Address from, Call call, BlockTag tag) {
    return request("eth_call", CallObject.from(from, call), tag.parameter()).bytes();
  }

  /** Tries many calls as {@code from} in one batch, each by itself, in their order. */
  public List<RpcOutcome<Bytes>> simulateAll(Address from, List<Call> calls, BlockTag tag) {
    List<RpcRequest> requests =
        calls.stream()
            .map(call -> RpcRequest.of("eth_call", CallObject.from(from, call), tag.parameter()))
            .collect(toList());
    return rpc.batch(requests).stream()
        .map(outcome -> outcome.map(JsonValue::bytes))
        .collect(toList());
  }

  /** The blocks with these numbers in one batch, in their order. */
  public List<Optional<Block>> findBlocks(List<Long> numbers) {
    List<RpcRequest> requests =
        numbers.stream()
            .map(number -> RpcRequest.of("eth_getBlockByNumber", Hex.quantity(number), false))
            .collect(toList());
    return rpc.batch(requests).stream()
        .map(outcome -> outcome.orThrow().ifPresent().map(Block::read))
        .collect(toList());
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
    return logs(request("eth_getLogs", filter.parameter()));
  }

  /**
   * Logs of single blocks in one batch, one list a block; never of another block of the same
   * number.
   *
   * @throws RpcErrorException when the node has one of the blocks not, or not any more
   */
  public List<List<Log>> logs(LogSelector selector, List<Hash32> blockHashes) {
    List<RpcRequest> requests =
        blockHashes.stream()
            .map(hash -> RpcRequest.of("eth_getLogs", selector.parameter(hash)))
            .collect(toList());
    return rpc.batch(requests).stream().map(outcome -> logs(outcome.orThrow())).collect(toList());
  }

  private static List<Log> logs(JsonValue json) {
    return json.items().stream().map(Log::read).collect(toList());
  }

  /**
   * Sends a signed transaction, whose hash is the answer. A node that refuses what it has already
   * (it was sent before) has taken it all the same: that is decided by asking for the hash. On
   * Anvil a hash does not mean that it is valid: wait for the receipt.
   *
   * @throws RpcErrorException when the node refuses it and does not have it
   * @throws RpcUnavailableException when the node did not answer; it may have arrived
   */
  public Hash32 sendRaw(Bytes signed) {
    return sending.send(signed);
  }

  /** A transaction in the pool or in a block, or empty where the node knows none. */
  public Optional<ChainTransaction> transaction(Hash32 hash) {
    return request("eth_getTransactionByHash", hash.toString())
        .ifPresent()
        .map(ChainTransaction::read);
  }

  /** The receipt, once it is mined. */
  public Optional<Receipt> receipt(Hash32 hash) {
    return request("eth_getTransactionReceipt", hash.toString()).ifPresent().map(Receipt::read);
  }

  /** The receipts of many in one batch, in their order; empty for what is not mined. */
  public List<Optional<Receipt>> receipts(List<Hash32> hashes) {
    List<RpcRequest> requests =
        hashes.stream()
            .map(hash -> RpcRequest.of("eth_getTransactionReceipt", hash.toString()))
            .collect(toList());
    return rpc.batch(requests).stream()
        .map(outcome -> outcome.orThrow().ifPresent().map(Receipt::read))
        .collect(toList());
  }

  /** {@link #sendAndWait(SignedTransaction, Duration, Duration)}, looking every 100 ms. */
  public Receipt sendAndWait(SignedTransaction transaction, Duration timeout) {
    return sendAndWait(transaction, timeout, DEFAULT_POLL_INTERVAL);
  }

  /**
   * Sends and waits until it is mined, successfully or reverted: with eth_sendRawTransactionSync
   * where the node has it, else by looking for the receipt. A node that does not answer while we
   * wait is asked again.
   *
   * @throws RpcErrorException when the node refuses it and does not have it
   * @throws RpcUnavailableException when the node did not answer the sending; it may have arrived
   * @throws TransactionTimeoutException when no receipt came in time (or the thread was
   *     interrupted)
   */
  public Receipt sendAndWait(SignedTransaction transaction, Duration timeout, Duration interval) {
    ReceiptWait wait = polling.begin(transaction.hash(), timeout, interval);
    return sending.sendSync(transaction.bytes(), timeout).orElseGet(wait::receiptOrTimeout);
  }

  /**
   * Sends and waits until it is mined or cannot be any more.
   *
   * @param expiry the second before which alone it is valid, and which blocks are believed
   * @return what became of it; a timeout is a result here, since the transaction stays open
   * @throws RpcErrorException when the node refuses it and does not have it
   * @throws RpcUnavailableException when the node did not answer the sending; it may have arrived
   */
  public SendOutcome sendUntil(SignedTransaction transaction, Expiry expiry, Duration timeout) {
    ReceiptWait wait = polling.begin(transaction.hash(), timeout, DEFAULT_POLL_INTERVAL);
    return sending
        .sendSync(transaction.bytes(), timeout)
        .<SendOutcome>map(SendOutcome.Mined::new)
        .orElseGet(() -> wait.outcome(Optional.of(expiry)));
  }

  /** Waits for a transaction that was sent before. */
  public Receipt await(Hash32 hash, Duration timeout, Duration interval) {
    return polling.begin(hash, timeout, interval).receiptOrTimeout();
  }

  /** The code at an address; empty where there is no contract. */
  public Bytes code(Address address) {
    return code(address, BlockTag.LATEST);
  }

  /** The code at an address as of a block. */
  public Bytes code(Address address, BlockTag tag) {
    return request("eth_getCode", address.toString(), tag.parameter()).bytes();
  }

  /** A word of a contract's storage. */
  public Hash32 storage(Address address, Hash32 slot, BlockTag tag) {
    return request("eth_getStorageAt", address.toString(), slot.toString(), tag.parameter()).hash();
  }

  /** The next nonce of the account's own sequence, counting what waits in the pool. */
  public long nonce(Address address) {
    return request("eth_getTransactionCount", address.toString(), "pending").longQuantity();
  }

  /** Gas for one call; Anvil ignores the batch that it may belong to. */
  public long estimateGas(Address from, Call call) {
    return request("eth_estimateGas", CallObject.from(from, call)).longQuantity();
  }

  /** Attodollars a gas that would do now. */
  public BigInteger gasPrice() {
    return request("eth_gasPrice").quantity();
  }

  /** The newest block's base fee, attodollars a gas. */
  public BigInteger baseFee() {
    return block(BlockTag.LATEST).baseFeePerGas();
  }

  /**
   * What blocks charged.
   *
   * @param blocks how many, up to {@code newest}; the node may give fewer
   * @param percentiles of the tips paid, each 0 to 100, ascending
   */
  public FeeHistory feeHistory(int blocks, BlockTag newest, List<Double> percentiles) {
    return FeeHistory.read(
        request("eth_feeHistory", Hex.quantity(blocks), newest.parameter(), percentiles));
  }

  /** How far the node is with catching up, or empty when it has. */
  public Optional<SyncProgress> syncing() {
    return SyncProgress.read(request("eth_syncing"));
  }

  private static RpcRequest ethCall(Address to, Bytes data, BlockTag tag) {
    Map<String, Object> call = Map.of("to", to.toString(), "data", data.toString());
    return RpcRequest.of("eth_call", call, tag.parameter());
  }

  private static <T> RpcOutcome<T> decoded(ContractRead<T> read, Bytes bytes) {
    return new RpcOutcome.Answered<>(bytes).map(read.decode());
  }
}
