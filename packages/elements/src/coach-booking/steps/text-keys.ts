/** The names of the texts that pages and partners may replace. They stay; others come and go. */
export const textKeys = [
  ...(['services', 'morning', 'afternoon', 'evening', 'available', 'booked', 'unavailable', 'break'] as const),
  ...(['suggested', 'noneOnDay', 'noneInMonth', 'nextFree', 'noneAhead', 'free', 'online', 'in_person'] as const),
  ...(['about', 'strengths', 'certifications', 'details', 'name', 'email', 'phone', 'notes', 'optional'] as const),
  ...(['confirm', 'request', 'held', 'extend', 'confirmed', 'pending', 'pendingNote', 'when', 'where'] as const),
  ...(['bring', 'service', 'bookedFor', 'linkFollows', 'changePlans', 'addToCalendar', 'manage', 'another'] as const),
  ...(['yourBooking', 'move', 'cancel', 'cancelAsk', 'cancelYes', 'keep', 'moved', 'cancelled', 'setup'] as const),
] as const;

/** The name of a text that may be replaced. */
export type TextKey = (typeof textKeys)[number];

/** Texts of a page in place of those of the widget, by name; `{…}` are filled in as in docs/languages.md. */
export type CoachBookingTexts = Readonly<Partial<Record<TextKey, string>>>;
