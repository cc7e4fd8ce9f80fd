import { describe, expect, it } from 'vitest';
import { createMemoryState } from '../../adapters/memory/memory-state.ts';
import { createMemoryStores } from '../../adapters/memory/stores.ts';
import { ANA, createWorld, givenCoach, refusalOf } from '../../../test/application/world.ts';

describe('updateCoach', () => {
  it('changes the given fields, and keeps the rest', async () => {
    const world = createWorld();
    const before = await givenCoach(world, { bio: 'Old.', experience: 3, specialties: ['Rowing'] });
    const { data } = await world.useCases.updateCoach(world.partner(), { coach: before.id, bio: 'New.', capacity: 12 });
    const { coachId: _id, serviceId: _service, ...fields } = before;
    expect(data).toEqual({ ...fields, bio: 'New.', capacity: { total: 12, booked: 0, available: 12 } });
  });

  it('removes the limit with a capacity of null', async () => {
    const world = createWorld();
    const { id } = await givenCoach(world, { capacity: 1 });
    const { data } = await world.useCases.updateCoach(world.partner(), { coach: id, capacity: null });
    expect(data.capacity).toEqual({ total: null, booked: 0, available: null });
  });

  it('accepts fewer places than are taken, and keeps the bookings', async () => {
    const world = createWorld();
    const { id, serviceId } = await givenCoach(world, { capacity: 3 });
    for (const start of ['2026-04-14T09:00:00Z', '2026-04-14T10:00:00Z']) {
      await world.useCases.createBooking(world.visitor(), { coachId: id, serviceId: serviceId!, start, attendee: ANA });
    }
    const { data } = await world.useCases.updateCoach(world.partner(), { coach: id, capacity: 1 });
    expect(data.capacity).toEqual({ total: 1, booked: 2, available: 0 });
  });

  it('makes a coach inactive, whom only the coach side still sees', async () => {
    const world = createWorld();
    const { id } = await givenCoach(world);
    await world.useCases.updateCoach(world.partner(), { coach: id, active: false });
    expect((await world.useCases.getCoach(world.partner(), { coach: id })).data.active).toBe(false);
    expect((await refusalOf(world.useCases.getCoach(world.visitor(), { coach: id }))).code).toBe('COACH_NOT_FOUND');
  });

  it('renames the slug and frees the old one', async () => {
    const world = createWorld();
    const { id } = await givenCoach(world, { slug: 'old-name' });
    await world.useCases.updateCoach(world.partner(), { coach: 'old-name', slug: 'new-name' });
    expect((await world.useCases.getCoach(world.visitor(), { coach: 'new-name' })).data.id).toBe(id);
    expect((await refusalOf(world.useCases.getCoach(world.visitor(), { coach: 'old-name' }))).code).toBe(
      'COACH_NOT_FOUND',
    );
    const { id: other } = await givenCoach(world, { slug: 'old-name' });
    expect((await world.useCases.getCoach(world.visitor(), { coach: 'old-name' })).data.id).toBe(other);
  });

  it('refuses a slug that another has, also in a dry run', async () => {
    const world = createWorld();
    await givenCoach(world, { slug: 'taken' });
    const { id } = await givenCoach(world, { slug: 'mine' });
    for (const dryRun of [true, false]) {
      const refusal = await refusalOf(
        world.useCases.updateCoach(world.partner({ dryRun }), { coach: id, slug: 'taken' }),
      );
      expect(refusal.code).toBe('SLUG_TAKEN');
    }
    const { data } = await world.useCases.updateCoach(world.partner({ dryRun: true }), { coach: id, slug: 'mine' });
    expect(data.slug).toBe('mine');
  });

  it('refuses a blank name and an invalid slug', async () => {
    const world = createWorld();
    const { id } = await givenCoach(world);
    for (const wrong of [{ name: ' ' }, { slug: 'A' }]) {
      const refusal = await refusalOf(world.useCases.updateCoach(world.partner(), { coach: id, ...wrong }));
      expect(refusal.code).toBe('INVALID_REQUEST');
    }
  });

  it('changes nothing in a dry run', async () => {
    const world = createWorld();
    const { id } = await givenCoach(world);
    const { data } = await world.useCases.updateCoach(world.partner({ dryRun: true }), { coach: id, name: 'Another' });
    expect(data.name).toBe('Another');
    expect((await world.useCases.getCoach(world.visitor(), { coach: id })).data.name).toBe('Coach A');
  });
});

describe('concurrent writers of one coach', () => {
  it('lets all writers succeed who change different fields', async () => {
    const world = createWorld();
    const { id } = await givenCoach(world);
    await Promise.all([
      world.useCases.updateCoach(world.partner(), { coach: id, bio: 'New.' }),
      world.useCases.updateCoach(world.partner(), { coach: id, experience: 9 }),
      world.useCases.createService(world.partner(), { coach: id, title: 'Rowing', duration: 30 }),
    ]);
    const { data } = await world.useCases.getCoach(world.visitor(), { coach: id });
    expect(data).toMatchObject({ bio: 'New.', experience: 9, services: [{}, { title: 'Rowing' }] });
    expect(world.state.heads.get(id)!.version).toBe(4);
  });

  it('gives up when others are always faster, with the stored version', async () => {
    const stores = createMemoryStores(createMemoryState());
    let calls = 0;
    const coaches = {
      ...stores.coaches,
      replace: async () => {
        calls++;
        return 'stale' as const;
      },
    };
    const world = createWorld({ stores: { ...stores, coaches } });
    const { id } = await givenCoach(world);
    const refusal = await refusalOf(world.useCases.updateCoach(world.partner(), { coach: id, bio: 'New.' }));
    expect(refusal).toMatchObject({ code: 'VERSION_CONFLICT', details: { version: 1 } });
    expect(calls).toBeGreaterThan(2);
  });
});
