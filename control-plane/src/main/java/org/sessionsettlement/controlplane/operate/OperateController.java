package org.sessionsettlement.controlplane.operate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sessionsettlement.controlplane.oracle.Duties;
import org.sessionsettlement.controlplane.oracle.ServiceToken;
import org.sessionsettlement.controlplane.oracle.Sweep;
import org.sessionsettlement.controlplane.problem.ProblemCode;
import org.sessionsettlement.controlplane.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an operator asks of the installation as a whole. */
@RestController
public final class OperateController {
  private static final int MOST = 500;

  private final DueLooks due;
  private final StuckBookings stuck;
  private final Sweep sweep;
  private final Duties duties;
  private final ServiceToken serviceToken;
  private final InstantSource clock;

  public OperateController(
      DueLooks due,
      StuckBookings stuck,
      Sweep sweep,
      Duties duties,
      ServiceToken serviceToken,
      InstantSource clock) {
    this.due = due;
    this.stuck = stuck;
    this.sweep = sweep;
    this.duties = duties;
    this.serviceToken = serviceToken;
    this.clock = clock;
  }

  record DueListJson(long nowMs, List<DueJson> due) {}

  record DueJson(String escrow, long bookingId, long atMs, String why) {
    static DueJson of(DueLooks.Due one) {
      return new DueJson(
          one.booking().escrow().toString(), one.booking().bookingId(), one.atMs(), one.why());
    }
  }

  record StuckListJson(long nowMs, List<StuckJson> stuck) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StuckJson(
      String escrow, long bookingId, String kind, long sinceMs, @Nullable String detail) {
    static StuckJson of(StuckBookings.Stuck one) {
      return new StuckJson(
          one.booking().escrow().toString(),
          one.booking().bookingId(),
          one.kind().text(),
          one.sinceMs(),
          one.detail().orElse(null));
    }
  }

  /**
   * @param swept how many bookings were due
   */
  record SweptJson(int swept) {}

  @GetMapping("/operator/due")
  DueListJson due(
      @RequestHeader(name = ServiceToken.HEADER, required = false) @Nullable String token,
      @RequestParam(name = "limit", defaultValue = "100") int limit) {
    serviceToken.require(token);
    return new DueListJson(
        clock.millis(), due.next(bounded(limit)).stream().map(DueJson::of).toList());
  }

  @GetMapping("/operator/stuck")
  StuckListJson stuck(
      @RequestHeader(name = ServiceToken.HEADER, required = false) @Nullable String token,
      @RequestParam(name = "limit", defaultValue = "100") int limit) {
    serviceToken.require(token);
    long nowMs = clock.millis();
    return new StuckListJson(
        nowMs, stuck.all(nowMs, bounded(limit)).stream().map(StuckJson::of).toList());
  }

  /** Evaluates what is due now, as the recurring sweep does. */
  @PostMapping("/operator/sweep")
  SweptJson sweep(
      @RequestHeader(name = ServiceToken.HEADER, required = false) @Nullable String token) {
    serviceToken.require(token);
    if (!duties.attests()) {
      throw new ProblemException(ProblemCode.ORACLE_OFF);
    }
    return new SweptJson(sweep.tick());
  }

  private static int bounded(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new ProblemException(ProblemCode.BAD_REQUEST);
    }
    return limit;
  }
}
