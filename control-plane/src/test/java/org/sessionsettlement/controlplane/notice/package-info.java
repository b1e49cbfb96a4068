/** Tests of notices. */
@NullMarked
package org.sessionsettlement.controlplane.notice;

import org.jspecify.annotations.NullMarked;
