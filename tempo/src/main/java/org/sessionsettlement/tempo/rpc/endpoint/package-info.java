/**
 * Several nodes of one chain used as one: repeats what is safe to repeat, goes on with another node
 * when one fails, and believes none that is behind.
 */
@NullMarked
package org.sessionsettlement.tempo.rpc.endpoint;

import org.jspecify.annotations.NullMarked;
