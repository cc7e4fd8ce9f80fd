import { changeUser } from '../people/change-user.ts';
import { notePerson } from '../audit/note-person.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { endConnectionsOf } from '../provider-connections/end-connections-of.ts';
import type { EndConnectionNeeds } from '../provider-connections/end-connection.ts';
import { eraseFromBooking, type EraseBookingsNeeds } from './erase-bookings.ts';
import { eraseFromHeads, type EraseFromHeadNeeds } from './erase-from-head.ts';
import { eraseIntents, type EraseIntentsNeeds } from '../recovery/erase-intents.ts';
import { bookingsOf, emailKeysOf, findPerson, idsOf, incentivesOf, isKnown, type KnownPerson } from './known-person.ts';

export type ErasePersonNeeds = Pick<
  Core,
  | 'mail'
  | 'testMessages'
  | 'webhookDeliveries'
  | 'externalRecords'
  | 'meetingReports'
  | 'realNow'
  | 'deliveries'
  | 'newId'
  | 'leads'
  | 'idempotency'
  | 'importedIds'
  | 'users'
  | 'sessions'
  | 'pushSubscriptions'
  | 'calendarFeeds'
  | 'coachPhotos'
  | 'profiles'
  | 'clientNotes'
  | 'logs'
  | 'connections'
  | 'audit'
  | 'incentives'
  | 'visits'
> &
  EndConnectionNeeds &
  EraseBookingsNeeds &
  EraseIntentsNeeds &
  EraseFromHeadNeeds;

interface Counts {
  readonly bookings: number;
  readonly logs: number;
}

/** Rejects erasing the caller, or a coach that others depend on. Throws NOT_ALLOWED_NOW. */
const checkErasable = ({ caller }: Context, { user, coach }: KnownPerson): void => {
  if (user && caller.kind === 'session' && caller.userId === user.id)
    throw new Refusal('NOT_ALLOWED_NOW', 'This is your own address: somebody else has to erase it.');
  if (coach?.active)
    throw new Refusal('NOT_ALLOWED_NOW', `Coach ${coach.slug} can be booked: set them inactive first.`);
};

const countOf = async (core: Pick<Core, 'bookings' | 'logs'>, person: KnownPerson): Promise<Counts> => ({
  bookings: (await bookingsOf(core, person)).length,
  logs: person.user ? await core.logs.count(person.scope, person.user.id) : 0,
});

/** Ends all sessions, so that nothing new is written from the account while the rest is erased. */
const close = async (
  core: Pick<Core, 'realNow' | 'users' | 'sessions'>,
  context: Context,
  { user }: KnownPerson,
): Promise<void> => {
  if (!user) return;
  await core.sessions.revokeAll({ ...scopeOf(context), userId: user.id }, core.realNow());
  await changeUser(core, context, user.id, ({ active }) => (active ? { active: false } : null));
};

/** Erases what belongs to the ids of account and lead. Each step is one write that can be repeated. */
const eraseTraces = async (core: ErasePersonNeeds, { now }: Context, person: KnownPerson): Promise<Counts> => {
  const { scope, user } = person;
  const bookings = await bookingsOf(core, person);
  // Before the bookings lose the ids by which their records are found.
  await core.idempotency.forget(scope, {
    callers: [...(user ? [`user:${user.id}`] : []), ...bookings.map(({ id }) => `booking:${id}`)],
    resourceIds: [...idsOf(person), ...bookings.map(({ id }) => id), ...person.intents.map(({ id }) => id)],
  });
  await eraseIntents(core, scope, emailKeysOf(person), now);
  await core.intents.forgetBookings(
    scope,
    bookings.map(({ id }) => id),
  );
  await core.importedIds.forget(scope, [...idsOf(person), ...bookings.map(({ id }) => id)]);
  await core.meetingReports.forget(bookings.map(({ id }) => id));
  await core.visits.forget(bookings.map(({ id }) => id));
  // Erased ones get no more of them.
  await core.testMessages.forget(scope, [...idsOf(person), ...bookings.map(({ id }) => id)]);
  await core.webhookDeliveries.erase(
    scope,
    bookings.map(({ id }) => id),
    core.realNow(),
  );
  // Their titles at providers name the person.
  await core.externalRecords.erase(
    scope,
    bookings.map(({ id }) => id),
    core.realNow(),
  );
  if (user) await core.deliveries.forget(scope, user.id);
  for (const booking of bookings) await eraseFromBooking(core, booking);
  for (const id of idsOf(person)) await core.audit.forget(scope, id);
  if (person.coach) await endConnectionsOf(core, scope, person.coach.id);
  else if (user?.coachId !== undefined) await endConnectionsOf(core, scope, user.coachId, user.id);
  if (person.coach) await core.coachPhotos.removeAll(person.coach.id);
  await core.calendarFeeds.removeAll(scope, {
    userIds: user ? [user.id] : [],
    coachIds: person.coach ? [person.coach.id] : [],
    staffIds: person.members.map(({ member }) => member.id),
  });
  if (!user) return { bookings: bookings.length, logs: 0 };
  const logs = await core.logs.removeAll(scope, user.id);
  await core.profiles.removeAll(scope, user.id);
  await core.clientNotes.removeAll(scope, user.id);
  await core.connections.removeAll(scope, user.id);
  await core.pushSubscriptions.forgetAll(user.id);
  await core.sessions.removeAll({ ...scope, userId: user.id });
  return { bookings: bookings.length, logs };
};

/**
 * Erases a person; counts and money stay. What identifies the person is erased last, so that a second request finishes
 * what a crash has interrupted. Throws VERSION_CONFLICT.
 */
export async function erase(
  core: ErasePersonNeeds,
  context: Context,
  person: KnownPerson,
): Promise<{ readonly data: { readonly erased: boolean } & Counts }> {
  if (context.dryRun) return { data: { erased: true, ...(await countOf(core, person)) } };
  // First: an interrupted erasure is in the log too.
  await notePerson(core, context, 'person.erased', '');
  await close(core, context, person);
  const { bookings, logs } = await eraseTraces(core, context, person);
  for (const address of emailKeysOf(person)) await core.mail.forget?.(address);
  // A booking keeps the price that a code has lowered.
  for (const key of emailKeysOf(person)) await core.incentives.removeOfPerson(person.scope, key);
  await eraseFromHeads(core, context, person);
  for (const { id } of person.leads) await core.leads.remove(id);
  if (person.user) await core.users.remove(person.user.id);
  // What was written meanwhile: a booking that had already named the lead, a sign-in, a line of the log.
  const late = await eraseTraces(core, context, person);
  return { data: { erased: true, bookings: bookings + late.bookings, logs: logs + late.logs } };
}

/**
 * Erases the person who is named; returns `erased: false` once nothing is left. Throws INVALID_REQUEST,
 * NOT_ALLOWED_NOW, VERSION_CONFLICT.
 */
export const erasePerson: UseCase<'erasePerson', ErasePersonNeeds> = (core) => async (context, input) => {
  const person = await findPerson(core, scopeOf(context), input);
  if (!isKnown(person) && (await incentivesOf(core, person)).length === 0)
    return { data: { erased: false, bookings: 0, logs: 0 } };
  checkErasable(context, person);
  return erase(core, context, person);
};
