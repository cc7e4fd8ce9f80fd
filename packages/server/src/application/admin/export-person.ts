import { asOf } from '../../domain/booking/expiry.ts';
import type { components } from '@coach-booking/contract/types';
import type { Booking } from '../../domain/booking/booking.ts';
import { userView } from '../accounts/user-view.ts';
import { notePerson } from '../audit/note-person.ts';
import { noteRead, type HealthRead } from '../audit/note-read.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import { incentiveLedger } from '../../domain/incentive/incentive.ts';
import { incentiveView } from '../incentives/incentive-view.ts';
import { optOutView } from '../messaging/opt-out-view.ts';
import { pushSubscriptionView } from '../push/push-subscriptions.ts';
import type { OptOutContact } from '../ports/opt-outs.ts';
import { bookedIntakeView } from '../intake/booked-view.ts';
import { bookingView } from '../bookings/booking-view.ts';
import { contactOfUser } from '../people/contacts.ts';
import { photoView } from '../coach-head/photo-view.ts';
import { feedView } from '../calendar-feeds/feed-view.ts';
import { clientNotesView } from '../clients/client-notes.ts';
import { connectionViews } from '../clients/connection-views.ts';
import { profileView } from '../clients/profile-view.ts';
import type { Context } from '../kernel/context.ts';
import type { Streamed } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { instantText } from '../kernel/instants.ts';
import { personOf } from '../people/caller-person.ts';
import { contactIn, ERASED } from '../people/contact.ts';
import { knownLeads } from '../leads/known-leads.ts';
import { guestsOf } from '../meetings/guests-of.ts';
import { leadView } from '../leads/lead-view.ts';
import { logView } from '../logs/log-view.ts';
import type { Contact, Lead } from '../ports/leads.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { User } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import { settingsView, unsubscribedOf, type SettingsNeeds } from '../notifications/settings-view.ts';
import { staffView } from '../staff/staff-view.ts';
import type { UseCase } from '../ports/use-case.ts';
import { auditView } from './audit-view.ts';
import { intentView } from '../recovery/intent-view.ts';
import { findPerson, idsOf, incentivesOf, isKnown, type KnownPerson } from './known-person.ts';

type ExportPersonNeeds = SettingsNeeds &
  JoinUrlNeeds &
  Pick<
    Core,
    | 'realNow'
    | 'newId'
    | 'coaches'
    | 'ledgers'
    | 'bookings'
    | 'leads'
    | 'intents'
    | 'users'
    | 'profiles'
    | 'clientNotes'
    | 'logs'
    | 'connections'
    | 'audit'
    | 'calendarFeeds'
    | 'pushSubscriptions'
    | 'optOuts'
    | 'incentives'
    | 'meetingReports'
    | 'phones'
  >;

type Schemas = components['schemas'];
type Export = Streamed<Schemas['PersonExport']>;

const HEALTH: readonly HealthRead[] = [
  'profile.read',
  'workout_log.read',
  'diet_log.read',
  'progress.read',
  'booking_answers.read',
];

/**
 * Notes the export before anything is read, so that nothing is read unseen; also in a dry run, which returns the same.
 */
const noteExport = async (
  core: Pick<Core, 'realNow' | 'newId' | 'audit'>,
  context: Context,
  person: KnownPerson,
): Promise<void> => {
  const { user } = person;
  const [id = person.members[0]!.member.id] = idsOf(person);
  await notePerson(core, context, 'person.exported', id);
  if (user?.role === 'client') for (const action of HEALTH) await noteRead(core, context, action, user.id);
};

/** The link to a meeting is left out: it is no data of the person, and readers of the export could enter by it. */
const personBooking = (
  core: JoinUrlNeeds,
  { video: _video, ...booking }: Booking,
  contact: Contact,
  visitors: readonly Schemas['MeetingParticipant'][],
): Schemas['PersonBooking'] => ({
  ...bookingView(core, booking, contact),
  ...(booking.intake && { intake: bookedIntakeView(booking.intake, { health: true, texts: true }) }),
  ...present({ consent: booking.consent, language: booking.language, utm: booking.utm, referrer: booking.referrer }),
  ...(visitors.length > 0 && { visitors: [...visitors] }),
  history: booking.history.map(({ type, at, by, reason }) => ({
    type,
    at: instantText(at),
    by,
    ...present({ reason }),
  })),
});

/** Yields the view of each as soon as it is read, so that no more than the reader's own batch is in memory. */
async function* each<T, View>(found: AsyncIterable<T>, viewOf: (one: T) => View | Promise<View>): AsyncIterable<View> {
  for await (const one of found) yield await viewOf(one);
}

/** Returns the contact that a booking of this person names: the account, or that of one of the forms. */
const contactOf =
  ({ user, leads }: KnownPerson) =>
  ({ attendee }: Booking): Contact => {
    if (attendee.kind === 'client') return user ? contactOfUser(user) : ERASED;
    const lead = leads.find(({ id }) => id === attendee.id);
    return contactIn(lead, attendee.contactId);
  };

