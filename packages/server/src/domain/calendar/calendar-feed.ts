import type { Instant } from '@coach-booking/time/instant';
import type { MessageLanguage } from '../message/message.ts';

/** `busy`: only that the time is taken · `title`: the service · `full`: also people, their contacts, and the place. */
export type FeedDetail = 'busy' | 'title' | 'full';

/** The sessions of a feed: of a coach, of one member of the team, or a client's own with all coaches. */
export type FeedSubject =
  | { readonly kind: 'coach'; readonly coachId: string; readonly staffId?: string }
  | { readonly kind: 'client'; readonly userId: string };

/** A secret address at which a calendar program reads sessions again and again. Instants are real time. */
export interface CalendarFeed {
  readonly id: string;
  readonly partnerId: string;
  readonly mode: 'test' | 'live';
  readonly subject: FeedSubject;
  /**
   * The coach or member of staff who made it, whose access it cannot outlive. Absent of a client's, and where an admin
   * or a partner's server made it.
   */
  readonly madeBy?: { readonly userId: string; readonly role: 'coach' | 'staff' };
  /** The SHA-256 of the token in its address, base64url. The token itself is not stored. */
  readonly tokenHash: string;
  readonly name: string;
  readonly detail: FeedDetail;
  readonly language: MessageLanguage;
  readonly createdAt: Instant;
  readonly rolledAt?: Instant;
  /** Accurate to the hour. */
  readonly lastReadAt?: Instant;
  readonly version: number;
}

/** Of one coach, one member of the team or one client. */
export const MAX_FEEDS = 10;

/** Returns whether two feeds are of the same coach's, member's or client's sessions. */
export function isSameSubject(a: FeedSubject, b: FeedSubject): boolean {
  if (a.kind === 'client') return b.kind === 'client' && a.userId === b.userId;
  return b.kind === 'coach' && a.coachId === b.coachId && a.staffId === b.staffId;
}
