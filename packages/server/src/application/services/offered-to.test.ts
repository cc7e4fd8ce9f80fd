import { describe, expect, it } from 'vitest';
import { ANA, createWorld, givenCoach, refusalOf } from '../../../test/application/world.ts';

const given = async () => {
  const world = createWorld();
  const { id: coach, serviceId } = await givenCoach(world);
  const slugs = async (context = world.visitor()) =>
    (await world.useCases.listServices(context, { coach })).data.map(({ slug }) => slug);
  const add = async (title: string) =>
    (await world.useCases.createService(world.partner(), { coach, title, duration: 60 })).data.id;
  const update = (id: string, fields: object) =>
    world.useCases.updateService(world.partner(), { coach, id, ...fields });
  return { world, coach, first: serviceId!, slugs, add, update };
};

describe('a service that is not active', () => {
  it('is offered to the coach side alone', async () => {
    const { world, coach, first, slugs, add, update } = await given();
    await add('Rowing');
    expect((await update(first, { active: false })).data.active).toBe(false);
    expect(await slugs()).toEqual(['rowing']);
    expect(await slugs(world.partner())).toEqual(['strength-session', 'rowing']);
    const seen = await world.useCases.getCoach(world.visitor(), { coach });
    expect(seen.data.services.map(({ slug }) => slug)).toEqual(['rowing']);
    const listed = await world.useCases.listCoaches(world.visitor(), {});
    expect(listed.data[0]!.services.map(({ slug }) => slug)).toEqual(['rowing']);
    const booking = { coachId: coach, serviceId: first, start: '2026-04-14T13:00:00Z', attendee: ANA };
    const tries = [
      world.useCases.createBooking(world.visitor(), booking),
      world.useCases.createHold(world.visitor(), { coachId: coach, serviceId: first, start: booking.start }),
      world.useCases.listSlots(world.visitor(), { coach, from: '2026-04-14', to: '2026-04-15', serviceId: first }),
    ];
    for (const refused of tries) expect((await refusalOf(refused)).code).toBe('SERVICE_NOT_FOUND');
    expect((await world.useCases.createBooking(world.partner(), booking)).data.serviceId).toBe(first);
  });

  it('keeps the bookings that were made, which visitors still move', async () => {
    const { world, coach, first, update } = await given();
    const { data } = await world.useCases.createBooking(world.visitor(), {
      coachId: coach,
      serviceId: first,
      start: '2026-04-14T13:00:00Z',
      attendee: ANA,
    });
    await update(first, { active: false });
    const moved = await world.useCases.rescheduleBooking(world.guest(data.manageToken), {
      id: data.id,
      start: '2026-04-14T15:00:00Z',
    });
    expect(moved.data.start).toBe('2026-04-14T15:00:00Z');
  });

  it('is offered again, in its place', async () => {
    const { first, slugs, add, update } = await given();
    await add('Rowing');
    await update(first, { active: false });
    await update(first, { active: true });
    expect(await slugs()).toEqual(['strength-session', 'rowing']);
  });
});

describe('the order of services', () => {
  it('puts one at a place among those that are offered', async () => {
    const { world, coach, slugs, add, update } = await given();
    const [gone, second, third] = [await add('Gone'), await add('Rowing'), await add('Boxing')];
    await world.useCases.deleteService(world.partner(), { coach, id: gone });
    await update(third, { position: 0 });
    expect(await slugs()).toEqual(['boxing', 'strength-session', 'rowing']);
    await update(third, { position: 1 });
    expect(await slugs()).toEqual(['strength-session', 'boxing', 'rowing']);
    await update(third, { position: 49 });
    expect(await slugs()).toEqual(['strength-session', 'rowing', 'boxing']);
    await update(second, { position: 1, title: 'Rowing' });
    expect(await slugs()).toEqual(['strength-session', 'rowing', 'boxing']);
  });
});

it('takes own buffers and steps away by null', async () => {
  const { first, update } = await given();
  const own = { bufferBefore: 5, bufferAfter: 10, slotInterval: 15 };
  expect((await update(first, own)).data).toMatchObject(own);
  const { data } = await update(first, { bufferBefore: null, bufferAfter: null, slotInterval: null });
  for (const name of Object.keys(own)) expect(data).not.toHaveProperty(name);
});
