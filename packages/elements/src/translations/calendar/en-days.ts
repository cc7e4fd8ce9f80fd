/** The English texts of lists of days, which are loaded with each file that has one. */
export const enDays = {
  allDay: 'All day',
  more: { one: '{count} more', other: '{count} more' },
} as const;
