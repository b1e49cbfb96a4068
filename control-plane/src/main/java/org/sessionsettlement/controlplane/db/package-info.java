/** The connection pool, migrations, locks and the embedded PostgreSQL. */
@NullMarked
package org.sessionsettlement.controlplane.db;

import org.jspecify.annotations.NullMarked;
