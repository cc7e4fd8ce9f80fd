import type { CalendarFeed, FeedSubject } from '../../domain/calendar/calendar-feed.ts';
import type { Context } from '../kernel/context.ts';
import { scopeOf } from '../kernel/scope.ts';
import { personOf } from '../people/caller-person.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { IsReached } from './change-feed.ts';
import { createFeed, deleteFeed, rollFeed, updateFeed, type FeedNeeds } from './feed-steps.ts';
import { feedView } from './feed-view.ts';

const subjectOf = (context: Context): FeedSubject => ({ kind: 'client', userId: personOf(context).userId });

const ownOf =
  (context: Context): IsReached =>
  ({ subject }: CalendarFeed) =>
    subject.kind === 'client' && subject.userId === personOf(context).userId;

/** Returns the client's own feeds, the oldest first. */
export const listMyCalendarFeeds: UseCase<'listMyCalendarFeeds', Pick<Core, 'calendarFeeds'>> =
  ({ calendarFeeds }) =>
  async (context) => ({ data: (await calendarFeeds.of(scopeOf(context), subjectOf(context))).map(feedView) });

/** Makes a feed of the client's bookings with all coaches. Throws what createFeed throws. */
export const createMyCalendarFeed: UseCase<'createMyCalendarFeed', FeedNeeds & Pick<Core, 'cachedPartner'>> =
  (core) => async (context, input) => {
    const partner = await core.cachedPartner(context.caller.partnerId);
    const given = { subject: subjectOf(context), name: partner?.name ?? 'Sessions' };
    return createFeed(core, context, 'createMyCalendarFeed', input, given);
  };

/** Changes one of the client's feeds. Throws what updateFeed throws. */
export const updateMyCalendarFeed: UseCase<'updateMyCalendarFeed', FeedNeeds> = (core) => async (context, input) =>
  updateFeed(core, context, input, ownOf(context));

/** Gives one of the client's feeds another address. Throws what rollFeed throws. */
export const rollMyCalendarFeed: UseCase<'rollMyCalendarFeed', FeedNeeds> = (core) => async (context, input) =>
  rollFeed(core, context, 'rollMyCalendarFeed', input, ownOf(context));

/** Ends one of the client's feeds. Throws CALENDAR_FEED_NOT_FOUND. */
export const deleteMyCalendarFeed: UseCase<'deleteMyCalendarFeed', FeedNeeds> = (core) => async (context, input) =>
  deleteFeed(core, context, input, ownOf(context));
