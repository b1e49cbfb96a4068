@NullMarked
package org.sessionsettlement.cli.deploy;

import org.jspecify.annotations.NullMarked;
