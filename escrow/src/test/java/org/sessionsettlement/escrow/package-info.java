@NullMarked
package org.sessionsettlement.escrow;

import org.jspecify.annotations.NullMarked;
