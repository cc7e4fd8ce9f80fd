import type { CalendarFeed } from '../../domain/calendar/calendar-feed.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';

/** Whether a feed is one that the caller may touch. */
export type IsReached = (feed: CalendarFeed) => boolean;

/** Returns a feed within the caller's reach. Throws CALENDAR_FEED_NOT_FOUND. */
export async function findFeed(
  { calendarFeeds }: Pick<Core, 'calendarFeeds'>,
  context: Context,
  id: string,
  isReached: IsReached,
): Promise<CalendarFeed> {
  const found = await calendarFeeds.byId(scopeOf(context), id);
  if (found && isReached(found)) return found;
  throw new Refusal('CALENDAR_FEED_NOT_FOUND', `No calendar feed ${id} for this caller.`);
}

/**
 * Writes a feed by compare-and-set; a dry run writes nothing. Returns it as it is now. Throws CALENDAR_FEED_NOT_FOUND,
 * VERSION_CONFLICT.
 */
export function changeFeed(
  core: Pick<Core, 'calendarFeeds'>,
  context: Context,
  id: string,
  isReached: IsReached,
  change: (feed: CalendarFeed) => CalendarFeed,
): Promise<CalendarFeed> {
  return compareAndSet<CalendarFeed, CalendarFeed>({
    read: () => findFeed(core, context, id, isReached),
    write: async (before) => {
      const changed = change(before);
      return context.dryRun || (await core.calendarFeeds.replace(changed, before.version)) ? changed : null;
    },
    otherwise: (last) => refuseConflict('Others keep changing this feed.', last),
  });
}
