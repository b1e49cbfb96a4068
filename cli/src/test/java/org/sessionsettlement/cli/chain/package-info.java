@NullMarked
package org.sessionsettlement.cli.chain;

import org.jspecify.annotations.NullMarked;
