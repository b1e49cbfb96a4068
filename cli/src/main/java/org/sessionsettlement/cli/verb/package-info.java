/** What verbs share: how they answer, and why they stop. */
@NullMarked
package org.sessionsettlement.cli.verb;

import org.jspecify.annotations.NullMarked;
