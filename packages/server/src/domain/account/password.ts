/** Minimum length of a password, in characters. */
export const PASSWORD_LENGTH = 12;

/**
 * The decimal logarithm of the guesses that a password has to withstand: a thousand a second, over all limits, for more
 * than ten days.
 */
export const PASSWORD_GUESSES = 9;

/** Shorter names and local parts occur in too many words to mean the person. */
const MIN_WORD_LENGTH = 4;

/** The person who chooses the password, and the partner. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
  readonly partner?: string | undefined;
}

/** Returns the password in one form, however a keyboard composes it; this form is the one that is hashed. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const joined = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Returns what an attacker with the person's data tries first. */
const partsOf = ({ name, email }: PasswordOwner): string[] => {
  const words = folded(name).split(/\s+/);
  return [...words, words.join(''), folded(email).split('@')[0]!].filter((part) => part.length >= MIN_WORD_LENGTH);
};

const containsPartner = (guess: string, partner: string): boolean =>
  joined(partner).length >= MIN_WORD_LENGTH && joined(guess).includes(joined(partner));

/** Returns what is known of the owner, word by word, for the count of guesses. */
export function knownOf({ name, email, partner = '' }: PasswordOwner): string[] {
  return [...`${name} ${email} ${partner}`.split(/[\s@.]+/), name, email, partner].filter((word) => word !== '');
}

/** Returns why a new password is refused in any case, in words that follow its name; null when it is not. */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  const normal = normalPassword(password);
  if ([...normal].length < PASSWORD_LENGTH) return `Must have at least ${PASSWORD_LENGTH} characters.`;
  const guess = folded(normal);
  if (partsOf(owner).some((part) => guess.includes(part))) return 'Must not contain the name or the e-mail.';
  if (owner.partner !== undefined && containsPartner(guess, owner.partner)) return `Must not contain ${owner.partner}.`;
  return null;
}

/** Returns why a password is too easy to guess, by the logarithm of its guesses; null when it is not. */
export function guessProblem(guesses: number): string | null {
  return guesses < PASSWORD_GUESSES
    ? 'Is too easy to guess: several words that do not belong together are harder, and easy to keep in mind.'
    : null;
}
