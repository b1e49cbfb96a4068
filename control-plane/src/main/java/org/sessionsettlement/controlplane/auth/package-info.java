/** Sign-In with Ethereum (ERC-4361) and access tokens; asked by the web layer alone. */
@NullMarked
package org.sessionsettlement.controlplane.auth;

import org.jspecify.annotations.NullMarked;
