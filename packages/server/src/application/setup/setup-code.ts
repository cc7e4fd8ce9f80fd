import { createHash, timingSafeEqual } from 'node:crypto';

/** Without letters that are taken for digits, or for each other. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;

/** A code of 80 random bits as a person types it: `K7QX-2M9D-VTB4-H8PW`. */
export function setupCodeOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)]).join('');
  return (letters.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** SHA-256 in hex of a code however it is typed. */
export function setupCodeHash(typed: string): string {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(code).digest('hex');
}

/** Which of the hashes is that of what was typed, in a time that tells nothing; undefined when none is. */
export function matching(hashes: readonly string[], typed: string): string | undefined {
  const given = Buffer.from(setupCodeHash(typed), 'hex');
  return hashes.filter((hash) => timingSafeEqual(Buffer.from(hash, 'hex'), given))[0];
}
