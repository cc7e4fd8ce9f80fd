/**
 * Normalizes names, addresses and numbers as people type and paste them (R40). Lookups and writes both call these, so
 * that two ways of writing are one.
 */

/** Invisible marks: of direction, width, byte order, where a word may break. Contacts are pasted with them. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Join or part letters, which is right in a Persian name or an emoji and means nothing in an address or a number. */
const JOINERS = /[\u200c\u200d]/gu;

function seen(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
}

/** A name in composed letters, with single blanks and without invisible marks. */
export function cleanName(text: string): string {
  return seen(text);
}

/**
 * An e-mail address without blanks and marks; a domain with letters beyond ASCII gets the form that mail is delivered
 * to (`müller.example` → `xn--mller-kva.example`). What is no address comes back without blanks around it.
 */
export function cleanEmail(text: string): string {
  const address = seen(text)
    .replace(JOINERS, '')
    .replace(/^mailto:/i, '')
    .replace('＠', '@');
  const at = address.lastIndexOf('@');
  if (at < 1) return address;
  return `${address.slice(0, at)}@${asciiDomain(address.slice(at + 1))}`;
}

/** A domain of ASCII stays as it is: what was stored before keeps its key. */
function asciiDomain(domain: string): string {
  if (/^[\x21-\x7e]*$/.test(domain)) return domain;
  try {
    return new URL(`http://${domain.replaceAll(/[。．｡]/gu, '.')}`).hostname;
  } catch {
    return domain;
  }
}

/** E-mails are compared without regard to case, blanks, and the two ways of writing a domain. */
export function emailKeyOf(email: string): string {
  return cleanEmail(email).toLowerCase();
}

/** A phone number in digits, signs and blanks of ASCII: dashes of print, wide digits and those of Arabic among them. */
export function cleanPhone(text: string): string {
  return seen(text.normalize('NFKC'))
    .replace(JOINERS, '')
    .replace(/^tel:/i, '')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/\p{Nd}/gu, digitOf);
}

/** Digits of each script stand in a row of ten, which begins where the character before is none. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** A number, then perhaps an extension: `ext. 4`, `#4`, `;ext=4`, `Durchwahl 4`. */
const PHONE = /^[+(]?[(]?\+?[0-9][0-9 ()[\]./~-]*(?:[,;#]* ?(?:\p{L}{1,10}[.:=]? ?)?[0-9]{1,7})?$/u;
const FEWEST_DIGITS = 5;

/** Whether a cleaned text is written as people write phone numbers; which numbers exist is not known here. */
export function isPhone(text: string): boolean {
  return PHONE.test(text) && text.replace(/\D/g, '').length >= FEWEST_DIGITS;
}

/** Fewer digits are in too many numbers to look for. */
const FEWEST_SOUGHT = 3;

/**
 * Whether a phone number has a part, as people type what they look for: with blanks and dashes, and in the national
 * form too, whose zeros before it the stored number does not have.
 */
export function phoneHas(phone: string | undefined, part: string): boolean {
  const sought = cleanPhone(part);
  const digits = sought.replace(/\D/g, '').replace(/^0+/, '');
  if (phone === undefined || /\p{L}|@/u.test(sought) || digits.length < FEWEST_SOUGHT) return false;
  return cleanPhone(phone).replace(/\D/g, '').includes(digits);
}

/** Returns whether a number is one that providers take. Unreadable numbers stay as they were typed. */
export function isE164(phone: string): boolean {
  return /^[+][1-9]\d{6,14}$/.test(phone);
}
