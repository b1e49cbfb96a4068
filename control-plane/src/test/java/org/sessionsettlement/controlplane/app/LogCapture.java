package org.sessionsettlement.controlplane.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, in full, down to traces of our own code. */
final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("org.sessionsettlement");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** To be opened after a service has started: that sets logging up anew. */
  LogCapture() {
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
    ours.setLevel(Level.TRACE);
  }

  @Override
  protected void append(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    lines.add(
        event.getFormattedMessage()
            + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    ours.setLevel(null);
    root.detachAppender(this);
    stop();
  }
}
