package org.sessionsettlement.controlplane.app;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.sessionsettlement.tempo.Address;

/** Reads who may force outcomes, and how often operators and guessers are let in. */
record OperatorSettings(ServiceSettings settings) {
  ServiceConfig.Operators operators() {
    return new ServiceConfig.Operators(
        settings.text("OPERATORS").map(this::addresses).orElse(Set.of()),
        settings.perMinute(
            "LIMIT_OPERATOR_PER_ADDRESS", ServiceConfig.Operators.NONE.requestsPerAddress()),
        settings.perMinute(
            "LIMIT_WRONG_TOKENS_PER_ADDRESS",
            ServiceConfig.Operators.NONE.wrongTokensPerAddress()));
  }

  private Set<Address> addresses(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(one -> settings.address("OPERATORS", one))
        .collect(Collectors.toUnmodifiableSet());
  }
}
