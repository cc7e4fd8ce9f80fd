/** Characters of an answer that are kept. */
const KEPT = 1000;

/** Texts that look like a secret: named keys with prefixes, tokens of three parts, and long runs without a blank. */
const SECRETS: readonly RegExp[] = [
  /\b(?:whsec|sk|pk|rk|ghp|xox[a-z])_[\w+/=-]{6,}/gi,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g,
  /\b(?:bearer|basic)\s+[\w+/=.~-]{8,}/gi,
  /[\w+/=-]{40,}/g,
];
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/g;

/** Returns the beginning of what a receiver answered, without what looks like a secret or an address. */
export function redacted(text: string): string {
  const plain = text.replace(CONTROLS, '').replace(EMAIL, '…@…');
  return SECRETS.reduce((rest, secret) => rest.replace(secret, '…'), plain)
    .trim()
    .slice(0, KEPT);
}
