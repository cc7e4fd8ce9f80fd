/** Reads phone numbers as people type them. */
export interface Phones {
  /**
   * Returns the number as E.164 (`+12125550100`), so that two ways of typing it are the same. Without a country code it
   * is read by the country of `near`, the time zone of the coach, if one is given: the person's own country cannot be
   * guessed. An unreadable one stays as it was typed, without spaces around it.
   */
  normalise(typed: string, near?: string): string;
}
