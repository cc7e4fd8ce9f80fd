import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { Context } from '../../src/application/kernel/context.ts';
import { aReport } from '../stores/meeting-reports-suite.ts';
import { aWebhookDelivery } from './a-webhook-delivery.ts';
import { scopeOf } from '../../src/application/kernel/scope.ts';
import { serverFor, signedUp } from './signed-up.ts';
import { ANA, givenCoach, NOW, type World } from './world.ts';

/** Words that stand in Ana's data and nowhere else, in small letters. */
export const ANAS_WORDS = ['ana@', 'diaz', '2125550', 'secretly'] as const;

const EMAIL = 'Ana@Example.com';
export const ANAS_PASSWORD = 'correct horse battery';
const DATE = '2026-04-13';
const noon = (day: number) => `2026-04-${day}T12:00:00Z`;

/** All that the product can store of a person, put there by its own operations. */
export interface AnaEverywhere {
  readonly userId: string;
  readonly leadId: string;
  readonly coachId: string;
  readonly staffId: string;
  /** All of Ana's, as guest and as client. */
  readonly bookingIds: readonly string[];
  readonly manageToken: string;
  readonly refreshToken: string;
  /** Of another guest of the same coach. */
  readonly otherBookingId: string;
  readonly ana: Context;
  readonly coach: Context;
}

/**
 * Ana booked as a guest, registered, proved the address, booked again as a client and once more as a guest, logged
 * meals and workouts, was read by the coach, joined the team, was in an import, and has sessions. Bo booked too.
 */
export async function givenAnaEverywhere(world: World): Promise<AnaEverywhere> {
  const { useCases } = world;
  const { coachId, serviceId } = await givenCoach(world);
  const of = { coachId, serviceId: serviceId! };
  const questions = [{ id: 'injuries', kind: 'text' as const, label: 'Any injuries?', health: true }];
  await useCases.updateService(world.partner(), { coach: coachId, id: serviceId!, intake: { questions } });
  const coach = world.person({ userId: 'c'.repeat(24), role: 'coach', coachId });
  const form = {
    attendee: { ...ANA, email: EMAIL },
    notes: 'Secretly weak knee.',
    answers: { 'Who sent you?': 'Secretly my mother' },
    intake: { answers: { injuries: 'Secretly a slipped disc' } },
  };
  const from = { consent: true, language: 'es', utm: { source: 'secretly' }, referrer: 'https://secretly.example/ana' };
  const keyed = (idempotencyKey: string) => world.visitor({ idempotencyKey });
  const { data: first } = await useCases.createBooking(keyed(`for ${ANA.email}`), {
    ...of,
    ...form,
    ...from,
    start: noon(14),
  });
  await useCases.runDue(world.partner(), { limit: 500 });
  const { data: hook } = await useCases.createWebhookEndpoint(world.partner(), { url: 'https://fit.example/hooks' });
  const refused = [{ at: NOW, ms: 3, status: 500, code: '500', response: 'Secretly broken.' }];
  const shared = { bookingId: first.id, endpointId: hook.id, body: JSON.stringify(form), attempts: refused };
  await world.deps.webhookDeliveries.insert([aWebhookDelivery({ ...shared, dueAt: plus(NOW, DAY) })]);
  const page = { occasion: 'u1', url: 'https://meet.example/secretly', password: 'secretly' };
  const visitor = { occasion: 'u1', visit: '1', name: ANA.name, email: EMAIL, accountId: 'secretly' };
  const report = aReport({
    id: first.id,
    ...scopeOf(coach),
    coachId,
    facts: [{ kind: 'joined', at: NOW, ...visitor }],
    recordings: [{ ...page, fileSize: 1, duration: 60 }],
  });
  await world.deps.meetingReports.insert(report);
  const guest = world.guest(first.manageToken);
  await useCases.rescheduleBooking(guest, { id: first.id, start: noon(15), reason: 'Secretly ill.' });
  const { data: dropped } = await useCases.createBooking(world.visitor(), { ...of, ...form, start: noon(16) });
  await useCases.cancelBooking(coach, { id: dropped.id, reason: 'Secretly too much.' });
  await useCases.updateLead(coach, {
    coach: coachId,
    id: first.attendee.id,
    notes: 'Secretly rich.',
    temperature: 'hot',
  });

  const account = { name: ANA.name, email: EMAIL, password: ANAS_PASSWORD, phone: ANA.phone };
  const session = await signedUp(world, account, serverFor(world, { idempotencyKey: 'register ana@' }));
  const userId = session.user.id;
  const ana = world.person({ userId, role: 'client' }, { idempotencyKey: 'Secretly mine' });
  await world.settleDown();
  const token = /\/verify\/(\S+)/.exec(world.sent.findLast(({ to }) => to === EMAIL)!.text)![1]!;
  await useCases.verifyEmail(world.visitor(), { token, password: ANAS_PASSWORD });
  const { data: own } = await useCases.createBooking(ana, { ...of, start: noon(17), notes: 'Secretly keen.' });
  world.passTime(60_000);
  const { data: late } = await useCases.createBooking(world.visitor(), { ...of, ...form, start: noon(18) });
  const { data: other } = await useCases.createBooking(world.visitor(), {
    ...of,
    start: noon(19),
    attendee: { name: 'Bo Berg', email: 'bo@example.com' },
    notes: 'Of Bo.',
  });

  const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
  await useCases.createMyCalendarFeed(ana, { name: 'Secretly mine' });
  await useCases.addPushSubscription(ana, { endpoint: 'https://push.example/secretly', keys });
  await useCases.updateNotifications(ana, { reminders: [{ channel: 'push', minutesBefore: 60 }] });
  await useCases.updateMyProfile(ana, { injuries: ['Secretly the knee'], goals: ['Run'], dateOfBirth: '1990-01-01' });
  await useCases.addWorkoutLog(ana, { date: DATE, title: 'Secretly squats', notes: '' });
  await useCases.addDietLog(ana, { date: DATE, meal: 'lunch', description: 'Secretly cake' });
  await useCases.addProgress(ana, { date: DATE, metric: 'weight', value: 64.5, unit: 'kg', notes: 'secretly' });
  await useCases.getClient(coach, { coach: coachId, client: userId });
  const { data: member } = await useCases.createStaff(coach, {
    coach: coachId,
    name: ANA.name,
    email: ANA.email,
    phone: ANA.phone,
  });
  await useCases.login(world.visitor(), { email: EMAIL, password: ANAS_PASSWORD });
  const imported = { externalId: 'old-7', name: ANA.name, email: ANA.email };
  await useCases.importClients(world.partner(), { rows: [imported] });
  await useCases.updateRecoverySettings(coach, { coach: coachId, capture: true });
  const admin = world.person({ userId: 'd'.repeat(24), role: 'admin' });
  await useCases.updateMessaging(admin, { postalAddress: 'Pier 3' });
  world.passTime(60_000);
  await useCases.captureIntent(keyed(`${ANA.email} begins`), {
    ...of,
    contact: { ...ANA, email: EMAIL },
    utm: { source: 'secretly' },
    consent: { text: 'Coach A may write to me.', version: '1', channels: ['email', 'sms'] },
  });
  await world.settleDown();
  return {
    userId,
    leadId: first.attendee.id,
    coachId,
    staffId: member.id,
    bookingIds: [first.id, dropped.id, own.id, late.id],
    manageToken: first.manageToken!,
    refreshToken: session.refreshToken,
    otherBookingId: other.id,
    ana,
    coach,
  };
}
