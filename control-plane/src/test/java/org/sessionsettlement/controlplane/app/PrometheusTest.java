package org.sessionsettlement.controlplane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sessionsettlement.controlplane.Await;
import org.sessionsettlement.controlplane.db.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alarms and the dashboard, in a real Prometheus that scrapes the real service. */
class PrometheusTest {
  private static final Path DASHBOARD = Path.of("../deploy/grafana/session-settlement.json");

  private static final Path RUNBOOK = Path.of("../docs/runbook.md");

  @TempDir private static Path folder;
  private static LocalStack stack;
  private static Prometheus prometheus;

  @BeforeAll
  static void start() throws IOException {
    stack = new LocalStack(folder, TestDatabase.freshSchema(PrometheusTest.class));
    prometheus = Prometheus.start(folder, "127.0.0.1:" + stack.servicePort());
    Await.until("a scrape after the first sweep", PrometheusTest::hasSeenASweep);
  }

  @AfterAll
  static void stop() {
    prometheus.close();
    stack.close();
  }

  private static boolean hasSeenASweep() {
    return !prometheus.query("settlement_sweep_age_seconds >= 0").at("/data/result").isEmpty();
  }

  @Test
  void everyRuleIsLoadedAndCanBeEvaluated() {
    Await.until("all rules evaluated", () -> rules().noneMatch(PrometheusTest::isUnknown));
    assertThat(rules()).hasSizeGreaterThan(15);
    assertThat(rules())
        .allSatisfy(rule -> assertThat(rule.path("health").asString()).isEqualTo("ok"));
  }

  private static boolean isUnknown(JsonNode rule) {
    return rule.path("health").asString().equals("unknown");
  }

  @Test
  void everyRuleSaysWhatIsWrongAndWhereToReadOn() {
    assertThat(rules())
        .allSatisfy(
            rule -> {
              var annotations = rule.path("annotations");
              assertThat(annotations.path("summary").asString()).isNotBlank();
              assertThat(annotations.path("description").asString()).isNotBlank();
              assertThat(annotations.path("runbook_url").asString())
                  .isEqualTo("docs/runbook.md#" + name(rule).toLowerCase(java.util.Locale.ROOT));
              assertThat(rule.at("/labels/severity").asString()).isIn("page", "ticket");
            });
  }

  @Test
  void everyAlarmHasASectionInTheRunbook() throws IOException {
    assertThat(Files.readAllLines(RUNBOOK))
        .containsAll(rules().map(rule -> "### " + name(rule)).toList());
  }

  @Test
  void everyMetricThatARuleNamesIsThere() {
    var named =
        rules()
            .flatMap(rule -> PromQl.metrics(rule.path("query").asString()).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).hasSizeGreaterThan(15);
    assertThat(scraped()).containsAll(named);
  }

  @Test
  void everyMetricThatTheDashboardNamesIsThereAndItsExpressionsCanBeEvaluated() throws IOException {
    var expressions = dashboardExpressions();
    assertThat(expressions).hasSizeGreaterThan(20);
    assertThat(expressions)
        .allSatisfy(
            expression -> {
              assertThat(scraped()).containsAll(PromQl.metrics(expression));
              assertThat(prometheus.query(expression).path("status").asString())
                  .isEqualTo("success");
            });
  }

  private static List<String> dashboardExpressions() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(DASHBOARD)).findValues("expr").stream()
        .map(expression -> expression.asString().replace("$__rate_interval", "1m"))
        .toList();
  }

  @Test
  void noAlarmFiresOnAHealthyService() {
    assertThat(prometheus.query("ALERTS{alertstate=\"firing\"}").at("/data/result")).isEmpty();
    assertThat(prometheus.query("up{job=\"settlement\"} == 1").at("/data/result")).hasSize(1);
  }

  @Test
  void everyAlarmHasATestThatPromtoolPasses() throws IOException, InterruptedException {
    var said = Prometheus.promtool(List.of("test", "rules", "settlement.rules.test.yml"));
    assertThat(said.exitCode()).as(said.text()).isZero();
    String tests = Files.readString(Prometheus.FILES.resolve("settlement.rules.test.yml"));
    assertThat(rules().map(PrometheusTest::name))
        .allSatisfy(name -> assertThat(tests).contains("alertname=\"" + name + "\""));
  }

  private static String name(JsonNode rule) {
    return rule.path("name").asString();
  }

  private static Stream<JsonNode> rules() {
    return elements(prometheus.get("rules").at("/data/groups"))
        .flatMap(group -> elements(group.path("rules")));
  }

  private static Set<String> scraped() {
    return elements(prometheus.get("label/__name__/values").path("data"))
        .map(JsonNode::asString)
        .collect(Collectors.toSet());
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
