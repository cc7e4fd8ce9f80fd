import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '@coach-booking/time/units';
import { asCoach, givenClient } from '../../../test/application/given-client.ts';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 3, day, hour)).toISOString().replace('.000', '');

/** The table of connection-rights.test.ts has the ways that ask, and those that do not. */
describe('S1 a request to see a client’s profile', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  let ana: Awaited<ReturnType<typeof givenClient>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world);
    ana = await givenClient(world);
  });

  const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;
  const book = () => ({ coachId: coach.coachId, serviceId: coach.serviceId!, start: at(14) });
  const connections = async () => (await world.useCases.listMyConnections(ana.me(), {})).data;
  const named = async () => {
    return (await world.useCases.createBooking(world.partner(), { ...book(), clientId: ana.id })).data;
  };
  /** Books by typing the client's address, proven or not. */
  const typed = async () => {
    const attendee = { name: 'Planted', email: ana.email };
    return (await world.useCases.createBooking(world.visitor(), { ...book(), attendee })).data;
  };
  const prove = async () => {
    const token = /\/verify\/(\S+)/.exec(world.sent.findLast(({ to }) => to === ana.email)!.text)![1]!;
    await world.useCases.verifyEmail(ana.me(), { token });
  };
  const accept = (more = {}) => world.useCases.acceptConnection(ana.me(more), { id: coach.coachId });
  const decline = (more = {}) => world.useCases.declineConnection(ana.me(more), { id: coach.coachId });
  const outcome = async (): Promise<string> =>
    world.useCases.getClient(asCoach(world, coach), { coach: 'me', client: ana.id }).then(
      () => 'seen',
      (error: { code: string }) => error.code,
    );

  it('lets the client accept a request, which shows the profile, and the client in place of the guest', async () => {
    const { id } = await typed();
    await world.settleDown();
    await prove();
    const seen = async () => (await world.useCases.getBooking(asCoach(world, coach), { id })).data.attendee;
    expect(await seen()).toMatchObject({ kind: 'lead', name: 'Planted' });
    expect((await accept({ dryRun: true })).data.state).toBe('accepted');
    expect([await outcome(), (await seen()).kind]).toEqual(['CLIENT_NOT_FOUND', 'lead']);
    world.passTime(HOUR);
    expect((await accept()).data).toMatchObject({ state: 'accepted', since: '2026-04-13T09:00:00Z' });
    expect(await outcome()).toBe('seen');
    expect(await seen()).toMatchObject({ kind: 'client', id: ana.id, name: 'Ana Diaz' });
    expect((await accept()).data.since).toBe('2026-04-13T09:00:00Z');
    // What they took over is not what they made: it does not connect again.
    await world.useCases.withdrawConnection(ana.me(), { id: coach.coachId });
    await world.useCases.rescheduleBooking(asCoach(world, coach), { id, start: at(15) });
    expect(await outcome()).toBe('PROFILE_NOT_SHARED');
  });

  it('stays declined for all later bookings, until the client accepts', async () => {
    await named();
    await decline({ dryRun: true });
    expect((await connections())[0]!.state).toBe('asked');
    expect((await decline()).data.state).toBe('declined');
    expect((await decline()).data.state).toBe('declined');
    world.passTime(HOUR);
    await world.useCases.createBooking(asCoach(world, coach), { ...book(), start: at(15), clientId: ana.id });
    expect([(await connections())[0]!.state, await outcome()]).toEqual(['declined', 'PROFILE_NOT_SHARED']);
    await accept();
    expect(await outcome()).toBe('seen');
    expect(await codeOf(decline())).toBe('NOT_ALLOWED_NOW');
  });

  it('records each answer to a request in the audit log', async () => {
    await named();
    await decline();
    await accept();
    await world.useCases.withdrawConnection(ana.me(), { id: coach.coachId });
    const entries = world.state.audit.filter(({ action }) => action.startsWith('connection.'));
    expect(entries.map(({ action, subject, by }) => [action, subject.id, by.id])).toEqual(
      ['declined', 'accepted', 'withdrawn'].map((word) => [`connection.${word}`, coach.coachId, ana.id]),
    );
  });
});
