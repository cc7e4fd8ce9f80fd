import type { Instant } from '@coach-booking/time/instant';
import type { CalendarFeed, FeedSubject } from '../../domain/calendar/calendar-feed.ts';
import type { LedgerScope } from './ledgers.ts';

/** The people and coaches whose feeds end: clients and makers of feeds by account, coaches and members by their ids. */
export interface EndedSubjects {
  readonly userIds?: readonly string[];
  readonly coachIds?: readonly string[];
  readonly staffIds?: readonly string[];
}

/** The secret addresses at which calendar programs read sessions. Names are stored sealed. */
export interface CalendarFeeds {
  /** Returns false when there is one with this id. */
  insert(feed: CalendarFeed): Promise<boolean>;
  byId(scope: LedgerScope, id: string): Promise<CalendarFeed | null>;
  /** Returns the feed of an address, of whichever partner and mode; one read by an index. */
  byTokenHash(tokenHash: string): Promise<CalendarFeed | null>;
  /** Returns those of a coach with all members of the team, or those of a client, the oldest first. */
  of(scope: LedgerScope, subject: FeedSubject): Promise<readonly CalendarFeed[]>;
  /** Returns those that a person has as a client or has made, the oldest first. */
  ofPerson(scope: LedgerScope, userId: string): Promise<readonly CalendarFeed[]>;
  /** Replaces it by compare-and-set: its version is one more than the expected one. */
  replace(feed: CalendarFeed, expectedVersion: number): Promise<boolean>;
  /** Notes when a program has read it; the version stays, and an earlier instant changes nothing. */
  noteRead(id: string, at: Instant): Promise<void>;
  /** Returns whether there was one. */
  remove(scope: LedgerScope, id: string): Promise<boolean>;
  /** Removes all of these. */
  removeAll(scope: LedgerScope, ended: EndedSubjects): Promise<void>;
}
