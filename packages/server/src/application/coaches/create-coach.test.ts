import { describe, expect, it } from 'vitest';
import type { Mode } from '../kernel/context.ts';
import type { Refusal } from '../kernel/refusal.ts';
import {
  createWorld,
  everyDay,
  givenCoach,
  NOW,
  PARTNER,
  refusalOf,
  type World,
} from '../../../test/application/world.ts';

const BARE = { name: 'Zoë O’Neill', timeZone: 'Europe/Berlin' };

describe('createCoach', () => {
  it('fills in a default for every absent field', async () => {
    const world = createWorld();
    const { data } = await world.useCases.createCoach(world.partner(), BARE);
    expect(data).toEqual({
      id: data.id,
      slug: 'zoe-o-neill',
      name: 'Zoë O’Neill',
      photo: null,
      bio: '',
      strengths: [],
      specialties: [],
      experience: 0,
      certifications: [],
      autoConfirm: true,
      capacity: { total: null, booked: 0, available: null },
      active: true,
      timeZone: 'Europe/Berlin',
      services: [],
    });
    const { data: schedule } = await world.useCases.getSchedule(world.partner(), { coach: data.id });
    expect(schedule).toMatchObject({
      timeZone: 'Europe/Berlin',
      workingHours: [],
      slotInterval: 30,
      bookingWindow: 60,
      version: 1,
    });
  });

  it('creates the coach for the partner and the mode of the key alone', async () => {
    const world = createWorld();
    const { data } = await world.useCases.createCoach(world.partner(), BARE);
    const { caller } = world.partner();
    const others = [
      { ...caller, mode: 'live' as const },
      { ...caller, partnerId: 'b'.repeat(24) },
    ];
    for (const other of others) {
      const refusal = await refusalOf(world.useCases.getCoach(world.partner({ caller: other }), { coach: data.slug }));
      expect(refusal.code).toBe('COACH_NOT_FOUND');
    }
    expect(world.state.heads.get(data.id)).toMatchObject({ partnerId: caller.partnerId, mode: 'test', createdAt: NOW });
  });

  it('V14 R29 makes services without a price and online by default', async () => {
    const { services } = await givenCoach(createWorld(), { services: [{ title: ' First call ', duration: 30 }] });
    expect(services).toMatchObject([{ slug: 'first-call', title: 'First call', locationKind: 'online' }]);
    expect(services[0]).not.toHaveProperty('price');
  });
});

describe('slugs', () => {
  it('numbers slugs made of one name', async () => {
    const world = createWorld();
    const coaches = [];
    for (let n = 0; n < 3; n++) coaches.push(await world.useCases.createCoach(world.partner(), BARE));
    expect(coaches.map(({ data }) => data.slug)).toEqual(['zoe-o-neill', 'zoe-o-neill-2', 'zoe-o-neill-3']);
  });

  it('makes different slugs of one name at one moment', async () => {
    const world = createWorld();
    const create = () => world.useCases.createCoach(world.partner(), BARE);
    const coaches = await Promise.all([create(), create(), create()]);
    expect(coaches.map(({ data }) => data.slug).sort()).toEqual(['zoe-o-neill', 'zoe-o-neill-2', 'zoe-o-neill-3']);
  });

  const OTHERS = 'b'.repeat(24);
  /** The server of a partner, by a key of that mode. */
  const serverOf = (world: World, partnerId: string, mode: Mode, dryRun = false) =>
    world.partner({ caller: { ...world.partner().caller, partnerId, mode }, dryRun });

  it('takes a given slug once', async () => {
    const world = createWorld();
    await world.useCases.createCoach(world.partner(), { ...BARE, slug: 'zoe' });
    for (const context of [world.partner(), world.partner({ dryRun: true })]) {
      const refusal = await refusalOf(world.useCases.createCoach(context, { ...BARE, slug: 'zoe' }));
      expect(refusal.code).toBe('SLUG_TAKEN');
    }
  });

  it('S26 keeps slugs of live coaches unique over all partners, of test coaches in their partner', async () => {
    const world = createWorld();
    const create = (partnerId: string, mode: Mode, dryRun = false) =>
      world.useCases.createCoach(serverOf(world, partnerId, mode, dryRun), { ...BARE, slug: 'zoe' }).then(
        () => 'created',
        ({ code }: Refusal) => code,
      );
    expect(await create(PARTNER, 'live')).toBe('created');
    for (const dryRun of [true, false]) {
      expect(await create(OTHERS, 'live', dryRun)).toBe('SLUG_TAKEN');
      expect(await create(OTHERS, 'test', dryRun)).toBe('created');
      expect(await create(PARTNER, 'test', dryRun)).toBe('created');
    }
    for (const partnerId of [PARTNER, OTHERS]) expect(await create(partnerId, 'test')).toBe('SLUG_TAKEN');
  });

  it('S26 numbers slugs by existing ones, and not by those of dry runs', async () => {
    const world = createWorld();
    const create = async (partnerId: string, mode: Mode) =>
      (await world.useCases.createCoach(serverOf(world, partnerId, mode), BARE)).data.slug;
    expect([await create(OTHERS, 'test'), await create(OTHERS, 'test')]).toEqual(['zoe-o-neill', 'zoe-o-neill-2']);
    expect([await create(PARTNER, 'test'), await create(PARTNER, 'live')]).toEqual(['zoe-o-neill', 'zoe-o-neill']);
    expect(await create(OTHERS, 'live')).toBe('zoe-o-neill-2');
  });

  it('S26 leads each key to its own coach, also when this process has seen another’s first', async () => {
    const world = createWorld();
    const keys = [
      [PARTNER, 'test'],
      [PARTNER, 'live'],
      [OTHERS, 'test'],
    ] as const;
    const ids: string[] = [];
    for (const [partnerId, mode] of keys)
      ids.push((await world.useCases.createCoach(serverOf(world, partnerId, mode), { ...BARE, slug: 'zoe' })).data.id);
    const idFor = async (partnerId: string, mode: Mode) =>
      (await world.useCases.getCoach(serverOf(world, partnerId, mode), { coach: 'zoe' })).data.id;
    for (let times = 0; times < 2; times++) {
      const found = [];
      for (const [partnerId, mode] of keys) found.push(await idFor(partnerId, mode));
      expect(found).toEqual(ids);
      const none = world.useCases.getCoach(serverOf(world, OTHERS, 'live'), { coach: 'zoe' });
      expect((await refusalOf(none)).code).toBe('COACH_NOT_FOUND');
    }
  });

  it.each(['a'.repeat(24), 'Zoe', '-zoe', 'zoe--o', 'z'])('refuses the slug %s', async (slug) => {
    const world = createWorld();
    const refusal = await refusalOf(world.useCases.createCoach(world.partner(), { ...BARE, slug }));
    expect(refusal).toMatchObject({ code: 'INVALID_REQUEST', details: { problems: [{ path: 'slug' }] } });
  });

  it('makes words for a name without letters, or one that looks like an id', async () => {
    const world = createWorld();
    const slugs = [];
    for (const name of ['教練', 'abcdefabcdefabcdefabcdef']) {
      slugs.push((await world.useCases.createCoach(world.partner(), { ...BARE, name })).data.slug);
    }
    expect(slugs).toEqual(['coach', 'coach-2']);
  });

  it('makes slugs of services unique, given ones first', async () => {
    const titled = { title: 'Strength', duration: 60 };
    const { services } = await givenCoach(createWorld(), {
      services: [titled, titled, { ...titled, slug: 'strength' }],
    });
    expect(services.map(({ slug }) => slug)).toEqual(['strength-2', 'strength-3', 'strength']);
  });

  it('refuses a slug of services that is given twice', async () => {
    const service = { title: 'Strength', slug: 'strength', duration: 60 };
    expect((await refusalOf(givenCoach(createWorld(), { services: [service, service] }))).code).toBe('SLUG_TAKEN');
  });
});

