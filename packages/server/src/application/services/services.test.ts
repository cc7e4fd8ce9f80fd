import { describe, expect, it } from 'vitest';
import { MAX_SERVICES } from '../../domain/coach/coach.ts';
import { ANA, createWorld, givenCoach, refusalOf } from '../../../test/application/world.ts';

const given = async () => {
  const world = createWorld();
  const { id: coach, serviceId } = await givenCoach(world);
  const slugs = async () =>
    (await world.useCases.listServices(world.visitor(), { coach })).data.map(({ slug }) => slug);
  return { world, coach, first: serviceId!, slugs };
};

describe('createService', () => {
  it('adds a service after the others, with a slug of its title', async () => {
    const { world, coach, slugs } = await given();
    const { data } = await world.useCases.createService(world.partner(), {
      coach,
      title: 'Rowing & more',
      duration: 45,
      bufferAfter: 10,
    });
    expect(data).toEqual({
      id: data.id,
      slug: 'rowing-more',
      title: 'Rowing & more',
      duration: 45,
      bufferAfter: 10,
      locationKind: 'online',
    });
    expect(await slugs()).toEqual(['strength-session', 'rowing-more']);
  });

  it('adds one for any number of requests with one idempotency key', async () => {
    const { world, coach, slugs } = await given();
    const create = () =>
      world.useCases.createService(world.partner({ idempotencyKey: 'key-0001' }), {
        coach,
        title: 'Rowing',
        duration: 45,
      });
    const [first, second] = await Promise.all([create(), create()]);
    expect(second).toEqual(first);
    expect(await slugs()).toEqual(['strength-session', 'rowing']);
  });

  it('does not restore a deleted service by a late retry', async () => {
    const { world, coach, slugs } = await given();
    const create = () =>
      world.useCases.createService(world.partner({ idempotencyKey: 'key-0001' }), {
        coach,
        title: 'Rowing',
        duration: 45,
      });
    const { data } = await create();
    await world.useCases.deleteService(world.partner(), { coach, id: data.id });
    expect((await create()).data.id).toBe(data.id);
    expect(await slugs()).toEqual(['strength-session']);
  });

  it('refuses a slug in use, and too many services', async () => {
    const { world, coach } = await given();
    const create = (more: object = {}) =>
      world.useCases.createService(world.partner(), { coach, title: 'Rowing', duration: 45, ...more });
    expect((await refusalOf(create({ slug: 'strength-session' }))).code).toBe('SLUG_TAKEN');
    for (let n = 1; n < MAX_SERVICES; n++) await create();
    expect((await refusalOf(create())).code).toBe('INVALID_REQUEST');
  });

  it('adds nothing in a dry run', async () => {
    const { world, coach, slugs } = await given();
    await world.useCases.createService(world.partner({ dryRun: true }), { coach, title: 'Rowing', duration: 45 });
    expect(await slugs()).toEqual(['strength-session']);
  });
});

