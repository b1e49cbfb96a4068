package org.sessionsettlement.controlplane.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.app.ServiceConfig.ClockSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What runs here: the chain and its escrow, and on the local chain how to try it. */
@RestController
final class AboutController {
  private final ServiceConfig config;
  private final EscrowFacts facts;
  private final InstantSource clock;

  AboutController(ServiceConfig config, EscrowFacts facts, InstantSource clock) {
    this.config = config;
    this.facts = facts;
    this.clock = clock;
  }

  record TokenJson(String address, String symbol, int decimals) {}

  /** Terms that a booking made now would carry; the bond in token units. */
  record TermsJson(
      int feeBps,
      int lateCancelPenaltyBps,
      long challengeWindowS,
      long noAttestBufferS,
      long disputeTimeoutS,
      String challengeBond) {}

  /** {@code owner}, {@code token} and {@code terms} are absent until the chain has answered. */
  record AboutJson(
      long chainId,
      String escrow,
      @Nullable String owner,
      @Nullable TokenJson token,
      @Nullable TermsJson terms,
      String feeToken,
      String clock,
      long nowMs,
      boolean isLocal,
      String nodeId,
      boolean oracle,
      boolean keeper,
      Object accounts,
      Object endpoints) {}

  @GetMapping("/about")
  AboutJson about() {
    var escrow = facts.newest();
    return new AboutJson(
        config.chain().chainId(),
        config.chain().escrow().toString(),
        escrow.map(one -> one.owner().toString()).orElse(null),
        escrow.map(AboutController::token).orElse(null),
        escrow.map(AboutController::terms).orElse(null),
        config.chain().feeToken().toString(),
        config.clock().name().toLowerCase(Locale.ROOT),
        clock.millis(),
        config.clock() == ClockSource.CHAIN,
        config.node().id(),
        config.oracle().oracleOn(),
        config.oracle().keeperOn(),
        extra("accounts", List.of()),
        extra("endpoints", Map.of()));
  }

  private static TokenJson token(EscrowFacts.Facts facts) {
    return new TokenJson(
        facts.settings().paymentToken().toString(), facts.symbol(), facts.decimals());
  }

  private static TermsJson terms(EscrowFacts.Facts facts) {
    var settings = facts.settings();
    return new TermsJson(
        settings.feeBps(),
        settings.lateCancelPenaltyBps(),
        settings.challengeWindowSeconds(),
        settings.noAttestBufferSeconds(),
        settings.disputeTimeoutSeconds(),
        settings.challengeBond().toString());
  }

  private Object extra(String member, Object otherwise) {
    return config.node().devPage().<Object>map(page -> page.path(member)).orElse(otherwise);
  }
}