/** Returns what belongs to an account: health data of a client, and who may see it. */
const ofAccount = async (core: ExportPersonNeeds, context: Context, user: User): Promise<Partial<Export>> => {
  const scope = scopeOf(context);
  const [profile, notes, connections, feeds, unsubscribed, devices] = await Promise.all([
    core.profiles.of(scope, user.id),
    core.clientNotes.allOf(scope, user.id),
    core.connections.allOf(scope, user.id),
    core.calendarFeeds.ofPerson(scope, user.id),
    unsubscribedOf(core, user),
    core.pushSubscriptions.of(user.id),
  ]);
  return {
    user: userView(user),
    notifications: await settingsView(core, user, unsubscribed),
    ...(devices.length > 0 && { pushSubscriptions: devices.map(pushSubscriptionView) }),
    ...(feeds.length > 0 && { calendarFeeds: feeds.map(feedView) }),
    ...(profile && { profile: profileView(profile, user, context.now) }),
    ...(notes.length > 0 && { coachNotes: notes.map((one) => clientNotesView(one, one)) }),
    ...(user.role === 'client' && {
      workoutLogs: each(core.logs.allOf(scope, user.id, 'workout'), logView),
      dietLogs: each(core.logs.allOf(scope, user.id, 'diet'), logView),
      progress: each(core.logs.allOf(scope, user.id, 'progress'), logView),
      connections: await connectionViews(core, connections),
    }),
  };
};

/** Returns the leads as each coach sees them, with the coach's notes, and every contact of a form. */
const ofLeads = async (
  core: Pick<Core, 'bookings' | 'users'>,
  context: Context,
  leads: readonly Lead[],
): Promise<Partial<Export>> => {
  const seen = leads.flatMap((lead) =>
    lead.coachIds.map((coachId) => knownLeads(core, scopeOf(context), coachId, [lead])),
  );
  const contacts = leads.flatMap((lead) => lead.contacts);
  return {
    leads: (await Promise.all(seen)).flat().map((one) => leadView(one, context.now)),
    contacts: contacts.map(({ id: _, name, ...rest }) => ({ name, ...present(rest) })),
  };
};

/** Returns what the addresses and numbers that are known of a person do not want. */
const optOutsOf = async (
  { optOuts, phones }: Pick<Core, 'optOuts' | 'phones'>,
  { scope, emailKey, user, leads, members }: KnownPerson,
): Promise<Partial<Export>> => {
  const known = [
    ...(user ? [user] : []),
    ...leads.flatMap(({ contacts }) => contacts),
    ...members.map(({ member }) => member),
  ];
  const emails = known.flatMap(({ email }) => (email === undefined ? [] : [emailKeyOf(email)]));
  const numbers = known.flatMap(({ phone }) => (phone === undefined ? [] : [phones.normalise(phone)]));
  const contacts: readonly OptOutContact[] = [
    ...[...new Set([...(emailKey === undefined ? [] : [emailKey]), ...emails])].map((address) => ({
      channel: 'email' as const,
      address,
    })),
    ...[...new Set(numbers)].map((address) => ({ channel: 'sms' as const, address })),
  ];
  const found = (await Promise.all(contacts.map((contact) => optOuts.allOf(scope, contact)))).flat();
  return found.length > 0 ? { optOuts: found.map(optOutView) } : {};
};

/** Returns the codes for a lower price, each with the booking that has used it. */
const codesOf = async (
  core: Pick<Core, 'incentives' | 'ledgers'>,
  { now }: Context,
  person: KnownPerson,
): Promise<Partial<Export>> => {
  const found = await incentivesOf(core, person);
  const uses = await core.ledgers.placesIn(found.map(({ id }) => incentiveLedger(id)));
  const incentives = found.map((one) => incentiveView(one, uses.get(incentiveLedger(one.id)) ?? [], now));
  return incentives.length > 0 ? { incentives } : {};
};

/**
 * Returns everything about one person, once that is noted; of an unknown one nothing, but for what it does not want.
 * Hashes of passwords, tokens and addresses are left out. Long lists are read while the answer is sent (S5).
 */
export async function exportOf(
  core: ExportPersonNeeds,
  context: Context,
  person: KnownPerson,
): Promise<{ readonly data: Export }> {
  const { scope, emailKey: email, user, leads, intents, members } = person;
  const answer: Export = { ...present({ email }), exportedAt: instantText(core.realNow()) };
  const byAddress = { ...(await optOutsOf(core, person)), ...(await codesOf(core, context, person)) };
  if (!isKnown(person)) return { data: { ...answer, ...byAddress } };
  await noteExport(core, context, person);
  const ids = idsOf(person);
  const contact = contactOf(person);
  return {
    data: {
      ...answer,
      ...byAddress,
      ...(user && (await ofAccount(core, context, user))),
      ...(leads.length > 0 && (await ofLeads(core, context, leads))),
      bookings: each(core.bookings.allOf(scope, ids), async (booking) => {
        const known = contact(booking);
        return personBooking(core, asOf(booking, context.now), known, await guestsOf(core, booking, known.email));
      }),
      ...(intents.length > 0 && { intents: intents.map(intentView) }),
      ...(members.length > 0 && { staff: members.map(({ member }) => staffView(member)) }),
      ...present({ photo: person.coach ? (photoView(core, person.coach) ?? undefined) : undefined }),
      audit: each(core.audit.allOf(scope, ids), (entry) => auditView(entry)),
    },
  };
}

/** Exports everything about one person in one answer; an unknown address or id gives an empty one. */
export const exportPerson: UseCase<'exportPerson', ExportPersonNeeds> = (core) => async (context, input) =>
  exportOf(core, context, await findPerson(core, scopeOf(context), input));

/** Exports everything about the client who asks. */
export const exportMe: UseCase<'exportMe', ExportPersonNeeds> = (core) => async (context) => {
  const { userId: clientId } = personOf(context);
  return exportOf(core, context, await findPerson(core, scopeOf(context), { clientId }));
};
