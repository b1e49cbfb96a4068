@NullMarked
package org.sessionsettlement.cli.serve;

import org.jspecify.annotations.NullMarked;
