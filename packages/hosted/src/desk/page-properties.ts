import type { User } from '@coach-booking/sdk';
import type { PageSession } from '../sign-in/session.ts';
import type { Live } from './live/live.ts';
import type { DeskPageName } from './pages.ts';

/** Parts of a query, or the id of an item below the address of a page. */
export interface AddressParts {
  readonly item?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** The properties that the desk gives the element of each page. */
export interface DeskPageProperties {
  readonly session: PageSession;
  /** The base path of the desk: `/desk`, or `/p/{partner}/desk`. */
  readonly base: string;
  readonly user: User;
  /** The key of the business with which its pages call the server. */
  readonly publishableKey: string;
  /** `me`, or the slug of the coach whom an admin chose. */
  readonly coach: string;
  /** Whether the person may change what is the coach's: team members may not. */
  readonly mayChange: boolean;
  /** The id that follows the address of the page; empty without one. */
  readonly item: string;
  /** Returns the address of a page of the desk, for the same coach and in the same language. */
  readonly addressTo: (page: DeskPageName, parts?: AddressParts) => string;
  /** Shows the page at an address of the desk, as a link does. */
  readonly goTo: (address: string) => void;
  /** The changes of the coach's calendar as they happen. */
  readonly live: Live;
  readonly signOut: () => void;
}
