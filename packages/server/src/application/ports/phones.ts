/** Reads what people type as phone numbers. */
export interface Phones {
  /**
   * The number as E.164 (`+12125550100`), so that two ways of typing it are the same. Without a country code it is read
   * by the country of `near`, the time zone of the coach, if one is given: where the person is cannot be guessed. What
   * cannot be read stays as it was typed, without spaces around it.
   */
  normalise(typed: string, near?: string): string;
}
