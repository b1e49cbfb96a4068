/**
 * The web app in real browsers, against the whole stack. One {@link
 * org.sessionsettlement.cli.web.WebStack} serves all classes; each test has wallets of its own, or
 * dev accounts that no other test of its class uses.
 */
@NullMarked
package org.sessionsettlement.cli.web;

import org.jspecify.annotations.NullMarked;
