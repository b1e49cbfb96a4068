@NullMarked
package org.sessionsettlement.cli.up;

import org.jspecify.annotations.NullMarked;
