const ADDRESS = /^0x[0-9a-f]{40}$/i;
const HOST_PATH = /\/host\/(0x[0-9a-f]{40})\/?$/i;

/** The host that somebody typed or pasted: an address, or a link to a host's page; else nothing. */
export function hostIn(text: string): string | undefined {
  const typed = text.trim();
  return ADDRESS.test(typed) ? typed : HOST_PATH.exec(pathOf(typed))?.[1];
}

/** A link may be of any installation's address: only what is behind it counts. */
const pathOf = (text: string): string => (URL.canParse(text) ? new URL(text).pathname : text);
