package org.sessionsettlement.controlplane.indexer;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sessionsettlement.escrow.EscrowEvent;
import org.sessionsettlement.escrow.EscrowOutcome;

/**
 * An event's members as this service's JSON: snake_case, ids and small numbers as numbers, times
 * and durations in seconds with that in their names, everything else as text. A new event needs
 * nothing here.
 */
final class EventFields {
  private final Map<String, Object> byName;

  private EventFields(Map<String, Object> byName) {
    this.byName = byName;
  }

  static EventFields of(EscrowEvent event) {
    var fields = new LinkedHashMap<String, Object>();
    for (var component : event.getClass().getRecordComponents()) {
      fields.put(name(component), shown(value(component, event)));
    }
    return new EventFields(fields);
  }

  Map<String, Object> byName() {
    return byName;
  }

  /** The booking, slot or request that the event names. */
  Optional<Long> id(String name) {
    return Optional.ofNullable(byName.get(name)).map(Long.class::cast);
  }

  private static Object shown(Object value) {
    return switch (value) {
      case Long number -> number;
      case Integer number -> number;
      case EscrowOutcome outcome -> outcome.contractName();
      default -> value.toString();
    };
  }

  private static String name(RecordComponent component) {
    String camel = component.getName();
    String snake = camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    boolean seconds = component.getType() == long.class && !camel.endsWith("Id");
    return seconds ? snake + "_s" : snake;
  }

  private static Object value(RecordComponent component, EscrowEvent event) {
    try {
      return component.getAccessor().invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record that hides its members: " + event.getClass(), e);
    }
  }
}
