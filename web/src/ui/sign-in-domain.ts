/** Set by the development server alone, whose page is not where the service is. */
declare const __SIGN_IN_DOMAIN__: string | undefined;

/** What sign-in messages must name. */
export const signInDomain = (): string =>
  typeof __SIGN_IN_DOMAIN__ === 'string' ? __SIGN_IN_DOMAIN__ : location.host;
