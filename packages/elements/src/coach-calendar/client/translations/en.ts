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
} as const satisfies Record<string, string | Plural>;
