package org.sessionsettlement.cli.call;

import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCIceTransportPolicy;
import java.util.List;
import org.sessionsettlement.client.IceServer;
import org.sessionsettlement.client.IceSettings;

/** The service's ICE settings in libwebrtc's terms. */
final class IceConfiguration {
  private IceConfiguration() {}

  static RTCConfiguration of(IceSettings ice) {
    RTCConfiguration configuration = new RTCConfiguration();
    configuration.iceServers = ice.servers().stream().map(IceConfiguration::server).toList();
    configuration.iceTransportPolicy =
        ice.relayOnly() ? RTCIceTransportPolicy.RELAY : RTCIceTransportPolicy.ALL;
    configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
    return configuration;
  }

  private static RTCIceServer server(IceServer from) {
    RTCIceServer server = new RTCIceServer();
    server.urls = List.copyOf(from.urls());
    server.username = from.username().orElse("");
    server.password = from.credential().orElse("");
    return server;
  }
}
