/** The operator's verbs: explain, due, stuck, sweep, attest, verify-metrics. */
@NullMarked
package org.sessionsettlement.cli.operate;

import org.jspecify.annotations.NullMarked;
