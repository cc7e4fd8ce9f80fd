/**
 * Returns a random UUID, which cannot be guessed: the answer to a visitor's key is repeated to its sender. Not
 * `crypto.randomUUID`, which browsers restrict to secure contexts: a partner who tries the widget on a plain `http:`
 * address of the local network has none.
 */
export function idempotencyKey(): string {
  // Version 4, and the variant of RFC 9562: its digit is 8, 9, a or b.
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/[x8]/g, (at) => {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0]!;
    return (at === 'x' ? byte & 15 : 8 | (byte & 3)).toString(16);
  });
}
