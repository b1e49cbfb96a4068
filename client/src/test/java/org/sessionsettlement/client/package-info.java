@NullMarked
package org.sessionsettlement.client;

import org.jspecify.annotations.NullMarked;
