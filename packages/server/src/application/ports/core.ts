import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { BusyAnswer, BusyQuestion } from './busy-check.ts';
import type { CoachCache } from './coach-cache.ts';
import type { ConnectionUser } from './provider-connections.ts';
import type { Mode } from '../kernel/context.ts';
import type { Deps } from './deps.ts';
import type { MessagingSettings } from './messaging.ts';
import type { Partner } from './partners.ts';

/** The dependencies, and the caches of one process. */
export interface Core extends Deps {
  readonly cache: CoachCache;
  /** The features that use connections of coaches with providers. */
  readonly connectionUsers: readonly ConnectionUser[];
  /** Returns a partner, a few seconds old at most; null for one that is not stored or cannot be read. */
  cachedPartner(partnerId: string): Promise<Partner | null>;
  /** Returns how messages of a partner go, a few seconds old at most; the defaults where nothing was set. */
  cachedMessaging(scope: { readonly partnerId: string; readonly mode: Mode }): Promise<MessagingSettings>;
  /**
   * Returns whether a calendar is busy by now, as its provider says; the answer is remembered for half a minute. Never
   * rejects, and `unknown` for a kind that cannot be asked.
   */
  busyNow(source: CalendarSource, question: BusyQuestion, budgetMs: number): Promise<BusyAnswer>;
}
