import type { Mode } from '../kernel/context.ts';

/** An account at a CalDAV server. Its password goes to servers of the same site alone. */
export interface CaldavAccount {
  readonly mode: Mode;
  /** The address that was typed. */
  readonly server: string;
  readonly user: string;
  readonly password: string;
}

export interface CaldavCalendar {
  /** The address of its collection. */
  readonly id: string;
  readonly name: string;
  /** Whether events can be written into it, as far as the server says. */
  readonly isWritable: boolean;
}

/** An event as the server has it. */
export interface CaldavEvent {
  readonly href: string;
  readonly etag?: string;
  readonly text: string;
}

/** The event to write. Without `etag` it must not be there yet. */
export interface CaldavWrite {
  readonly href: string;
  readonly etag?: string;
  readonly text: string;
}

/**
 * The reason why a server did not do something: its status, or a word where there was no usable answer, such as
 * `TIMEOUT` and `MALFORMED`. Without addresses and texts, since it is logged.
 */
export class CaldavFailure extends Error {
  override readonly name = 'CaldavFailure';
  readonly reason: number | string;
  /** The wait that the server asks for, in milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(reason: number | string, retryAfter?: number) {
    super(`A CalDAV server did not do something: ${reason}.`);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }
}

/** The calendars of accounts at CalDAV servers (RFC 4791). All throw a CaldavFailure. */
export interface Caldav {
  /** Returns the calendars of an account that can hold events, by their names. */
  calendars(account: CaldavAccount): Promise<readonly CaldavCalendar[]>;
  /** Returns a tag of a calendar, which is another after every change; undefined where the server has none. */
  tag(account: CaldavAccount, calendarId: string): Promise<string | undefined>;
  /** Returns the answer of the server with all events of a calendar, for `CalendarReader.readObjects`. */
  objects(account: CaldavAccount, calendarId: string): Promise<string>;
  /** Returns an event, or null when it is not there. */
  event(account: CaldavAccount, href: string): Promise<CaldavEvent | null>;
  /** Writes an event, and returns its etag where the server says it. The reason 412: it is there, or another by now. */
  write(account: CaldavAccount, event: CaldavWrite): Promise<string | undefined>;
  /** Removes an event; one that is gone is removed. */
  remove(account: CaldavAccount, href: string): Promise<void>;
}

/** No server: of tools, which call no one. */
export const noCaldav: Caldav = {
  calendars: () => Promise.reject(new CaldavFailure('URL_NOT_ALLOWED')),
  tag: () => Promise.reject(new CaldavFailure('URL_NOT_ALLOWED')),
  objects: () => Promise.reject(new CaldavFailure('URL_NOT_ALLOWED')),
  event: () => Promise.reject(new CaldavFailure('URL_NOT_ALLOWED')),
  write: () => Promise.reject(new CaldavFailure('URL_NOT_ALLOWED')),
  remove: () => Promise.reject(new CaldavFailure('URL_NOT_ALLOWED')),
};
