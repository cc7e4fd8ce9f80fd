/**
 * 32 random hex digits. Not `crypto.randomUUID`, which browsers keep to secure contexts: a partner who tries the widget on a plain `http:`
 * address of the local network has none.
 */
export function idempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