describe('updateService', () => {
  it('changes the given fields, and keeps the place in the order', async () => {
    const { world, coach, first, slugs } = await given();
    await world.useCases.createService(world.partner(), { coach, title: 'Rowing', duration: 45 });
    const change = { coach, id: first, slug: 'strong', price: { amount: 8000, currency: 'USD' } };
    const { data } = await world.useCases.updateService(world.partner(), change);
    expect(data).toMatchObject({
      title: 'Strength session',
      duration: 60,
      slug: 'strong',
      price: { amount: 8000, currency: 'USD' },
    });
    expect(await slugs()).toEqual(['strong', 'rowing']);
  });

  it('accepts the service’s own slug, but not another’s', async () => {
    const { world, coach, first } = await given();
    await world.useCases.createService(world.partner(), { coach, title: 'Rowing', duration: 45 });
    const { data } = await world.useCases.updateService(world.partner(), {
      coach,
      id: first,
      slug: 'strength-session',
    });
    expect(data.slug).toBe('strength-session');
    const refusal = await refusalOf(
      world.useCases.updateService(world.partner(), { coach, id: first, slug: 'rowing' }),
    );
    expect(refusal.code).toBe('SLUG_TAKEN');
  });

  it('V14 takes the price away by null, and gives a booking of the service none', async () => {
    const { world, coach, first } = await given();
    const update = (fields: object) => world.useCases.updateService(world.partner(), { coach, id: first, ...fields });
    expect((await update({ title: 'Strength' })).data.price).toEqual({ amount: 7500, currency: 'EUR' });
    expect((await update({ price: null })).data).not.toHaveProperty('price');
    const booked = await world.useCases.createBooking(world.visitor(), {
      coachId: coach,
      serviceId: first,
      start: '2026-04-14T13:00:00Z',
      attendee: { name: 'Ana Diaz', email: 'ana@example.com' },
    });
    expect(booked.data).not.toHaveProperty('price');
    expect((await update({ price: { amount: 0, currency: 'EUR' } })).data.price).toEqual({
      amount: 0,
      currency: 'EUR',
    });
  });

  it('leaves price and length of existing bookings', async () => {
    const { world, coach, first } = await given();
    const start = '2026-04-14T09:00:00Z';
    const booked = await world.useCases.createBooking(world.visitor(), {
      coachId: coach,
      serviceId: first,
      start,
      attendee: ANA,
    });
    await world.useCases.updateService(world.partner(), {
      coach,
      id: first,
      duration: 30,
      price: { amount: 1, currency: 'EUR' },
    });
    const { data } = await world.useCases.getBooking(world.partner(), { id: booked.data.id });
    expect(data).toMatchObject({ duration: 60, price: { amount: 7500 } });
  });
});

const GYM = { name: 'Harbour Gym', address: '12 Pier Street, Boston', hint: 'Ring at the blue door.' };
const HALL = { address: '1 Hall Road, Boston' };

describe('the place of a service', () => {
  const givenGym = async () => {
    const setting = await given();
    const { world, coach } = setting;
    const fields = { title: 'Boxing', duration: 60, locationKind: 'in_person', place: GYM } as const;
    const { data } = await world.useCases.createService(world.partner(), { coach, ...fields });
    const update = (change: object) => world.useCases.updateService(world.partner(), { coach, id: data.id, ...change });
    return { ...setting, created: data, update };
  };

  it('stores a place in one form, each part on one line', async () => {
    const { created, update } = await givenGym();
    expect(created.place).toEqual(GYM);
    const typed = { name: '  Harbour\n Gym ', address: '12 Pier Street,\r\nBoston\u200e' };
    expect((await update({ place: typed })).data.place).toEqual({
      name: 'Harbour Gym',
      address: '12 Pier Street, Boston',
    });
  });

  it('removes a place by null, and by going online, and keeps it with every other change', async () => {
    const { update } = await givenGym();
    expect((await update({ title: 'Boxing for two' })).data.place).toEqual(GYM);
    expect((await update({ place: null })).data).not.toHaveProperty('place');
    expect((await update({ place: HALL })).data.place).toEqual(HALL);
    expect((await update({ locationKind: 'online' })).data).not.toHaveProperty('place');
    expect((await update({ locationKind: 'in_person' })).data).not.toHaveProperty('place');
  });

  it('refuses a place for a service online, and with a blank part', async () => {
    const { world, coach, first, update } = await givenGym();
    const online = { coach, title: 'Talk', duration: 30, locationKind: 'online', place: GYM } as const;
    const tries = [
      world.useCases.createService(world.partner(), online),
      world.useCases.createService(world.partner(), { coach, title: 'Talk', duration: 30, place: GYM }),
      world.useCases.updateService(world.partner(), { coach, id: first, locationKind: 'online', place: GYM }),
    ];
    for (const refused of tries)
      expect((await refusalOf(refused)).details).toMatchObject({ problems: [{ path: 'place' }] });
    const blank = await refusalOf(update({ place: { address: '\u200b' } }));
    expect(blank.details).toMatchObject({ problems: [{ path: 'place.address', message: 'Must not be blank.' }] });
  });

  it('copies a place into a booking, which keeps it when the service gets another', async () => {
    const { world, coach, created, update } = await givenGym();
    const book = (start: string) =>
      world.useCases.createBooking(world.visitor(), { coachId: coach, serviceId: created.id, start, attendee: ANA });
    const first = (await book('2026-04-14T13:00:00Z')).data;
    expect(first.place).toEqual(GYM);
    await update({ place: HALL });
    expect((await book('2026-04-15T13:00:00Z')).data.place).toEqual(HALL);
    expect((await world.useCases.getBooking(world.partner(), { id: first.id })).data.place).toEqual(GYM);
    const moved = { id: first.id, start: '2026-04-16T13:00:00Z' };
    expect((await world.useCases.rescheduleBooking(world.partner(), moved)).data.place).toEqual(GYM);
  });
});

