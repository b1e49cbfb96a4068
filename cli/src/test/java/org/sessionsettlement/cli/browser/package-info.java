/** Chromium under test. */
@NullMarked
package org.sessionsettlement.cli.browser;

import org.jspecify.annotations.NullMarked;
