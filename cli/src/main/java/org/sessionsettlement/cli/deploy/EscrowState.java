package org.sessionsettlement.cli.deploy;

import java.math.BigInteger;
import java.util.Optional;
import org.sessionsettlement.escrow.EscrowSettings;
import org.sessionsettlement.tempo.Address;

/**
 * An escrow as of one block.
 *
 * @param codeToken the token in its code, empty when the code is not SessionEscrowV1's
 * @param pendingOwner the next owner, zero when there is none
 * @param balanceUnits what the token says it has
 * @param heldUnits what it says it holds for others
 */
record EscrowState(
    Address escrow,
    long block,
    Optional<Address> codeToken,
    EscrowSettings settings,
    Address owner,
    Address pendingOwner,
    BigInteger balanceUnits,
    BigInteger heldUnits,
    long slots,
    long bookings,
    long requests) {}
