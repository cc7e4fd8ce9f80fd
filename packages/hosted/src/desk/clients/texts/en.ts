/** The texts of the pages of clients, in English. `{…}` are filled in. */
export const en = {
  title: 'Clients',
  text: 'People with an account who booked you. Who books without one is among the leads.',
  toLeads: 'Look among the leads',
  none: 'No clients yet',
  noneText: 'A person who signs up and books you appears here.',
  notShared: 'Profile not shared',
  shared: 'Profile shared',
  back: 'All clients',
  contact: 'Contact',
  timeZone: 'Time zone',
  together: 'Bookings together',
  noBookings: 'No bookings',
  noBookingsText: 'Book the first session in the calendar.',
  notes: 'Your notes',
  notesHint:
    'For you and your team. The client does not see them in the account; an export of the person’s data has them.',
  notesAsOf: 'Changed on {at}',
  notesConflict: 'These notes were changed elsewhere since you opened them. Yours are not saved yet.',
  theirs: 'The other version',
  useTheirs: 'Use the other version',
  saveMine: 'Replace it with mine',
  leave: 'Your notes are not saved. Leave this page?',
};

/** The texts of the pages of clients alone. */
export type OwnClientPageTexts = Readonly<Record<keyof typeof en, string>>;
