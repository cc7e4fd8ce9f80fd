import { createHash, timingSafeEqual } from 'node:crypto';

/** Without letters that look like digits, or like each other. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

/** Returns a code of 80 random bits for typing: `K7QX-2M9D-VTB4-H8PW`. */
export function setupCodeOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)]).join('');
  return (letters.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** Returns the SHA-256 in hex of a code in any spelling. */
export function setupCodeHash(typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(code).digest('hex');
}

/** Returns which of the hashes matches the typed code, in constant time; undefined when none does. */
export function matching(hashes: readonly string[], typed: string): string | undefined {
  const given = Buffer.from(setupCodeHash(typed), 'hex');
  return hashes.filter((hash) => timingSafeEqual(Buffer.from(hash, 'hex'), given))[0];
}
