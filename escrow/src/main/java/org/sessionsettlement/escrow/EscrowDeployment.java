package org.sessionsettlement.escrow;

import com.esaulpaugh.headlong.abi.Tuple;
import com.esaulpaugh.headlong.abi.TupleType;
import java.util.Arrays;
import org.sessionsettlement.tempo.Bytes;
import org.sessionsettlement.tempo.Call;
import org.sessionsettlement.tempo.transaction.TempoTransaction;

/**
 * Creates an escrow: its creation code with settings that the constructor takes. The sender becomes
 * the owner.
 */
public final class EscrowDeployment {
  private static final TupleType<Tuple> CONSTRUCTOR =
      TupleType.parse("(address,address,address,uint16,uint48,uint256,uint16,uint48,uint48)");

  private EscrowDeployment() {}

  /**
   * The call that creates it; to be the first of its transaction, with {@link EscrowGas#DEPLOY}.
   *
   * @throws InvalidSettingsException naming the reason with which the constructor would revert
   */
  public static Call creation(EscrowSettings settings) {
    settings
        .fault()
        .ifPresent(
            fault -> {
              throw new InvalidSettingsException(fault);
            });
    byte[] code = EscrowArtifacts.creationCode().toArray();
    byte[] arguments = arguments(settings).toArray();
    byte[] all = Arrays.copyOf(code, code.length + arguments.length);
    System.arraycopy(arguments, 0, all, code.length, arguments.length);
    return Call.create(Bytes.of(all));
  }

  /**
   * The creating transaction, to which the sender adds chain id, fees and nonce. Gas is set to the
   * most that a transaction may use, and the payment token pays.
   *
   * @throws InvalidSettingsException naming the reason with which the constructor would revert
   */
  public static TempoTransaction.Builder transaction(EscrowSettings settings) {
    return TempoTransaction.builder()
        .call(creation(settings))
        .gasLimit(EscrowGas.DEPLOY)
        .feeToken(settings.paymentToken());
  }

  static Bytes arguments(EscrowSettings settings) {
    return Abi.encode(
        CONSTRUCTOR,
        Abi.address(settings.paymentToken()),
        Abi.address(settings.oracle()),
        Abi.address(settings.treasury()),
        settings.feeBps(),
        settings.challengeWindowSeconds(),
        settings.challengeBond(),
        settings.lateCancelPenaltyBps(),
        settings.noAttestBufferSeconds(),
        settings.disputeTimeoutSeconds());
  }
}
