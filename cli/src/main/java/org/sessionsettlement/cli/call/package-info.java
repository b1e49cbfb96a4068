/**
 * {@code settle call}: a participant without a microphone, with real media by libwebrtc. {@link
 * org.sessionsettlement.cli.call.WebRtcMedia} is the client's {@code PeerMedia} on webrtc-java.
 */
@NullMarked
package org.sessionsettlement.cli.call;

import org.jspecify.annotations.NullMarked;
