import { teamOf, type CoachHead } from '../../domain/coach/coach.ts';
import type { CalendarFeed } from '../../domain/calendar/calendar-feed.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { IsReached } from './change-feed.ts';
import { createFeed, deleteFeed, rollFeed, updateFeed, type FeedNeeds, type Subject } from './feed-steps.ts';
import { feedView } from './feed-view.ts';

type CoachReads = Pick<Core, 'cache' | 'coaches' | 'ledgers'>;
type CoachFeedNeeds = FeedNeeds & CoachReads;

/** The member of the team that a caller is; undefined for all others, who reach the feeds of the whole team. */
const memberOf = ({ caller }: Context): string | undefined =>
  caller.kind === 'session' && caller.role === 'staff' ? caller.staffId : undefined;

/** Returns which feeds of a coach are within reach: a member of the team has those of their own sessions. */
const reachedOf = async (core: CoachReads, context: Context, coach: string): Promise<IsReached> => {
  const { head } = await readCoach(core, context, coach);
  const member = memberOf(context);
  return ({ subject }: CalendarFeed) =>
    subject.kind === 'coach' && subject.coachId === head.id && (member === undefined || subject.staffId === member);
};

/** Returns whose sessions are asked for. Throws STAFF_NOT_FOUND, FORBIDDEN. */
const subjectOf = (context: Context, head: CoachHead, asked: string | undefined): Subject => {
  const own = memberOf(context);
  if (own !== undefined && asked !== undefined && asked !== own)
    throw new Refusal('FORBIDDEN', 'A member of the team has feeds of their own sessions.');
  const staffId = own ?? asked;
  const member = teamOf(head).find(({ id }) => id === staffId);
  if (staffId !== undefined && !member)
    throw new Refusal('STAFF_NOT_FOUND', `Nobody of the team has the id ${staffId}.`);
  return {
    subject: { kind: 'coach', coachId: head.id, ...present({ staffId }) },
    name: member?.name ?? head.name,
  };
};

/** Returns the feeds of a coach, the oldest first. Throws COACH_NOT_FOUND. */
export const listCalendarFeeds: UseCase<'listCalendarFeeds', CoachReads & Pick<Core, 'calendarFeeds'>> =
  (core) =>
  async (context, { coach }) => {
    const { head } = await readCoach(core, context, coach);
    const isReached = await reachedOf(core, context, coach);
    const feeds = await core.calendarFeeds.of(scopeOf(context), { kind: 'coach', coachId: head.id });
    return { data: feeds.filter(isReached).map(feedView) };
  };

/**
 * Makes a feed of a coach's sessions, or of one member's of the team. Throws COACH_NOT_FOUND, STAFF_NOT_FOUND,
 * FORBIDDEN, and what createFeed throws.
 */
export const createCalendarFeed: UseCase<'createCalendarFeed', CoachFeedNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  return createFeed(core, context, 'createCalendarFeed', input, subjectOf(context, head, input.staffId));
};

/** Changes a feed of a coach. Throws COACH_NOT_FOUND, and what updateFeed throws. */
export const updateCalendarFeed: UseCase<'updateCalendarFeed', CoachFeedNeeds> = (core) => async (context, input) =>
  updateFeed(core, context, input, await reachedOf(core, context, input.coach));

/** Gives a feed of a coach another address. Throws COACH_NOT_FOUND, and what rollFeed throws. */
export const rollCalendarFeed: UseCase<'rollCalendarFeed', CoachFeedNeeds> = (core) => async (context, input) =>
  rollFeed(core, context, 'rollCalendarFeed', input, await reachedOf(core, context, input.coach));

/** Ends a feed of a coach. Throws COACH_NOT_FOUND, CALENDAR_FEED_NOT_FOUND. */
export const deleteCalendarFeed: UseCase<'deleteCalendarFeed', CoachFeedNeeds> = (core) => async (context, input) =>
  deleteFeed(core, context, input, await reachedOf(core, context, input.coach));
