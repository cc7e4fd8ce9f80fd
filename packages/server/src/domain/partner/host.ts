/**
 * Parses a host as browsers send it (`Book.Fit.example:443` is `book.fit.example`), or returns what is wrong with the
 * text in a sentence. Hosts are exact, since a foreign host must never show the partner's pages.
 */
export function hostOf(text: string): { readonly host: string } | { readonly problem: string } {
  const given = text.trim();
  if (given.includes('*')) return { problem: 'Must be exact: list each host by itself, without *.' };
  if (/[/\\?#@\s]/.test(given) || !URL.canParse(`https://${given}`))
    return { problem: 'Must be a host such as book.fit.example, without https:// and without a path.' };
  const { host, hostname } = new URL(`https://${given}`);
  if (hostname.endsWith('.')) return { problem: 'Must not end with a dot: browsers take that for another host.' };
  return { host };
}