it('keeps what to bring on one line, shows it to visitors, and takes it away by null', async () => {
  const { world, coach, first: id } = await given();
  const update = (fields: object) => world.useCases.updateService(world.partner(), { coach, id, ...fields });
  await update({ whatToBring: ' Towel,\n water ' });
  await update({ title: 'Strength' });
  const { data } = await world.useCases.listServices(world.visitor(), { coach });
  expect(data[0]).toMatchObject({ title: 'Strength', whatToBring: 'Towel, water' });
  const refused = await refusalOf(update({ whatToBring: '\u200b' }));
  expect(refused.details?.problems).toMatchObject([{ path: 'whatToBring' }]);
  expect((await update({ whatToBring: null })).data).not.toHaveProperty('whatToBring');
  const made = await world.useCases.createService(world.partner(), {
    coach,
    title: 'Rowing',
    duration: 45,
    whatToBring: 'Gloves',
  });
  expect(made.data.whatToBring).toBe('Gloves');
});

it('R14 returns a service to the partner’s rule once confirming by mail is set to null', async () => {
  const { world, coach, first } = await given();
  const update = (confirmByEmail: boolean | null) =>
    world.useCases.updateService(world.partner(), { coach, id: first, confirmByEmail });
  expect((await update(false)).data.confirmByEmail).toBe(false);
  expect((await update(null)).data).not.toHaveProperty('confirmByEmail');
});

describe('deleteService', () => {
  it('removes a service from the list, from booking and from changes', async () => {
    const { world, coach, first, slugs } = await given();
    const { data } = await world.useCases.deleteService(world.partner(), { coach, id: first });
    expect(data).toEqual({ id: first, removed: true });
    expect(await slugs()).toEqual([]);
    const tries = [
      world.useCases.updateService(world.partner(), { coach, id: first, title: 'Back' }),
      world.useCases.deleteService(world.partner(), { coach, id: first }),
      world.useCases.createBooking(world.visitor(), {
        coachId: coach,
        serviceId: first,
        start: '2026-04-14T09:00:00Z',
        attendee: ANA,
      }),
    ];
    for (const refused of tries) expect((await refusalOf(refused)).code).toBe('SERVICE_NOT_FOUND');
  });

  it('frees the slug for a new one', async () => {
    const { world, coach, first } = await given();
    await world.useCases.deleteService(world.partner(), { coach, id: first });
    const { data } = await world.useCases.createService(world.partner(), {
      coach,
      title: 'Strength session',
      duration: 30,
    });
    expect(data.slug).toBe('strength-session');
  });

  it('drops it once many others were deleted after it', async () => {
    const { world, coach, first } = await given();
    await world.useCases.deleteService(world.partner(), { coach, id: first });
    for (let n = 0; n < MAX_SERVICES; n++) {
      world.passTime(1000);
      const { data } = await world.useCases.createService(world.partner(), { coach, title: 'Rowing', duration: 45 });
      await world.useCases.deleteService(world.partner(), { coach, id: data.id });
    }
    const { services } = world.state.heads.get(coach)!;
    expect(services).toHaveLength(MAX_SERVICES);
    expect(services.some(({ id }) => id === first)).toBe(false);
  });

  it('changes nothing in a dry run', async () => {
    const { world, coach, first, slugs } = await given();
    await world.useCases.deleteService(world.partner({ dryRun: true }), { coach, id: first });
    expect(await slugs()).toEqual(['strength-session']);
  });
});
