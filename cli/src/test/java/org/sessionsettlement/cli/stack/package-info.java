@NullMarked
package org.sessionsettlement.cli.stack;

import org.jspecify.annotations.NullMarked;
