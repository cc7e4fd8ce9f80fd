import type { SessionToken, User } from '@coach-booking/sdk';
import type { PageTexts } from '../sign-in/texts/index.ts';
import type { OwnAccountCalls } from './calls.ts';
import type { OwnTexts } from './texts/index.ts';

/** The input of every section of the account page. */
export interface AccountView {
  readonly user: User;
  readonly texts: OwnTexts;
  /** The words that all hosted pages share. */
  readonly page: PageTexts;
  readonly calls: OwnAccountCalls;
  /** For elements that make calls of their own. */
  readonly session: SessionToken;
  /** Returns an instant as a date, in the language and zone of the device. */
  day(instant: string): string;
  /** Returns an instant as date and time. */
  moment(instant: string): string;
  /** Reads the person again after a change. */
  changed(): Promise<void>;
  /** Reads the person again, and has the session of this browser take note of them too. */
  renewed(): Promise<void>;
  /** Signs out of this session. */
  signOut(): void;
}
