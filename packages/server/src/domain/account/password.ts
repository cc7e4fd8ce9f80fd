/** Characters that a password has at least. */
export const PASSWORD_LENGTH = 12;

/**
 * The decimal logarithm of the guesses that a password takes at least: a thousand a second, over all limits, for more
 * than ten days.
 */
export const PASSWORD_GUESSES = 9;

/** Shorter names and local parts stand in too many words to mean the person. */
const MIN_WORD_LENGTH = 4;

/** Whose password it is to be, and at which partner's. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
  readonly partner?: string | undefined;
}

/** In one form, however a keyboard composes it; it is also the one that is hashed. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const joined = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, '');

/** What an attacker who knows the person tries first. */
const partsOf = ({ name, email }: PasswordOwner): string[] => {
  const words = folded(name).split(/\s+/);
  return [...words, words.join(''), folded(email).split('@')[0]!].filter((part) => part.length >= MIN_WORD_LENGTH);
};

const containsPartner = (guess: string, partner: string): boolean =>
  joined(partner).length >= MIN_WORD_LENGTH && joined(guess).includes(joined(partner));

/** What is known of the owner, word by word, for who counts guesses. */
export function knownOf({ name, email, partner = '' }: PasswordOwner): string[] {
  return [...`${name} ${email} ${partner}`.split(/[\s@.]+/), name, email, partner].filter((word) => word !== '');
}

/** Why a new password is refused whoever guesses, in words that follow its name; null when it is not. */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  const normal = normalPassword(password);
  if ([...normal].length < PASSWORD_LENGTH) return `Must have at least ${PASSWORD_LENGTH} characters.`;
  const guess = folded(normal);
  if (partsOf(owner).some((part) => guess.includes(part))) return 'Must not contain the name or the e-mail.';
  if (owner.partner !== undefined && containsPartner(guess, owner.partner)) return `Must not contain ${owner.partner}.`;
  return null;
}

/** Why a password is too easy to guess, by the logarithm of its guesses; null when it is not. */
export function guessProblem(guesses: number): string | null {
  return guesses < PASSWORD_GUESSES
    ? 'Is too easy to guess: several words that do not belong together are harder, and easy to keep in mind.'
    : null;
}
