package org.sessionsettlement.cli.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sessionsettlement.cli.deploy.Oddity.Code;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.tempo.Address;

/** What is odd about an escrow. The contract allows all of it; its users may not expect it. */
final class Oddities {
  /** The last lawful Completed comes this long after a session's end (rulebook, windows). */
  private static final long COMPLETED_SECONDS = Duration.ofHours(2).toSeconds();

  private final List<Oddity> found = new ArrayList<>();

  private Oddities() {}

  /**
   * Of a deployed escrow.
   *
   * @param recordedToken the payment token that the deployment's record names, where there is one
   */
  static List<Oddity> of(EscrowState state, Optional<Address> recordedToken) {
    Oddities oddities = new Oddities();
    oddities.code(state, recordedToken);
    oddities.money(state);
    oddities.settings(state.settings(), state.owner(), state.escrow());
    oddities.when(
        !state.pendingOwner().isZero(),
        Code.PENDING_OWNER,
        "ownership was offered to " + state.pendingOwner() + ", who can take it at any time");
    return List.copyOf(oddities.found);
  }

  /** Of settings that are to be deployed by {@code owner} at {@code escrow}. */
  static List<Oddity> of(EscrowSettings settings, Address owner, Address escrow) {
    Oddities oddities = new Oddities();
    oddities.settings(settings, owner, escrow);
    return List.copyOf(oddities.found);
  }

  private void code(EscrowState state, Optional<Address> recordedToken) {
    Address token = state.settings().paymentToken();
    when(
        !state.codeToken().equals(Optional.of(token)),
        Code.CODE_NOT_OURS,
        "the code there is not that of this SessionEscrowV1: nothing it says can be relied on");
    when(
        recordedToken.isPresent() && !recordedToken.get().equals(token),
        Code.TOKEN_NOT_AS_RECORDED,
        "it holds " + token + ", but the deployment's record names another token");
  }

  private void money(EscrowState state) {
    when(
        state.balanceUnits().compareTo(state.heldUnits()) < 0,
        Code.BALANCE_BELOW_HELD,
        "it has "
            + state.balanceUnits()
            + " units but owes "
            + state.heldUnits()
            + ": the last to withdraw will not be paid");
  }

  private void settings(EscrowSettings settings, Address owner, Address escrow) {
    roles(settings, owner, escrow);
    when(
        settings.challengeWindowSeconds() == 0,
        Code.NO_CHALLENGE_WINDOW,
        "the challenge window is 0: nobody can challenge what the oracle attests");
    when(
        settings.noAttestBufferSeconds() < COMPLETED_SECONDS,
        Code.NO_ATTEST_BUFFER_SHORT,
        "the no-attest buffer is below 2 h: a refund can be claimed while a lawful Completed may"
            + " still come");
    when(
        settings.disputeTimeoutSeconds() == 0,
        Code.NO_DISPUTE_TIMEOUT,
        "the dispute timeout is 0: anyone can end a dispute for the oracle before the owner"
            + " resolves it");
  }

  private void roles(EscrowSettings settings, Address owner, Address escrow) {
    Address oracle = settings.oracle();
    Address treasury = settings.treasury();
    when(
        oracle.equals(owner),
        Code.ORACLE_IS_OWNER,
        "the oracle is the owner: whoever attests also resolves the disputes about it");
    when(
        oracle.equals(treasury),
        Code.ORACLE_IS_TREASURY,
        "the oracle is the treasury: whoever attests earns the fee of one outcome and not of"
            + " another");
    when(
        oracle.equals(escrow),
        Code.ORACLE_IS_ESCROW,
        "the oracle is the escrow itself: nothing can ever be attested");
    when(
        treasury.equals(escrow),
        Code.TREASURY_IS_ESCROW,
        "the treasury is the escrow itself: fees can never be withdrawn");
    when(
        treasury.equals(settings.paymentToken()),
        Code.TREASURY_IS_TOKEN,
        "the treasury is the payment token: fees can never be withdrawn");
  }

  private void when(boolean odd, Code code, String sentence) {
    if (odd) {
      found.add(new Oddity(code, sentence));
    }
  }
}
