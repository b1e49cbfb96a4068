/** The service's database, for verbs that work on it directly. */
@NullMarked
package org.sessionsettlement.cli.database;

import org.jspecify.annotations.NullMarked;
