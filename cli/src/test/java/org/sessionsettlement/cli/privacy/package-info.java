@NullMarked
package org.sessionsettlement.cli.privacy;

import org.jspecify.annotations.NullMarked;
