import { beforeEach, describe, expect, it } from 'vitest';
import { asCoach, asStaff, bookAs, givenClient } from '../../../test/application/given-client.ts';
import { createWorld, givenCoach, NOW, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';

const SCOPE = { partnerId: PARTNER, mode: 'test' } as const;

describe('getClient', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  let ana: Awaited<ReturnType<typeof givenClient>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world);
    ana = await givenClient(world, { phone: '+1 212 555 0100', timeZone: 'America/New_York' });
    await bookAs(world, ana, coach, '2026-04-14T09:00:00Z');
  });

  const list = async () => world.useCases.listClients(asCoach(world, coach), { coach: 'me' });
  const get = async (client = ana.id, context = asCoach(world, coach), of = 'me') =>
    (await world.useCases.getClient(context, { coach: of, client })).data;
  const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;

  it('returns the contact details of the account, and the number of booked sessions', async () => {
    expect(await get()).toMatchObject({
      id: ana.id,
      name: 'Ana Diaz',
      email: 'ana@example.com',
      phone: '+12125550100',
      bookings: 1,
    });
  });

  it('returns the profile to the coach and to their staff', async () => {
    await world.useCases.updateMyProfile(ana.me(), {
      goals: ['First pull-up'],
      injuries: ['Left knee'],
      dateOfBirth: '1991-06-02',
    });
    for (const context of [asCoach(world, coach), asStaff(world, coach)])
      expect((await get(ana.id, context)).profile).toMatchObject({
        goals: ['First pull-up'],
        injuries: ['Left knee'],
        age: 34,
      });
  });

  it('finds no client of another coach for staff', async () => {
    const other = await givenCoach(world, { name: 'Coach B' });
    for (const context of [asCoach(world, other), asStaff(world, other)])
      for (const of of ['me', coach.coachId, coach.slug])
        for (const client of [ana.id, 'e'.repeat(24)])
          expect(await codeOf(get(client, context, of))).toBe('CLIENT_NOT_FOUND');
  });

  it('finds clients only: an account of another kind does not exist', async () => {
    const stored = world.state.users.get(ana.id)!;
    world.state.users.set(ana.id, { ...stored, role: 'admin' });
    expect(await codeOf(get())).toBe('CLIENT_NOT_FOUND');
    expect((await list()).data).toEqual([]);
  });

  it.each([
    ['getClient', 'profile.read'],
    ['listClientWorkoutLogs', 'workout_log.read'],
    ['listClientDietLogs', 'diet_log.read'],
    ['listClientProgress', 'progress.read'],
  ] as const)('records %s as %s', async (operation, action) => {
    world.state.audit.length = 0;
    const read = world.useCases[operation];
    await read(asCoach(world, coach), { coach: 'me', client: ana.id });
    await read(world.partner({ requestId: 'r2' }), { coach: coach.coachId, client: ana.id });
    const entry = { ...SCOPE, at: NOW, action, subject: { kind: 'client', id: ana.id } };
    expect(world.state.audit).toEqual([
      {
        ...entry,
        id: expect.any(String) as string,
        by: { kind: 'person', id: 'c'.repeat(24), role: 'coach' },
        requestId: 'r1',
      },
      { ...entry, id: expect.any(String) as string, by: { kind: 'partner', id: 'sk1' }, requestId: 'r2' },
    ]);
    world.deps.audit.append = () => Promise.reject(new Error('The store is gone.'));
    await expect(read(asCoach(world, coach), { coach: 'me', client: ana.id })).rejects.toThrow('The store is gone.');
  });

  it('records nothing in the audit log where nothing was read', async () => {
    await codeOf(get('e'.repeat(24)));
    await world.useCases.getMyProfile(ana.me(), {});
    await list();
    expect(world.state.audit.filter(({ action }) => action.endsWith('.read'))).toEqual([]);
  });
});
