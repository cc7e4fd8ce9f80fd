/**
 * A random UUID, which nobody guesses: what a visitor's key once answered, its sender may be told again. Not
 * `crypto.randomUUID`, which browsers keep to secure contexts: a partner who tries the widget on a plain `http:`
 * address of the local network has none.
 */
export function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // Version 4, and the variant of RFC 9562.
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
