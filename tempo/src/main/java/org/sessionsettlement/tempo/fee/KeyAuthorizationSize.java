package org.sessionsettlement.tempo.fee;

import static java.util.stream.Collectors.toList;

import java.util.List;
import org.sessionsettlement.tempo.transaction.CallScope;
import org.sessionsettlement.tempo.transaction.KeyAuthorization;

/**
 * How much a key authorization writes (TIP-1011): it pays for storage, a fresh word each.
 *
 * @param limits tokens with a spending limit
 * @param scoped true when the key may only make certain calls
 * @param targets contracts among them
 * @param selectors functions over all targets
 * @param boundSelectors those of them that only certain recipients may get
 * @param recipients over all functions
 */
public record KeyAuthorizationSize(
    int limits, boolean scoped, int targets, int selectors, int boundSelectors, int recipients) {
  private static final long FRESH_WORD = 250_000;
  private static final long RECOVER = 3_000;
  private static final long LOOK = 2_100;
  private static final long BUFFER = 3_500;
  private static final long SCOPE_BASE = 5_000;
  private static final long SCOPE_LAYER = 7_000;
  private static final long SCOPE_RECIPIENT = 5_000;

  /** What this authorization writes. */
  public static KeyAuthorizationSize of(KeyAuthorization key) {
    List<CallScope> scopes = key.scopes().orElse(List.of());
    List<CallScope.Function> functions =
        scopes.stream().flatMap(scope -> scope.functions().stream()).collect(toList());
    return new KeyAuthorizationSize(
        key.limits().map(List::size).orElse(0),
        key.scopes().isPresent(),
        scopes.size(),
        functions.size(),
        (int) functions.stream().filter(one -> !one.recipients().isEmpty()).count(),
        functions.stream().mapToInt(one -> one.recipients().size()).sum());
  }

  /** A key that may call everything. */
  public static KeyAuthorizationSize unscoped(int limits) {
    return new KeyAuthorizationSize(limits, false, 0, 0, 0, 0);
  }

  /** Words of storage that it writes. */
  long words() {
    int scope = scoped ? 1 + 3 * targets + 3 * selectors + boundSelectors + 2 * recipients : 0;
    return 1L + 2L * limits + scope;
  }

  /** With the surcharge of hardfork T4 for scopes, which T3 does not ask for. */
  long gas() {
    long scope = SCOPE_BASE + SCOPE_LAYER * (targets + selectors) + SCOPE_RECIPIENT * recipients;
    return RECOVER + LOOK + BUFFER + FRESH_WORD * words() + scope;
  }
}
