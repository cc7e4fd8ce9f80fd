import { createCore } from '../../src/application/create-use-cases.ts';
import type { Context } from '../../src/application/kernel/context.ts';
import type { InputOf } from '../../src/application/kernel/contract.ts';
import type { Stores } from '../../src/application/ports/deps.ts';
import { workIntents } from '../../src/application/recovery/work-intents.ts';
import { settleBooked } from '../../src/application/recovery/settle-booked.ts';
import { MINUTE } from '@coach-booking/time/units';
import { ANA, createWorld, everyDay, givenCoach, PARTNER } from './world.ts';

type Consent = InputOf<'captureIntent'>['consent'];

export const CONSENT: Consent = { text: 'Coach A may write to me.', version: '1', channels: ['email'] };

type Capture = Partial<Omit<InputOf<'captureIntent'>, 'consent'>> & {
  readonly consent?: Partial<Consent>;
};

/** Returns a coach in mode live who asks for the consent, of a partner with a postal address. */
export async function givenAskingCoach(given: { readonly stores?: Stores; readonly mode?: 'test' | 'live' } = {}) {
  const world = createWorld({ mode: 'live', ...given });
  const { useCases, deps } = world;
  const schedule = { workingHours: everyDay('00:00', '24:00'), slotInterval: 30, bookingWindow: 60 };
  const coach = await givenCoach(world, { schedule });
  const admin = () => world.person({ userId: 'd'.repeat(24), role: 'admin' });
  await useCases.updateMessaging(admin(), { postalAddress: 'Pier 3, Boston' });
  await useCases.updateRecoverySettings(world.partner(), { coach: coach.id, capture: true });
  world.passTime(MINUTE);
  const of = { coachId: coach.id, serviceId: coach.serviceId! };
  const capture = async ({ consent, ...more }: Capture = {}, context: Context = world.visitor()) => {
    const input = { ...of, contact: { name: ANA.name, email: ANA.email }, ...more };
    return (await useCases.captureIntent(context, { ...input, consent: { ...CONSENT, ...consent } })).data;
  };
  const list = async (more: object = {}, context: Context = world.partner()) =>
    useCases.listAbandonedBookings(context, { coach: coach.id, ...more });
  const book = async (more: object = {}, context: Context = world.visitor()) => {
    const input = { ...of, start: '2026-04-20T09:00:00Z', attendee: ANA, ...more };
    return (await useCases.createBooking(context, input)).data;
  };
  /** Does what is due in live mode, as the loop does. */
  const work = () => workIntents(createCore(deps), { mode: given.mode ?? 'live' }, deps.realNow());
  /** Settles the intents of the bookings that were made, as the drainer does. */
  const drain = async () => {
    const core = createCore(deps);
    for (const booking of await deps.bookings.undrained(500)) {
      await settleBooked(core, booking);
      const events = booking.outbox.map(({ id }) => id);
      await deps.bookings.drop(booking.id, events);
    }
  };
  const stored = async (id: string) => deps.intents.byId(id);
  const leads = async () => (await useCases.listLeads(world.partner(), { coach: coach.id })).data;
  const scope = { partnerId: PARTNER, mode: given.mode ?? ('live' as const) };
  return { world, useCases, deps, coach, of, admin, capture, list, book, work, drain, stored, leads, scope };
}
