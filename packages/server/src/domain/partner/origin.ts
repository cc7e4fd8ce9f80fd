/** Hosts that browsers trust without TLS: a page on the developer's own machine. */
const OWN_MACHINE = new Set(['localhost', '127.0.0.1']);

/**
 * Parses an origin as browsers send it (`https://Fit.example:443/` is `https://fit.example`), or returns what is wrong
 * with the text in a sentence. Origins are exact: neither a path nor a wildcard, since a key would otherwise work on
 * pages that were never checked.
 */
export function originOf(text: string): { readonly origin: string } | { readonly problem: string } {
  const given = text.trim();
  const inexact = { problem: 'Must be exact: list each origin by itself, without *.' };
  if (given.includes('*')) return inexact;
  if (!URL.canParse(given)) return { problem: 'Must be an origin such as https://fit.example.' };
  const url = new URL(given);
  // Browsers write the * of a host as %2A, which is a * again here.
  if (url.hostname.includes('*')) return inexact;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'Must begin with https://.' };
  if (url.username || url.password) return { problem: 'Must not hold a user or a password.' };
  if (url.pathname !== '/' || /[?#\\]/.test(given))
    return { problem: 'Must end after the host and the port, without a path, ? or #.' };
  if (url.protocol === 'http:' && !OWN_MACHINE.has(url.hostname))
    return { problem: 'Must begin with https://; http:// is for localhost and 127.0.0.1 only.' };
  if (url.hostname.endsWith('.')) return { problem: 'Must not end with a dot: browsers take that for another host.' };
  return { origin: url.origin };
}
