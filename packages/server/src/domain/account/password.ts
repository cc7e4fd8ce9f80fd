import { isWellKnown } from './well-known-passwords.ts';

/** Characters that a password has at least. */
export const PASSWORD_LENGTH = 10;

/** Shorter names and local parts stand in too many words to mean the person. */
const TELLING = 4;

/** In one form, however a keyboard composes it; it is also the one that is hashed. */
export const normalPassword = (password: string): string => password.normalize('NFKC');

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What an attacker who knows the person tries first. */
const partsOf = (name: string, email: string): string[] => {
  const words = folded(name).split(/\s+/);
  return [...words, words.join(''), folded(email).split('@')[0]!].filter((part) => part.length >= TELLING);
};

/** Why a new password is too easy to guess, in words that follow its name; null when it is not. */
export const passwordProblem = (password: string, { name, email }: { readonly name: string; readonly email: string }): string | null => {
  const normal = normalPassword(password);
  if ([...normal].length < PASSWORD_LENGTH) return `Must have at least ${PASSWORD_LENGTH} characters.`;
  const guess = folded(normal);
  if (isWellKnown(guess)) return 'Is one of those that everybody tries first.';
  if (partsOf(name, email).some((part) => guess.includes(part))) return 'Must not contain the name or the e-mail.';
  return null;
};
