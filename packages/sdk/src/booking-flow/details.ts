import type { Details } from './state.ts';

/** The reason why a field cannot be sent. */
export type DetailProblem = 'required' | 'invalid' | 'too_long';

const longest: Readonly<Record<Exclude<keyof Details, 'resume'>, number>> = {
  name: 120,
  email: 254,
  phone: 64,
  notes: 2000,
  incentiveCode: 40,
};
const plausible = { email: /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, phone: /(\P{Nd}*\p{Nd}){5}/u };

/**
 * Returns the problems of the details, by field; empty when all can be sent. The limits are those of `AttendeeInput` in
 * the contract. The server parses a phone number: here it needs five digits.
 */
export function validateDetails(details: Details): Partial<Record<keyof Details, DetailProblem>> {
  const problems: Partial<Record<keyof Details, DetailProblem>> = {};
  for (const field of ['name', 'email', 'phone', 'notes'] as const) {
    const value = details[field].trim();
    if (!value) {
      if (field === 'name' || field === 'email') problems[field] = 'required';
    } else if (value.length > longest[field]) problems[field] = 'too_long';
    else if ((field === 'email' || field === 'phone') && !plausible[field].test(value)) problems[field] = 'invalid';
  }
  return problems;
}
