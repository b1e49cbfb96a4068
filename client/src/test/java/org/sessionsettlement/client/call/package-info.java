@NullMarked
package org.sessionsettlement.client.call;

import org.jspecify.annotations.NullMarked;
