package org.sessionsettlement.controlplane.app;

import org.apache.catalina.connector.Connector;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * WebSocket for Tomcat, with buffers for thousands of sockets that say little: Tomcat's own take 75
 * KB each. A frame longer than a buffer comes in parts and goes out in fragments.
 */
final class WebSockets implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final String FRAME_BUFFER = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";
  private static final String FRAME_BUFFER_BYTES = "1024";
  private static final String LINE_BUFFER_BYTES = "2048";

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    // Tomcat reads it once, with its first socket; an operator's own choice stays.
    if (System.getProperty(FRAME_BUFFER) == null) {
      System.setProperty(FRAME_BUFFER, FRAME_BUFFER_BYTES);
    }
    tomcat.addConnectorCustomizers(WebSockets::shrink);
    tomcat.addContextCustomizers(
        context -> context.addServletContainerInitializer(new WsSci(), null));
  }

  private static void shrink(Connector connector) {
    connector.setProperty("socket.appReadBufSize", LINE_BUFFER_BYTES);
    connector.setProperty("socket.appWriteBufSize", LINE_BUFFER_BYTES);
  }
}
