/** Returns the whole number that a text holds, or null when it is none or beyond its limits. */
export function wholeNumber(text: string, min: number, max: number): number | null {
  if (!/^\d+$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

/** Returns the limits of a number as texts, in the digits that its field takes, and without groups. */
export function boundsOf(min: number, max: number) {
  return { min: `${min}`, max: `${max}` };
}

/** The limits of a session, in minutes, as the API has them. */
export const sessionMinutes = { min: 5, max: 1440 } as const;
