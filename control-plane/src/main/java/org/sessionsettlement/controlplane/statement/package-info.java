/** What host and guest say about an attested or disputed booking, for whoever reviews it. */
@NullMarked
package org.sessionsettlement.controlplane.statement;

import org.jspecify.annotations.NullMarked;
