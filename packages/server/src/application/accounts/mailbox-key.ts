/** Providers that take dots in a name for nothing. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);

/**
 * Names the mailbox of an address, for limits alone: what stands behind a plus is the reader's own business, and one
 * person would else be sent as many mails as there are such words. Accounts are told apart by the whole address.
 */
export function mailboxKeyOf(emailKey: string): string {
  const at = emailKey.lastIndexOf('@');
  const domain = emailKey.slice(at + 1);
  const name = emailKey.slice(0, Math.max(0, at)).replace(/(?!^)\+.*$/, '');
  return `${DOTLESS.has(domain) ? name.replaceAll('.', '') : name}@${domain}`;
}
