import { beforeEach, describe, expect, it } from 'vitest';
import { asCoach, asStaff, bookAs, givenClient } from '../../../test/application/given-client.ts';
import { ANA, createWorld, everyDay, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 3, day, hour)).toISOString().replace('.000', '');

describe('listMyBookings', () => {
  let world: World;
  let coaches: Awaited<ReturnType<typeof givenCoach>>[];
  let ana: Awaited<ReturnType<typeof givenClient>>;
  let bo: Awaited<ReturnType<typeof givenClient>>;
  beforeEach(async () => {
    world = createWorld();
    const schedule = { workingHours: everyDay('00:00', '24:00'), slotInterval: 30 };
    coaches = [await givenCoach(world, { schedule }), await givenCoach(world, { name: 'Coach B', schedule })];
    ana = await givenClient(world, { timeZone: 'America/New_York' });
    bo = await givenClient(world, { name: 'Bo Li', email: 'bo@example.com' });
  });
  const list = (input: object = {}, context = ana.me()) => world.useCases.listMyBookings(context, input);
  const idsOf = async (input: object = {}, context = ana.me()) => (await list(input, context)).data.map(({ id }) => id);

  it('returns a client’s own bookings with all coaches, by start', async () => {
    const late = await bookAs(world, ana, coaches[0]!, at(16));
    const early = await bookAs(world, ana, coaches[1]!, at(14));
    const other = await bookAs(world, bo, coaches[0]!, at(15));
    const { data, meta } = await list();
    expect([data.map(({ id }) => id), meta]).toEqual([[early.id, late.id], { nextCursor: null, total: 2 }]);
    expect(await idsOf({}, bo.me())).toEqual([other.id]);
  });

  it('returns a coach’s bookings to the coach and the staff', async () => {
    const own = await bookAs(world, ana, coaches[0]!, at(14));
    await bookAs(world, ana, coaches[1]!, at(15));
    for (const context of [asCoach(world, coaches[0]!), asStaff(world, coaches[0]!)]) {
      const { data, meta } = await list({}, context);
      expect([data.map(({ id }) => id), meta.total]).toEqual([[own.id], 1]);
    }
  });

  it('leaves out a guest’s bookings with the same address', async () => {
    const input = { coachId: coaches[0]!.coachId, serviceId: coaches[0]!.serviceId!, start: at(14), attendee: ANA };
    await world.useCases.createBooking(world.visitor(), input);
    expect(await idsOf()).toEqual([]);
  });

  it('returns them page by page, in either order, and rejects cursors of other filters and persons', async () => {
    const ids: string[] = [];
    for (const day of [14, 15, 16]) ids.push((await bookAs(world, ana, coaches[0]!, at(day))).id);
    await bookAs(world, bo, coaches[0]!, at(20));
    const first = await list({ limit: 2, order: 'desc' });
    expect([first.data.map(({ id }) => id), first.meta.total]).toEqual([[ids[2], ids[1]], 3]);
    const cursor = first.meta.nextCursor!;
    expect(await idsOf({ limit: 2, order: 'desc', cursor })).toEqual([ids[0]]);
    for (const asked of [
      list({ cursor }),
      list({ order: 'desc', status: 'confirmed', cursor }),
      list({ order: 'desc', cursor }, bo.me()),
    ])
      expect((await refusalOf(asked)).code).toBe('INVALID_REQUEST');
  });

  it('filters by a range of the client’s dates, independent of the coach’s zone', async () => {
    const inside = await bookAs(world, ana, coaches[0]!, at(15, 4));
    const before = await bookAs(world, ana, coaches[0]!, at(15, 3));
    expect(await idsOf({ from: '2026-04-15', to: '2026-04-15' })).toEqual([inside.id]);
    expect(await idsOf({ to: '2026-04-14' })).toEqual([before.id]);
    expect(await idsOf({ from: '2026-04-15', to: '2026-04-15' }, asCoach(world, coaches[0]!))).toEqual([
      before.id,
      inside.id,
    ]);
  });

  it('filters by statuses', async () => {
    const { id } = await bookAs(world, ana, coaches[0]!, at(14));
    const active = await bookAs(world, ana, coaches[0]!, at(15));
    await world.useCases.cancelBooking(ana.me(), { id });
    expect(await idsOf({ status: 'cancelled' })).toEqual([id]);
    expect(await idsOf({ status: 'scheduled,confirmed' })).toEqual([active.id]);
  });

  it('api 4 lists bookings with a place and no time first, or alone', async () => {
    const timed = await bookAs(world, ana, coaches[0]!, at(14));
    await world.useCases.updateCoach(world.partner(), { coach: coaches[0]!.coachId, capacity: 5 });
    const { data } = await world.useCases.createBooking(ana.me(), { coachId: coaches[0]!.coachId, placeNumber: 3 });
    expect(await idsOf()).toEqual([data.id, timed.id]);
    expect([await idsOf({ timeless: 'false' }), await idsOf({ timeless: 'true' })]).toEqual([[timed.id], [data.id]]);
  });

  it.each([
    ['INVALID_REQUEST', { status: 'gone' }],
    ['INVALID_REQUEST', { timeless: 'true', from: '2026-04-14' }],
    ['INVALID_REQUEST', { cursor: 'abc' }],
    ['RANGE_INVALID', { from: '2026-04-15', to: '2026-04-14' }],
  ])('refuses %s for %j', async (code, input) => expect((await refusalOf(list(input))).code).toBe(code));
});
