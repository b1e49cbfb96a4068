/** Short programs that show one feature each; every one of them runs in a test. */
@NullMarked
package org.sessionsettlement.tempo.examples;

import org.jspecify.annotations.NullMarked;
