import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { defaultMessaging } from '../../src/application/messaging/cached-messaging.ts';
import type { InputOf } from '../../src/application/kernel/contract.ts';
import { createWorld, everyDay, givenCoach, NOW, PARTNER } from './world.ts';

/** Half an hour after the capture: noon in Boston. */
export const ABANDONED = plus(NOW, 8 * HOUR);

/** A coach who asks for consent, and a person who agreed and left. */
export async function givenAbandoned({
  automatic = false,
  incentive,
  postalAddress = 'Pier 3, Boston',
  ...more
}: Partial<InputOf<'captureIntent'>> &
  Pick<InputOf<'updateRecoverySettings'>, 'automatic' | 'incentive'> & { readonly postalAddress?: string } = {}) {
  const world = createWorld();
  const coach = await givenCoach(world, { schedule: { workingHours: everyDay('09:00', '17:00'), autoConfirm: true } });
  const scope = { partnerId: PARTNER, mode: 'test' } as const;
  await world.deps.messaging.replace(scope, { ...defaultMessaging, postalAddress }, 0);
  await world.useCases.updateRecoverySettings(world.partner(), {
    coach: coach.id,
    capture: true,
    automatic,
    ...(incentive && { incentive }),
  });
  const input: InputOf<'captureIntent'> = {
    coachId: coach.id,
    serviceId: coach.services[0]!.id,
    start: '2026-04-16T15:00:00Z',
    timeZone: 'America/New_York',
    locale: 'en',
    contact: { name: 'Ana Diaz', email: 'Ana@example.com', phone: '+12125550100' },
    consent: { text: 'Coach A may write to me.', version: '1', channels: ['email', 'sms'] },
    ...more,
  };
  const capture = async (change: Partial<InputOf<'captureIntent'>> = {}, now = minus(ABANDONED, 30 * MINUTE)) =>
    (await world.useCases.captureIntent(world.visitor({ now }), { ...input, ...change })).data;
  const { id, token } = await capture();
  const run = async (now: Instant) =>
    (await world.useCases.runDue(world.partner({ now }), { limit: 500 })).data.messages.map(
      ({ kind, channel, state, code }) => [kind, channel, state, code].filter(Boolean).join(' '),
    );
  await run(ABANDONED);
  const send = (given: Partial<InputOf<'sendRecovery'>> = {}, now: Instant = plus(ABANDONED, HOUR)) =>
    world.useCases.sendRecovery(world.partner({ now }), { coach: coach.id, id, messageType: 'email', ...given });
  const list = async (now: Instant = plus(ABANDONED, DAY)) =>
    (await world.useCases.listAbandonedBookings(world.partner({ now }), { coach: coach.id, limit: 20 })).data;
  const sent = async () =>
    (await world.useCases.listTestMessages(world.partner(), { limit: 100 })).data.filter(
      ({ kind }) => kind === 'recovery',
    );
  return { world, coach, scope, id, token, input, capture, run, send, list, sent };
}
