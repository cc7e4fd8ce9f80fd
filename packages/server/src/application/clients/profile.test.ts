import { beforeEach, describe, expect, it } from 'vitest';
import { givenClient } from '../../../test/application/given-client.ts';
import { createWorld, refusalOf, type World } from '../../../test/application/world.ts';

const EMPTY = { measurements: {}, goals: [], dietaryRestrictions: [], healthComplications: [], injuries: [] };

describe('a client’s profile', () => {
  let world: World;
  let ana: Awaited<ReturnType<typeof givenClient>>;
  beforeEach(async () => {
    world = createWorld();
    ana = await givenClient(world, { timeZone: 'Pacific/Auckland' });
  });
  const get = async () => (await world.useCases.getMyProfile(ana.me(), {})).data;
  const update = async (patch: object, more = {}) => (await world.useCases.updateMyProfile(ana.me(more), patch)).data;

  it('returns an empty profile at first', async () => expect(await get()).toEqual(EMPTY));

  it('keeps absent fields, replaces lists and measurements, and removes null ones', async () => {
    await update({
      heightCm: 168,
      weightKg: 64.5,
      gymAccess: 'gym',
      goals: ['First pull-up'],
      measurements: { waist: 74, hip: 98 },
    });
    await update({ heightCm: null, goals: [' Run 10 km ', 'Run 10 km', ' '], measurements: { waist: 73 } });
    expect(await get()).toEqual({
      ...EMPTY,
      weightKg: 64.5,
      gymAccess: 'gym',
      goals: ['Run 10 km'],
      measurements: { waist: 73 },
      updatedAt: '2026-04-13T08:00:00Z',
    });
  });

  it('shows the age of today in the client’s zone', async () => {
    expect((await update({ dateOfBirth: '1991-04-14' })).age).toBe(34);
    // In Auckland the birthday begins at noon UTC of the day before.
    world.passTime(4 * 3_600_000);
    expect((await get()).age).toBe(35);
  });

  it.each(['2026-04-14', '1890-01-01', '2026-02-30'])('refuses a birth on %s', async (dateOfBirth) => {
    expect(await refusalOf(update({ dateOfBirth }))).toMatchObject({ code: 'INVALID_REQUEST' });
    expect(await get()).toEqual(EMPTY);
  });

  it('loses nothing in concurrent changes', async () => {
    await Promise.all([update({ heightCm: 168 }), update({ weightKg: 64.5 }), update({ injuries: ['Left knee'] })]);
    expect(await get()).toMatchObject({ heightCm: 168, weightKg: 64.5, injuries: ['Left knee'] });
  });

  it('changes no profile in a dry run', async () => {
    expect((await update({ heightCm: 168 }, { dryRun: true })).heightCm).toBe(168);
    expect(await get()).toEqual(EMPTY);
  });

  it('closes a profile with the account', async () => {
    await world.useCases.updateUser(world.partner(), { id: ana.id, active: false });
    expect((await refusalOf(get())).code).toBe('SESSION_INVALID');
    expect((await refusalOf(update({ heightCm: 168 }))).code).toBe('SESSION_INVALID');
  });
});
