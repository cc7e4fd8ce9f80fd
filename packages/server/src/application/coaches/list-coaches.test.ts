import { describe, expect, it } from 'vitest';
import { ANA, createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

const named = async (world: World, names: readonly string[], more: object = {}) => {
  for (const name of names) await givenCoach(world, { name, ...more });
};

const pagesOf = async (world: World, limit: number) => {
  const pages: string[][] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { data, meta } = await world.useCases.listCoaches(world.visitor(), { limit, ...(cursor ? { cursor } : {}) });
    pages.push(data.map(({ name }) => name));
    cursor = meta.nextCursor;
  }
  return pages;
};

describe('the list of coaches', () => {
  it('sorts coaches by name, without case and accents', async () => {
    const world = createWorld();
    await named(world, ['zoe', 'Émile', 'Adam', 'eva']);
    expect(await pagesOf(world, 20)).toEqual([['Adam', 'Émile', 'eva', 'zoe']]);
  });

  it.each([1, 2, 3, 4, 5])(
    'returns coaches in pages of %i, without gaps and repetitions, though names repeat',
    async (limit) => {
      const world = createWorld();
      await named(world, ['Ben', 'Ben', 'Ada', 'Ben', 'Cleo']);
      const pages = await pagesOf(world, limit);
      expect(pages.flat()).toEqual(['Ada', 'Ben', 'Ben', 'Ben', 'Cleo']);
      expect(pages).toHaveLength(Math.ceil(5 / limit));
    },
  );

  it('returns the total', async () => {
    const world = createWorld();
    await named(world, ['Ada', 'Ben', 'Cleo']);
    expect((await world.useCases.listCoaches(world.visitor(), { limit: 2 })).meta.total).toBe(3);
  });

  it('lists only active coaches of the own partner and mode', async () => {
    const world = createWorld();
    await named(world, ['Ada']);
    await named(world, ['Ben'], { active: false });
    const { caller } = world.visitor();
    const strangers = world.visitor({ caller: { ...caller, partnerId: 'b'.repeat(24) } });
    expect((await world.useCases.listCoaches(world.visitor(), {})).data.map(({ name }) => name)).toEqual(['Ada']);
    expect((await world.useCases.listCoaches(strangers, {})).data).toEqual([]);
  });

  it('returns inactive ones to the partner’s side, and to no other', async () => {
    const world = createWorld();
    await named(world, ['Ada']);
    await named(world, ['Ben'], { active: false });
    const { data } = await world.useCases.listCoaches(world.partner(), { active: 'false' });
    expect(data.map(({ name }) => name)).toEqual(['Ben']);
    for (const context of [world.visitor(), world.person({ userId: 'u', role: 'coach', coachId: 'c' })])
      expect((await refusalOf(world.useCases.listCoaches(context, { active: 'false' }))).code).toBe(
        'NOT_PERMITTED_FIELD',
      );
  });

  it('filters coaches by a specialty', async () => {
    const world = createWorld();
    await named(world, ['Ada'], { specialties: ['HIIT', 'Rowing'] });
    await named(world, ['Ben'], { specialties: ['Yoga'] });
    const { data, meta } = await world.useCases.listCoaches(world.visitor(), { specialty: 'hiit' });
    expect(data.map(({ name }) => name)).toEqual(['Ada']);
    expect(meta.total).toBe(1);
  });

  it('returns how many places of each are taken', async () => {
    const world = createWorld();
    const { id, serviceId } = await givenCoach(world, { capacity: 10 });
    await world.useCases.createBooking(world.visitor(), {
      coachId: id,
      serviceId: serviceId!,
      start: '2026-04-14T09:00:00Z',
      attendee: ANA,
    });
    const { data } = await world.useCases.listCoaches(world.visitor(), {});
    expect(data[0]!.capacity).toEqual({ total: 10, booked: 1, available: 9 });
  });

  it('refuses a made-up cursor', async () => {
    const world = createWorld();
    const refusal = await refusalOf(world.useCases.listCoaches(world.visitor(), { cursor: 'made-up' }));
    expect(refusal).toMatchObject({ code: 'INVALID_REQUEST', details: { problems: [{ path: 'cursor' }] } });
  });
});
