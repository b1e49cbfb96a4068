/**
 * A call's life cycle: {@link org.sessionsettlement.client.call.ScheduledSessionVoiceController}
 * and what it needs of the world. {@link org.sessionsettlement.client.call.CallRules} decides, as
 * one pure function; the controller performs.
 */
@NullMarked
package org.sessionsettlement.client.call;

import org.jspecify.annotations.NullMarked;
