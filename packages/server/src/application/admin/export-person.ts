import type { components } from '../../generated/api.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import type { LogKind } from '../../domain/client/log.ts';
import { userView } from '../accounts/user-view.ts';
import { notePerson } from '../audit/note-person.ts';
import { noteRead, type HealthRead } from '../audit/note-read.ts';
import { bookingView } from '../bookings/booking-view.ts';
import { contactsOf } from '../bookings/contacts.ts';
import { connectionViews } from '../clients/connection-views.ts';
import { profileView } from '../clients/profile-view.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';
import { instantText } from '../instants.ts';
import { knownLeads } from '../leads/known-leads.ts';
import { leadView } from '../leads/lead-view.ts';
import { logView } from '../logs/log-view.ts';
import type { Contact, Lead } from '../ports/leads.ts';
import type { StoredLogOf } from '../ports/logs.ts';
import type { User } from '../ports/users.ts';
import { present } from '../present.ts';
import { scopeOf } from '../scope.ts';
import { staffView } from '../staff/staff-view.ts';
import type { UseCase } from '../use-case.ts';
import { auditView } from './audit-view.ts';
import { bookingsOf, findPerson, idsOf, isKnown, type KnownPerson } from './known-person.ts';

type Schemas = components['schemas'];
type Export = Schemas['PersonExport'];

const HEALTH: readonly HealthRead[] = ['profile.read', 'workout_log.read', 'diet_log.read', 'progress.read'];

/** Before anything is read, so that nothing is read unseen; also in a dry run, which answers the same. */
const noteExport = async (core: Core, context: Context, person: KnownPerson): Promise<void> => {
  const { user } = person;
  const [id = person.members[0]!.member.id] = idsOf(person);
  await notePerson(core, context, 'person.exported', id);
  if (user?.role === 'client') for (const action of HEALTH) await noteRead(core, context, action, user.id);
};

const personBooking = (booking: Booking, contact: Contact): Schemas['PersonBooking'] => ({
  ...bookingView(booking, contact),
  ...present({ consent: booking.consent, language: booking.language, utm: booking.utm, referrer: booking.referrer }),
  history: booking.history.map(({ type, at, by, reason }) => ({ type, at: instantText(at), by, ...present({ reason }) })),
});

/** What belongs to an account: health data of a client, and who may see it. */
const ofAccount = async (core: Core, context: Context, user: User): Promise<Partial<Export>> => {
  const scope = scopeOf(context);
  const [profile, logs, connections] = await Promise.all([
    core.profiles.of(scope, user.id),
    core.logs.allOf(scope, user.id),
    core.connections.allOf(scope, user.id),
  ]);
  const viewsOf = <K extends LogKind>(kind: K) =>
    logs.filter((log): log is StoredLogOf<K> & typeof log => log.kind === kind).map(logView<K>);
  return {
    user: userView(user),
    ...(profile && { profile: profileView(profile, user, context.now) }),
    ...(user.role === 'client' && {
      workoutLogs: viewsOf('workout'),
      dietLogs: viewsOf('diet'),
      progress: viewsOf('progress'),
      connections: await connectionViews(core, connections),
    }),
  };
};

/** As each coach sees the lead, with what that one says of them, and every contact that a form gave. */
const ofLead = async (core: Core, context: Context, lead: Lead): Promise<Partial<Export>> => {
  const known = await Promise.all(lead.coachIds.map((coachId) => knownLeads(core, scopeOf(context), coachId, [lead])));
  return {
    leads: known.flat().map((one) => leadView(one, context.now)),
    contacts: lead.contacts.map(({ name, email, phone, timeZone }) => ({ name, email, ...present({ phone, timeZone }) })),
  };
};

/**
 * Everything about one address in one answer; an address that nobody has gives an empty one. Left out is what tells nothing to a reader: the
 * hashes of passwords, tokens and addresses.
 */
export const exportPerson: UseCase<'exportPerson'> = (core) => async (context, input) => {
  const person = await findPerson(core, scopeOf(context), input.email);
  const { scope, emailKey: email, user, lead, members } = person;
  const answer: Export = { email, exportedAt: instantText(core.realNow()) };
  if (!isKnown(person)) return { data: answer };
  await noteExport(core, context, person);
  const bookings = await bookingsOf(core, person);
  const contactOf = await contactsOf(core, bookings);
  const audit = (await Promise.all(idsOf(person).map((id) => core.audit.allOf(scope, id)))).flat();
  return {
    data: {
      ...answer,
      ...(user && (await ofAccount(core, context, user))),
      ...(lead && (await ofLead(core, context, lead))),
      bookings: bookings.map((booking) => personBooking(booking, contactOf(booking))),
      ...(members.length > 0 && { staff: members.map(({ member }) => staffView(member)) }),
      audit: audit.map(auditView),
    },
  };
};
