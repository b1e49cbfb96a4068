@NullMarked
package org.sessionsettlement.cli.demo;

import org.jspecify.annotations.NullMarked;
