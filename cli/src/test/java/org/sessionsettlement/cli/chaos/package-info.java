/** The whole installation under everything that goes wrong at once, and what must hold after it. */
@NullMarked
package org.sessionsettlement.cli.chaos;

import org.jspecify.annotations.NullMarked;
