/**
 * Returns the link that writes to an address. The text of the form is the address and nothing else: no copy, subject or
 * second recipient (RFC 6068).
 */
export function mailLink(address: string): string {
  const at = address.lastIndexOf('@');
  const parts = at < 0 ? [address] : [address.slice(0, at), address.slice(at + 1)];
  return `mailto:${parts.map(encodeURIComponent).join('@')}`;
}

/** Returns the link that calls a number: its digits, the plus before them, and its extension (RFC 3966). */
export function phoneLink(number: string): string {
  const [main = '', ...extension] = number.split(/[,;#]|\p{L}/u).map((part) => part.replace(/\D/g, ''));
  const within = extension.join('');
  return `tel:${number.trim().startsWith('+') ? '+' : ''}${main}${within && `;ext=${within}`}`;
}
