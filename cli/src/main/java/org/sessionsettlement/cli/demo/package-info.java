/** {@code settle demo}: sessions played by real clients, each outcome and each coin checked. */
@NullMarked
package org.sessionsettlement.cli.demo;

import org.jspecify.annotations.NullMarked;
