package org.sessionsettlement.controlplane.app;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** As much of Prometheus's language as it takes to see which metrics an expression names. */
final class PromQl {
  private static final Pattern NO_METRIC =
      Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
  private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_][a-zA-Z0-9_]*\\b(?!\\s*\\()");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  private PromQl() {}

  static Set<String> metrics(String expression) {
    var names = new TreeSet<String>();
    var matcher = NAME.matcher(NO_METRIC.matcher(expression).replaceAll(" "));
    while (matcher.find()) {
      names.add(matcher.group());
    }
    names.removeAll(WORDS);
    return names;
  }
}
