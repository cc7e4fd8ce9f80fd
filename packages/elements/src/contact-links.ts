/**
 * The link that writes to an address. What a form was filled in with is the address and nothing else: no copy, subject
 * or second recipient (RFC 6068).
 */
export function mailLink(address: string): string {
  const at = address.lastIndexOf('@');
  const parts = at < 0 ? [address] : [address.slice(0, at), address.slice(at + 1)];
  return `mailto:${parts.map(encodeURIComponent).join('@')}`;
}

/** The link that calls a number: its digits, and the plus before them (RFC 3966). */
export function phoneLink(number: string): string {
  return `tel:${number.trim().startsWith('+') ? '+' : ''}${number.replace(/\D/g, '')}`;
}
