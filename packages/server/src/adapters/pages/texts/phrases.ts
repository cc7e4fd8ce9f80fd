import type { en } from './en.ts';

/** The phrases of the pages behind a sign-in, which are in fewer languages. */
type WorkPhrase =
  | 'connectGone'
  | 'connectGoneText'
  | 'today'
  | 'calendar'
  | 'offline'
  | 'offlineText'
  | 'offlineAgain'
  | 'deskText'
  | 'meetings'
  | 'statistics'
  | 'bookings'
  | 'clients'
  | 'leads'
  | 'availability'
  | 'team'
  | 'profile'
  | 'abandoned'
  | 'propose'
  | 'services'
  | 'messages'
  | 'notifications'
  | 'suggestions'
  | 'recovery'
  | 'connections'
  | 'account'
  | 'me'
  | 'admin'
  | 'setup'
  | 'setupNoScript'
  | 'noDemo'
  | 'noDemoText';

/** The texts of the server on hosted pages, in one language. `{…}` are filled in. */
export type PageTexts = Readonly<Record<keyof typeof en, string>>;

/** The texts of the pages that those who book open without an account. */
export type ClientPageTexts = Omit<PageTexts, WorkPhrase>;
