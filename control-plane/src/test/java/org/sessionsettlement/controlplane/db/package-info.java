/** Tests on a real PostgreSQL. */
@NullMarked
package org.sessionsettlement.controlplane.db;

import org.jspecify.annotations.NullMarked;