describe('an invalid request is refused, with the place of the error', () => {
  it.each([
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'timeZone'],
    ['a schedule of another zone', { schedule: { timeZone: 'UTC' } }, 'schedule.timeZone'],
    [
      'hours that end when they start',
      { schedule: { workingHours: everyDay('09:00', '09:00') } },
      'schedule.workingHours[0].end',
    ],
    [
      'no weekday',
      { schedule: { breaks: [{ dayOfWeek: 7, start: '12:00', end: '13:00' }] } },
      'schedule.breaks[0].dayOfWeek',
    ],
  ])('refuses %s, with the place of the error', async (_, wrong, path) => {
    const world = createWorld();
    const refusal = await refusalOf(world.useCases.createCoach(world.partner(), { ...BARE, ...wrong }));
    expect(refusal.code).toBe('SCHEDULE_INVALID');
    expect(refusal.details!.problems![0]!.path).toBe(path);
    expect(world.state.heads.size).toBe(0);
  });

  it('refuses a blank name, of a coach or of a service', async () => {
    const world = createWorld();
    for (const wrong of [{ name: '  ' }, { services: [{ title: ' ', duration: 30 }] }]) {
      const refusal = await refusalOf(world.useCases.createCoach(world.partner(), { ...BARE, ...wrong }));
      expect(refusal.code).toBe('INVALID_REQUEST');
    }
  });

  it('accepts a schedule that names the same zone', async () => {
    const { timeZone } = await givenCoach(createWorld(), {
      timeZone: 'Asia/Tokyo',
      schedule: { timeZone: 'Asia/Tokyo' },
    });
    expect(timeZone).toBe('Asia/Tokyo');
  });
});

describe('a repeated request', () => {
  it('makes one coach of one idempotency key, also concurrently', async () => {
    const world = createWorld();
    const create = () => world.useCases.createCoach(world.partner({ idempotencyKey: 'key-0001' }), BARE);
    const [first, second] = await Promise.all([create(), create()]);
    expect(second.data).toEqual(first.data);
    expect(await create()).toEqual(first);
    expect(world.state.heads.size).toBe(1);
  });

  it('finds the coach of an idempotency key by a given slug', async () => {
    const world = createWorld();
    const create = () =>
      world.useCases.createCoach(world.partner({ idempotencyKey: 'key-0001' }), { ...BARE, slug: 'zoe' });
    expect((await create()).data.id).toBe((await create()).data.id);
  });

  it('refuses one idempotency key with another body', async () => {
    const world = createWorld();
    const context = world.partner({ idempotencyKey: 'key-0001' });
    await world.useCases.createCoach(context, BARE);
    const refusal = await refusalOf(world.useCases.createCoach(context, { ...BARE, name: 'Somebody else' }));
    expect(refusal.code).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('writes nothing in a dry run, and returns what would be', async () => {
    const world = createWorld();
    const { data } = await world.useCases.createCoach(
      world.partner({ dryRun: true, idempotencyKey: 'key-0001' }),
      BARE,
    );
    expect(data.slug).toBe('zoe-o-neill');
    expect(world.state.heads.size + world.state.idempotency.size).toBe(0);
  });
});
