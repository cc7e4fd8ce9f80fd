import { latest, plus, type Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import { dueAgain, type CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import { toRenew } from '../../domain/calendar-source/push.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import { present } from '../kernel/present.ts';
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

const dueSoon = (source: CalendarSource, now: Instant, { toRenew: channelId }: PushNews): CalendarSource => {
  const at = source.lastTriedAt === undefined ? now : latest(now, plus(source.lastTriedAt, APART));
  const push = channelId !== undefined && source.push ? toRenew(source.push, channelId, now) : source.push;
  const due = source.dueAt !== null && source.dueAt <= at ? source : dueAgain(source, at);
  return { ...due, ...present({ push }) };
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
      return (await calendarSources.replace(dueSoon(source, realNow(), news), source.version))
        ? { isThere: true }
        : null;
    },
    // It is read within the hour anyway.
    otherwise: () => ({ isThere: true }),
  }).then(({ isThere }) => isThere);
}
