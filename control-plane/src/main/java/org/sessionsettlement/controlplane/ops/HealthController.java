package org.sessionsettlement.controlplane.ops;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the service can do its work now, for supervisors and load balancers. */
@RestController
public final class HealthController {
  private static final int NOT_READY = 503;

  private final List<HealthProbe> probes;

  public HealthController(List<HealthProbe> probes) {
    this.probes = List.copyOf(probes);
  }

  record HealthJson(String status, Map<String, HealthProbe.Result> parts) {}

  @GetMapping("/health")
  ResponseEntity<HealthJson> health() {
    var parts = new TreeMap<String, HealthProbe.Result>();
    probes.forEach(probe -> parts.put(probe.name(), probe.now()));
    boolean ready = parts.values().stream().allMatch(HealthProbe.Result::ready);
    return ResponseEntity.status(ready ? 200 : NOT_READY)
        .body(new HealthJson(ready ? "ready" : "not_ready", parts));
  }
}
