/** What the parties and the operator are told of, at least once, by webhook and e-mail. */
@NullMarked
package org.sessionsettlement.controlplane.notice;

import org.jspecify.annotations.NullMarked;
