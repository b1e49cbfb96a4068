/** Signatures of every kind that Tempo takes, and the messages that people sign. */
@NullMarked
package org.sessionsettlement.tempo.signature;

import org.jspecify.annotations.NullMarked;
