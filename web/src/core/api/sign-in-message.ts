import { object, text, whole } from '../parse';

/** What `POST /auth/nonce` gives for the message. */
export const challenge = object({
  nonce: text,
  domain: text,
  uri: text,
  chain_id: whole,
  version: text,
  statement: text,
});

export type Challenge = ReturnType<typeof challenge>;

/** The text that a wallet signs to sign in (ERC-4361). `issuedAt` is RFC 3339. */
export function signInMessage(from: Challenge, address: string, issuedAt: string): string {
  return [
    `${from.domain} wants you to sign in with your Ethereum account:`,
    address,
    '',
    from.statement,
    '',
    `URI: ${from.uri}`,
    `Version: ${from.version}`,
    `Chain ID: ${from.chain_id}`,
    `Nonce: ${from.nonce}`,
    `Issued At: ${issuedAt}`,
  ].join('\n');
}
