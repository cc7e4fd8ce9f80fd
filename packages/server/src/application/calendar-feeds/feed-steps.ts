import type { components } from '@coach-booking/contract/types';
import { isSameSubject, MAX_FEEDS, type CalendarFeed, type FeedSubject } from '../../domain/calendar/calendar-feed.ts';
import { messageLanguageOf, type MessageLanguage } from '../../domain/message/message.ts';
import { note, type AuditDeps } from '../audit/note.ts';
import { identify } from '../idempotency/identify.ts';
import type { Context } from '../kernel/context.ts';
import type { UseCaseId } from '../kernel/contract.ts';
import { present } from '../kernel/present.ts';
import { refuseInput, scopeOf, trimmed } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import { changeFeed, findFeed, type IsReached } from './change-feed.ts';
import { feedAddress, tokenHashOf } from './feed-token.ts';
import { createdFeedView, feedView } from './feed-view.ts';

type Schemas = components['schemas'];

export type FeedNeeds = Pick<
  Core,
  'calendarFeeds' | 'users' | 'newId' | 'newSecret' | 'realNow' | 'idempotency' | 'publicUrl'
> &
  AuditDeps;

/** The sessions that a new feed has, and its name unless another is sent. */
export interface Subject {
  readonly subject: FeedSubject;
  readonly name: string;
}

const noteFeed = (core: AuditDeps, context: Context, act: 'created' | 'updated' | 'rolled' | 'deleted', id: string) =>
  note(core, context, `calendar_feed.${act}`, { kind: 'calendar_feed', id });

const languageOf = async ({ users }: Pick<Core, 'users'>, { caller }: Context): Promise<MessageLanguage> =>
  messageLanguageOf(caller.kind === 'session' ? (await users.byId(caller.userId))?.language : undefined);

/** The coach or member of staff who makes a feed of the coach's; no other access ends with an account. */
const makerOf = ({ caller }: Context): CalendarFeed['madeBy'] =>
  caller.kind === 'session' && (caller.role === 'coach' || caller.role === 'staff')
    ? { userId: caller.userId, role: caller.role }
    : undefined;

const refuseTooMany = async ({ calendarFeeds }: FeedNeeds, context: Context, { subject }: Subject, id: string) => {
  const existing = await calendarFeeds.of(scopeOf(context), subject);
  if (existing.filter((feed) => feed.id !== id && isSameSubject(feed.subject, subject)).length >= MAX_FEEDS)
    refuseInput('feeds', `There are at most ${MAX_FEEDS} feeds of the same sessions: delete one first.`);
};

/** Gives a feed another token. */
const withToken = (core: FeedNeeds, token: string) => (feed: CalendarFeed) => ({
  ...feed,
  tokenHash: tokenHashOf(token),
  rolledAt: core.realNow(),
});

/**
 * Makes a feed and shows its address this once. A retry with the same idempotency key makes no second one, but gives
 * the first another address. Throws INVALID_REQUEST for one too many, IDEMPOTENCY_MISMATCH.
 */
export async function createFeed(
  core: FeedNeeds,
  context: Context,
  operation: UseCaseId,
  input: Schemas['MyCalendarFeedInput'],
  given: Subject,
): Promise<{ data: Schemas['CreatedCalendarFeed'] }> {
  const id = context.dryRun ? core.newId() : (await identify(core, context, operation, input)).id;
  await refuseTooMany(core, context, given, id);
  const { name = given.name, detail = 'title', language = await languageOf(core, context) } = input;
  const token = core.newSecret();
  const feed: CalendarFeed = {
    ...scopeOf(context),
    id,
    subject: given.subject,
    ...present({ madeBy: given.subject.kind === 'coach' ? makerOf(context) : undefined }),
    tokenHash: tokenHashOf(token),
    name: trimmed('name', name),
    detail,
    language,
    createdAt: core.realNow(),
    version: 1,
  };
  const isNew = context.dryRun || (await core.calendarFeeds.insert(feed));
  const made = isNew ? feed : await changeFeed(core, context, id, () => true, withToken(core, token));
  if (!context.dryRun) await noteFeed(core, context, 'created', id);
  return { data: createdFeedView(made, feedAddress(core.publicUrl(), token)) };
}

/** Changes the given fields of a feed. Throws CALENDAR_FEED_NOT_FOUND, INVALID_REQUEST, VERSION_CONFLICT. */
export async function updateFeed(
  core: FeedNeeds,
  context: Context,
  { id, name, detail, language }: { readonly id: string } & Schemas['CalendarFeedPatch'],
  isReached: IsReached,
): Promise<{ data: Schemas['CalendarFeed'] }> {
  const given = present({ name: name === undefined ? undefined : trimmed('name', name), detail, language });
  const feed = await changeFeed(core, context, id, isReached, (before) => ({ ...before, ...given }));
  if (!context.dryRun) await noteFeed(core, context, 'updated', id);
  return { data: feedView(feed) };
}

/**
 * Gives a feed another address, shown this once; the old one ends at once. Throws CALENDAR_FEED_NOT_FOUND,
 * IDEMPOTENCY_MISMATCH, VERSION_CONFLICT.
 */
export async function rollFeed(
  core: FeedNeeds,
  context: Context,
  operation: UseCaseId,
  input: { readonly id: string },
  isReached: IsReached,
): Promise<{ data: Schemas['CreatedCalendarFeed'] }> {
  const { id } = input;
  if (!context.dryRun) await identify(core, context, operation, input);
  const token = core.newSecret();
  const feed = await changeFeed(core, context, id, isReached, withToken(core, token));
  if (!context.dryRun) await noteFeed(core, context, 'rolled', id);
  return { data: createdFeedView(feed, feedAddress(core.publicUrl(), token)) };
}

/** Ends a feed: its address answers nothing from now on. Throws CALENDAR_FEED_NOT_FOUND. */
export async function deleteFeed(
  core: FeedNeeds,
  context: Context,
  { id }: { readonly id: string },
  isReached: IsReached,
): Promise<{ data: Schemas['Removed'] }> {
  await findFeed(core, context, id, isReached);
  if (!context.dryRun && (await core.calendarFeeds.remove(scopeOf(context), id)))
    await noteFeed(core, context, 'deleted', id);
  return { data: { id, removed: true } };
}
