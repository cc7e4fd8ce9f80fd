import type { User } from '@coach-booking/sdk';
import type { PageTexts } from '../sign-in/texts/index.ts';
import type { OwnAccountCalls } from './calls.ts';
import type { OwnTexts } from './texts/index.ts';

/** What every section of the account page is given. */
export interface AccountView {
  readonly user: User;
  readonly texts: OwnTexts;
  /** The words that all hosted pages share. */
  readonly page: PageTexts;
  readonly calls: OwnAccountCalls;
  /** Returns an instant as a date, in the language and zone of the device. */
  day(instant: string): string;
  /** Returns an instant as date and time. */
  moment(instant: string): string;
  /** Reads the person anew after something changed. */
  changed(): Promise<void>;
  /** Signs out here. */
  signOut(): void;
}
