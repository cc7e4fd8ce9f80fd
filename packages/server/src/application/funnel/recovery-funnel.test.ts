import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { ANA, createWorld, everyDay, givenCoach, NOW, type World } from '../../../test/application/world.ts';

const TODAY = { from: '2026-04-13', to: '2026-04-13' };
const LEFT = instant(NOW + 31 * MINUTE);

describe('the funnel of bookings that were not finished', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world, { schedule: { workingHours: everyDay('06:00', '22:00'), bookingWindow: 60 } });
    const admin = world.person({ userId: 'd'.repeat(24), role: 'admin' });
    await world.useCases.updateMessaging(admin, { postalAddress: '1 Main Street, Springfield' });
    await world.useCases.updateRecoverySettings(world.partner(), { coach: coach.id, capture: true, automatic: false });
  });
  const capture = async (email: string, now = NOW) => {
    const consent = { text: 'Remind me.', version: '1', channels: ['email' as const] };
    const of = { coachId: coach.id, serviceId: coach.serviceId!, utm: { source: 'letter' } };
    const { data } = await world.useCases.captureIntent(world.visitor({ now }), { ...of, contact: { email }, consent });
    return data;
  };
  const runAt = (now = LEFT) => world.useCases.runDue(world.partner({ now }), {});
  const book = (email: string, start: string, now = LEFT) =>
    world.useCases.createBooking(world.visitor({ now }), {
      coachId: coach.id,
      serviceId: coach.serviceId!,
      start,
      attendee: { ...ANA, email },
    });
  const funnel = async () =>
    (await world.useCases.getRecoveryFunnel(world.partner(), { coach: coach.id, ...TODAY })).data;

  it('counts each step of a visitor once, on the day of the consent', async () => {
    await capture('ana@example.com');
    await capture('ana@example.com');
    const { id, token } = await capture('bo@example.com');
    await capture('cy@example.com');
    expect(await funnel()).toMatchObject({ captured: 3, abandoned: 0, abandonmentRate: 0, recoveryRate: null });
    await book('cy@example.com', '2026-04-14T09:00:00Z', NOW);
    await runAt(NOW);
    await runAt();
    await runAt();
    expect(await funnel()).toMatchObject({ captured: 3, abandoned: 2, recovered: 0, recoveryRate: 0 });
    const send = { coach: coach.id, id, messageType: 'email' as const };
    await world.useCases.sendRecovery(world.partner({ now: LEFT }), send);
    expect(await funnel()).toMatchObject({ sent: 1 });
    const nextDay = instant(NOW + 24 * 60 * MINUTE);
    await book('ana@example.com', '2026-04-16T12:00:00Z', nextDay);
    await runAt(nextDay);
    await world.useCases.withdrawIntent(world.visitor(), { id, intentToken: token });
    expect(await funnel()).toMatchObject({ captured: 3, abandoned: 2, recovered: 1, withdrawn: 1, recoveryRate: 50 });
  });

  it('keeps its figures when a person is erased, and stores no trace of them', async () => {
    await capture('ana@example.com');
    await world.useCases.erasePerson(world.partner({ now: LEFT }), { email: 'ana@example.com' });
    await runAt();
    expect(await funnel()).toMatchObject({ captured: 1, abandoned: 1, recoveryRate: 0 });
    expect(JSON.stringify([...world.state.funnelCounts])).not.toMatch(/ana|letter/);
  });
});
