@NullMarked
package org.sessionsettlement.cli.call;

import org.jspecify.annotations.NullMarked;
