package org.sessionsettlement.tempo.token;

import java.util.List;
import org.sessionsettlement.tempo.event.EventShape;
import org.sessionsettlement.tempo.event.EventTable;
import org.sessionsettlement.tempo.event.EventWords;

/** How TIP-20's events are written. */
final class Tip20Events {
  static final EventTable<Tip20Event> TABLE =
      new EventTable<>(
          List.of(
              new EventShape<>("Transfer(address,address,uint256)", 2, 1, Tip20Events::transfer),
              new EventShape<>(
                  "TransferWithMemo(address,address,uint256,bytes32)",
                  3,
                  1,
                  Tip20Events::transferWithMemo),
              new EventShape<>("Approval(address,address,uint256)", 2, 1, Tip20Events::approval),
              new EventShape<>("Mint(address,uint256)", 1, 1, Tip20Events::mint),
              new EventShape<>("Burn(address,uint256)", 1, 1, Tip20Events::burn),
              new EventShape<>("BurnBlocked(address,uint256)", 1, 1, Tip20Events::burnBlocked),
              new EventShape<>("PauseStateUpdate(address,bool)", 1, 1, Tip20Events::pauseState),
              new EventShape<>("TransferPolicyUpdate(address,uint64)", 2, 0, Tip20Events::policy),
              new EventShape<>("SupplyCapUpdate(address,uint256)", 2, 0, Tip20Events::supplyCap),
              new EventShape<>("NextQuoteTokenSet(address,address)", 2, 0, Tip20Events::nextQuote),
              new EventShape<>("QuoteTokenUpdate(address,address)", 2, 0, Tip20Events::quote),
              new EventShape<>(
                  "RoleMembershipUpdated(bytes32,address,address,bool)", 3, 1, Tip20Events::role)));

  private Tip20Events() {}

  private static Tip20Event transfer(EventWords words) {
    return new Tip20Event.Transfer(
        words.emitter(), words.topicAddress(0), words.topicAddress(1), words.uint(0));
  }

  private static Tip20Event transferWithMemo(EventWords words) {
    return new Tip20Event.TransferWithMemo(
        words.emitter(),
        words.topicAddress(0),
        words.topicAddress(1),
        words.uint(0),
        words.topic(2));
  }

  private static Tip20Event approval(EventWords words) {
    return new Tip20Event.Approval(
        words.emitter(), words.topicAddress(0), words.topicAddress(1), words.uint(0));
  }

  private static Tip20Event mint(EventWords words) {
    return new Tip20Event.Mint(words.emitter(), words.topicAddress(0), words.uint(0));
  }

  private static Tip20Event burn(EventWords words) {
    return new Tip20Event.Burn(words.emitter(), words.topicAddress(0), words.uint(0));
  }

  private static Tip20Event burnBlocked(EventWords words) {
    return new Tip20Event.BurnBlocked(words.emitter(), words.topicAddress(0), words.uint(0));
  }

  private static Tip20Event pauseState(EventWords words) {
    return new Tip20Event.PauseStateUpdate(words.emitter(), words.topicAddress(0), words.bool(0));
  }

  private static Tip20Event policy(EventWords words) {
    return new Tip20Event.TransferPolicyUpdate(
        words.emitter(), words.topicAddress(0), words.topicLong(1));
  }

  private static Tip20Event supplyCap(EventWords words) {
    return new Tip20Event.SupplyCapUpdate(
        words.emitter(), words.topicAddress(0), words.topicUint(1));
  }

  private static Tip20Event nextQuote(EventWords words) {
    return new Tip20Event.NextQuoteTokenSet(
        words.emitter(), words.topicAddress(0), words.topicAddress(1));
  }

  private static Tip20Event quote(EventWords words) {
    return new Tip20Event.QuoteTokenUpdate(
        words.emitter(), words.topicAddress(0), words.topicAddress(1));
  }

  private static Tip20Event role(EventWords words) {
    return new Tip20Event.RoleMembershipUpdated(
        words.emitter(),
        words.topic(0),
        words.topicAddress(1),
        words.topicAddress(2),
        words.bool(0));
  }
}
