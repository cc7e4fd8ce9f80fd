import { en as data } from '../../../internal/client/texts/en.ts';
import type { Plural } from '../../../internal/i18n/say.ts';

const count = (one: string, other: string): Plural => ({ one, other });

/** The texts of the panel of a client, in English. `{…}` are filled in; where a text has forms, `{count}` decides. */
export const en = {
  ...data,
  // States.
  loading: 'Reading what the client told and logged…',
  loaded: 'The client is shown.',
  bookNext: 'Book next',
  offline: 'You are offline. A client is read from the server each time: try again when you are connected.',
  forbidden: 'You may not see this client.',
  readBefore: 'You are offline: this is what was read before.',
  nothingAtAll: '{name} has filled in no profile, and has logged nothing since {date}.',
  more: count('{count} more', '{count} more'),
  // With this coach.
  together: 'With you',
  bookings: 'Bookings',
  lastSession: 'Last session',
  nextSession: 'Next session',
  // The coach's own notes.
  notes: 'Your notes',
  notesHint:
    'For you and your team. The client does not see them in the account; an export of the person’s data has them.',
  notesAsOf: 'Changed on {at}',
  notesConflict: 'These notes were changed elsewhere since you opened them. Yours are not saved yet.',
  theirs: 'The other version',
  useTheirs: 'Use the other version',
  saveMine: 'Replace it with mine',
  notesSaved: 'Your notes are saved.',
} as const satisfies Record<string, string | Plural>;
