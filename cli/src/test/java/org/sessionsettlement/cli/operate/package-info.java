@NullMarked
package org.sessionsettlement.cli.operate;

import org.jspecify.annotations.NullMarked;
