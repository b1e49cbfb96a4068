/** What an operator asks and does: what is due, what is stuck, a sweep, a forced outcome. */
@NullMarked
package org.sessionsettlement.controlplane.operate;

import org.jspecify.annotations.NullMarked;
