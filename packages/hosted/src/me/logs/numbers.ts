/** Returns the numbers of an object as they are typed into fields. */
export function numbersOf<F extends string>(
  of: Readonly<Partial<Record<F, number | undefined>>>,
  fields: readonly F[],
): Partial<Record<F, string>> {
  const known = fields.flatMap((field) => (of[field] === undefined ? [] : [[field, String(of[field])]]));
  return Object.fromEntries(known) as Partial<Record<F, string>>;
}

/** Returns the numbers that were typed into some fields, without those that are empty. */
export function numberIn<F extends string>(
  draft: Readonly<Record<F, string>>,
  fields: readonly F[],
): Partial<Record<F, number>> {
  const typed = fields.flatMap((field) => (draft[field].trim() === '' ? [] : [[field, Number(draft[field])]]));
  return Object.fromEntries(typed) as Partial<Record<F, number>>;
}
