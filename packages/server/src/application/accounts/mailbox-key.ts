/** Providers that ignore dots in a name. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);

/**
 * Returns the mailbox of an address, for limits alone: the part after a plus is the reader's own choice, and one person
 * would otherwise receive a mail for each such word. Accounts are distinguished by the whole address.
 */
export function mailboxKeyOf(emailKey: string): string {
  const at = emailKey.lastIndexOf('@');
  const domain = emailKey.slice(at + 1);
  const name = emailKey.slice(0, Math.max(0, at)).replace(/(?!^)\+.*$/, '');
  return `${DOTLESS.has(domain) ? name.replaceAll('.', '') : name}@${domain}`;
}
