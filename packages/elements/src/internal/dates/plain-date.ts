/** A calendar date without a zone, `YYYY-MM-DD`, as the SDK returns it. Sorts and compares as text. */
export type PlainDate = string;

/** A month without a zone, `YYYY-MM`; the first seven letters of its dates. */
export type PlainMonth = string;
