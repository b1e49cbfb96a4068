/**
 * A call's life cycle: {@link org.sessionsettlement.client.call.ScheduledSessionVoiceController}
 * and what it needs of the world: {@link org.sessionsettlement.client.call.PeerMedia}, which an app
 * hands in, and {@link org.sessionsettlement.client.call.Signalling}, for which {@link
 * org.sessionsettlement.client.call.OkHttpSignalling} serves. {@link
 * org.sessionsettlement.client.call.CallRules} decides, as one pure function; the controller
 * performs.
 */
@NullMarked
package org.sessionsettlement.client.call;

import org.jspecify.annotations.NullMarked;
