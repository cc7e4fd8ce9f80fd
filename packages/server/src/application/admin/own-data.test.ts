import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@coach-booking/time/units';
import { bookAs, givenClient } from '../../../test/application/given-client.ts';
import { listed } from '../../../test/application/listed.ts';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

const PASSWORD = 'correct horse battery';

describe('the own data of a client', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  let ana: Awaited<ReturnType<typeof givenClient>>;
  let bo: Awaited<ReturnType<typeof givenClient>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world);
    ana = await givenClient(world);
    bo = await givenClient(world, { name: 'Bo Berg', email: 'bo@example.com' });
  });
  const book = (client = ana) => bookAs(world, client, coach, '2026-04-16T09:00:00Z');
  const audit = async (client = ana, input: object = {}) =>
    (await world.useCases.listMyAudit(client.me(), input)).data.map(({ action, by }) => ({ action, ...by }));
  const erase = (password = PASSWORD, more = {}) => world.useCases.eraseMe(ana.me(more), { password });

  it('lists who read the profile, by name, and never what others read of others', async () => {
    await book();
    const owner = await world.useCases.createUser(world.partner(), {
      role: 'coach',
      coachId: coach.coachId,
      name: 'Coach A',
      email: 'coach-a@example.com',
    });
    const asOwner = world.person({ userId: owner.data.id, role: 'coach', coachId: coach.coachId });
    await world.useCases.getClient(asOwner, { coach: 'me', client: ana.id });
    expect((await audit())[0]).toEqual({
      action: 'profile.read',
      kind: 'person',
      role: 'coach',
      name: 'Coach A',
      own: false,
    });
    expect((await audit(bo)).map(({ action }) => action)).not.toContain('profile.read');
  });

  it('shows what was done to the account as one’s own', async () => {
    await world.useCases.updateMe(ana.me(), { currentPassword: PASSWORD, newPassword: 'seven green kettles' });
    expect((await audit())[0]).toMatchObject({ action: 'account.password_changed', own: true });
    expect(await audit(ana, { limit: 1 })).toHaveLength(1);
  });

  it('exports the person who asks and no one else, and writes that down', async () => {
    await book();
    await book(bo).catch(() => undefined);
    const { data } = await world.useCases.exportMe(ana.me(), {});
    expect(data).toMatchObject({ email: 'ana@example.com', user: { id: ana.id } });
    expect((await listed<{ attendee: { id: string } }>(data.bookings)).map(({ attendee }) => attendee.id)).toEqual([
      ana.id,
    ]);
    expect((await audit()).map(({ action }) => action)).toContain('person.exported');
  });

  it('erases the account with its password alone, after which no session of it works', async () => {
    expect((await refusalOf(erase('another password'))).code).toBe('CREDENTIALS_WRONG');
    expect((await erase(PASSWORD, { dryRun: true })).data).toMatchObject({ erased: true });
    expect(world.state.users.has(ana.id)).toBe(true);
    expect((await erase()).data).toEqual({ erased: true, bookings: 0, logs: 0 });
    expect(world.state.users.has(ana.id)).toBe(false);
    expect(world.state.users.has(bo.id)).toBe(true);
    expect(JSON.stringify([...world.state.audit])).not.toContain(ana.id);
  });

  it('refuses to erase a person whom a coach expects, until the booking is cancelled or over', async () => {
    const { id, version } = await book();
    const refusal = await refusalOf(erase());
    expect([refusal.code, refusal.message]).toEqual(['NOT_ALLOWED_NOW', expect.stringContaining('bookings to come')]);
    await world.useCases.cancelBooking(ana.me(), { id, version });
    expect((await erase()).data).toMatchObject({ erased: true, bookings: 1 });
  });

  it('erases after the last session is over', async () => {
    await book();
    world.passTime(10 * DAY);
    expect((await erase()).data).toMatchObject({ erased: true, bookings: 1 });
  });
});
