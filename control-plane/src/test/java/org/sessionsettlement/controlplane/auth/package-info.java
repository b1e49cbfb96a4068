/** Tests of auth. */
@NullMarked
package org.sessionsettlement.controlplane.auth;

import org.jspecify.annotations.NullMarked;
