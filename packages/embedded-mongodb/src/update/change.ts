/** Returns the new value at a path; `undefined` is a missing field. */
export type Change = (current: unknown, now: Date) => Outcome;

/** The new value, `keep` for no change, or `remove`. */
export type Outcome = { readonly value: unknown } | typeof keep | typeof remove;

export const keep = Symbol('keep');
export const remove = Symbol('remove');
