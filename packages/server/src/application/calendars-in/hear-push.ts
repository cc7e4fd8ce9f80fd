import { latest, plus, type Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { toRenew } from '../../domain/calendar-source/push.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import type { Core } from '../ports/core.ts';
import type { PushGrant } from '../ports/tokens.ts';

export type HearPushNeeds = Pick<Core, 'calendarSources' | 'realNow'>;

/** A report of a provider about a source. */
export interface PushNews {
  /** Of a channel that ends or has ended, so that the next reading renews it. */
  readonly toRenew?: string;
}

/** Somebody who changes a hundred events makes a hundred reports, and no hundred readings. */
const APART = 10 * SECOND;

/** Returns the source as it is due after a report; itself where it is due soon enough. */
const dueSoon = (source: CalendarSource, now: Instant, { toRenew: channelId }: PushNews): CalendarSource => {
  const { dueAt, leasedUntil, lastTriedAt, push } = source;
  const ended = channelId !== undefined && push ? { ...source, push: toRenew(push, channelId, now) } : source;
  // A reading that goes on may have passed what has changed: its source is due once more after it.
  const isRead = leasedUntil !== null && now < leasedUntil;
  if (isRead) return dueAt !== null && now < dueAt ? ended : { ...ended, dueAt: plus(now, APART) };
  const at = lastTriedAt === undefined ? now : latest(now, plus(lastTriedAt, APART));
  return dueAt !== null && dueAt <= at ? ended : { ...ended, dueAt: at };
};

/**
 * Makes a source due because its provider reports a change of it; a report that comes while it is read makes it due
 * after that. Returns false for one that is gone, so that the provider stops. One that is switched off is left alone.
 */
export function hearPush(
  { calendarSources, realNow }: HearPushNeeds,
  { sourceId, partnerId, mode }: PushGrant,
  news: PushNews,
): Promise<boolean> {
  return compareAndSet<CalendarSource | null, { readonly isThere: boolean }>({
    read: () => calendarSources.byId({ partnerId, mode }, sourceId),
    write: async (source) => {
      if (!source || source.deletedAt !== undefined) return { isThere: false };
      if (!source.active) return { isThere: true };
      const due = dueSoon(source, realNow(), news);
      return due === source || (await calendarSources.replace(due, source.version)) ? { isThere: true } : null;
    },
    // It is read within the hour anyway.
    otherwise: () => ({ isThere: true }),
  }).then(({ isThere }) => isThere);
}
