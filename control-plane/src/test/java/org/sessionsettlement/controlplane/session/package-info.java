/** Tests of session. */
@NullMarked
package org.sessionsettlement.controlplane.session;

import org.jspecify.annotations.NullMarked;
