import { describe, expect, it } from 'vitest';
import type { Context } from '../kernel/context.ts';
import type { GuestCapsSet } from '../../domain/guest/guest-caps.ts';
import {
  ANA,
  createWorld,
  everyDay,
  givenCoach,
  PARTNER,
  refusalOf,
  type World,
} from '../../../test/application/world.ts';

const HOUR = 3_600_000;
const DATE = '2026-04-14';
/** `9.5` is half past nine of a date. */
const at = (hour: number, date = DATE): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + hour * HOUR).toISOString().replace('.000', '');

const FIT = { slug: 'fit', name: 'Fit', allowedOrigins: [], hosts: [], keys: [], branding: {}, limits: {} };
const LIVE = { mode: 'live' as const };
const live = (context: Context, address = '203.0.113.7'): Context => ({
  ...context,
  caller: { ...context.caller, ...LIVE, address },
});

/** A partner, and a coach of it in live mode. */
const given = async (coach: Parameters<typeof givenCoach>[1] = {}, guestCaps: GuestCapsSet | null = null) => {
  const world = createWorld();
  await world.deps.partners.insert({
    id: PARTNER,
    ...FIT,
    ...(guestCaps && { guestCaps: { live: guestCaps } }),
    version: 1,
  });
  const livePartner = () => live(world.partner());
  const liveWorld: World = { ...world, partner: livePartner };
  const { coachId, serviceId } = await givenCoach(liveWorld, coach);
  const wanted = { coachId, serviceId: serviceId! };
  const visitor = (address?: string, more: Partial<Context> = {}) => live(world.visitor(more), address);
  const client = async (n: number, emailVerified = false, address?: string) => {
    const { data } = await world.useCases.createUser(livePartner(), {
      name: `C ${n}`,
      email: `c${n}@x.example`,
      role: 'client',
    });
    world.state.users.set(data.id, { ...world.state.users.get(data.id)!, emailVerified });
    return live(world.person({ userId: data.id, role: 'client', sessionId: 's' }), address);
  };
  const hold = async (context: Context, start: string) =>
    (await world.useCases.createHold(context, { ...wanted, start })).data;
  const book = async (context: Context, start: string, email = 'ana@example.com', more: object = {}) =>
    (await world.useCases.createBooking(context, { ...wanted, start, attendee: { ...ANA, email }, ...more })).data;
  const free = async (from = DATE, to = from) =>
    (await world.useCases.listSlots(visitor('198.51.100.200'), { coach: coachId, from, to })).data.slots.map(
      ({ start }) => start,
    );
  const cap = (caps: GuestCapsSet | null) => world.useCases.updatePartner(livePartner(), { guestCaps: caps });
  return { world, coachId, livePartner, visitor, client, hold, book, free, cap };
};

const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: { code: string }) => error.code,
  );

describe('R5 in live mode a visitor', () => {
  it('keeps two holds with a coach: a third replaces the oldest, whose time is free at once', async () => {
    const { visitor, hold, free } = await given({ schedule: { workingHours: everyDay('00:00', '24:00') } });
    for (const hour of [9, 12, 15]) await hold(visitor(), at(hour));
    const left = await free();
    expect([9, 12, 15].map((hour) => left.includes(at(hour)))).toEqual([true, false, false]);
  });

  it('gets another hold where one was released or booked', async () => {
    const { world, visitor, hold, book, free } = await given({
      schedule: { workingHours: everyDay('00:00', '24:00') },
    });
    const [first, second] = [await hold(visitor(), at(9)), await hold(visitor(), at(12))];
    await world.useCases.releaseHold(visitor(), { id: first.id, holdToken: first.holdToken });
    await book(visitor(), at(12), 'ana@example.com', { holdToken: second.holdToken });
    await world.drain();
    for (const hour of [15, 18]) await hold(visitor(), at(hour));
    expect((await free()).filter((start) => [at(15), at(18)].includes(start))).toEqual([]);
  });

  it('extends a hold, which counts until it expires', async () => {
    const { world, visitor, hold } = await given();
    const { id, holdToken } = await hold(visitor(), at(9));
    await world.useCases.extendHold(visitor(), { id, holdToken });
    world.passTime(6 * 60_000);
    expect(await codeOf(hold(visitor('198.51.100.1'), at(12)))).toBe('HOLD_LIMIT');
    world.passTime(5 * 60_000);
    expect(await codeOf(hold(visitor('198.51.100.1'), at(12)))).toBe('ok');
  });

  it('finds at least half of the free places, whatever others hold', async () => {
    const { visitor, hold, book } = await given({
      capacity: 5,
      schedule: { workingHours: everyDay('00:00', '24:00') },
    });
    await book(visitor('198.51.100.1'), at(1));
    for (const n of [2, 3]) await hold(visitor(`198.51.100.${n}`), at(6 * n));
    const refusal = await refusalOf(hold(visitor('198.51.100.4'), at(9)));
    expect([refusal.code, refusal.retryAfter]).toEqual(['HOLD_LIMIT', 300]);
    expect(await codeOf(book(visitor('198.51.100.4'), at(9)))).toBe('ok');
  });

  it('learns in a dry run what would be', async () => {
    const { world, visitor, hold } = await given();
    await hold(visitor('198.51.100.1'), at(9));
    const before = structuredClone(world.state);
    expect(await codeOf(hold(visitor('198.51.100.2', { dryRun: true }), at(12)))).toBe('HOLD_LIMIT');
    expect(await codeOf(hold(visitor('198.51.100.1', { dryRun: true }), at(12)))).toBe('ok');
    expect(world.state).toEqual(before);
  });

  it('leaves nothing behind when the hold is refused', async () => {
    const { visitor, hold, free } = await given();
    await hold(visitor('198.51.100.1'), at(9));
    await refusalOf(hold(visitor('198.51.100.2'), at(12)));
    expect(await free()).toContain(at(12));
  });
});

describe('S7 (b) holding a coach', () => {
  const MONTH = Array.from({ length: 31 }, (_, day) =>
    new Date(Date.parse('2026-04-14') + day * 24 * HOUR).toISOString().slice(0, 10),
  );
  const grab = async (contexts: readonly Context[], hold: (context: Context, start: string) => Promise<unknown>) => {
    let turn = 0;
    for (const date of MONTH)
      for (let hour = 9; hour < 17; hour += 1.5)
        await codeOf(hold(contexts[turn++ % contexts.length]!, at(hour, date)));
  };

  it('holds two times, not a month, for 8 accounts of one address', async () => {
    const { client, hold, free } = await given();
    const before = await free(MONTH[0], MONTH.at(-1));
    const clients = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => client(n)));
    await grab(clients, hold);
    // Each hold of an hour keeps two more starts from a session of an hour.
    expect(before.length - (await free(MONTH[0], MONTH.at(-1))).length).toBeLessThanOrEqual(2 * 3);
  });

  it('leaves most of each date to others when 80 accounts of 80 addresses hold times', async () => {
    const { client, hold, free } = await given();
    const clients = await Promise.all(Array.from({ length: 80 }, (_, n) => client(n, false, `198.51.100.${n}`)));
    await grab(clients, hold);
    for (const date of MONTH) expect((await free(date)).length).toBeGreaterThanOrEqual(15 - 3);
  });
});

describe('S7 (a) filling a coach’s calendar', () => {
  it('stops 28 made-up e-mails from one address at ten bookings, and returns when to continue', async () => {
    const { world, visitor, book } = await given({ capacity: 30 });
    const codes: string[] = [];
    for (let n = 0; n < 28; n++)
      codes.push(
        await codeOf(book(visitor(), at(9 + (n % 8), `2026-04-${15 + Math.floor(n / 8)}`), `made-up-${n}@x.example`)),
      );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(10);
    expect(new Set(codes.slice(10))).toEqual(new Set(['BOOKING_LIMIT']));
    world.passTime(HOUR);
    const refusal = await refusalOf(book(visitor(), at(9, '2026-04-20'), 'made-up@x.example'));
    expect(refusal.retryAfter).toBe(23 * 3600);
    world.passTime(23 * HOUR + 1);
    expect(await codeOf(book(visitor(), at(9, '2026-04-20'), 'made-up@x.example'))).toBe('ok');
  });

  it('stops concurrent requests at ten bookings too', async () => {
    const { visitor, book } = await given();
    const inputs = Array.from({ length: 28 }, (_, n) =>
      book(visitor(), at(9 + (n % 8), `2026-04-${15 + Math.floor(n / 8)}`), `made-up-${n}@x.example`),
    );
    expect((await Promise.all(inputs.map(codeOf))).filter((code) => code === 'ok').length).toBeLessThanOrEqual(10);
  });

  it('leaves nothing when it is refused: time and place are free, and no lead is left', async () => {
    const { world, visitor, book, free } = await given({ capacity: 5 }, { bookingsPerAddress: 1 });
    await book(visitor(), at(9));
    expect(await codeOf(book(visitor(), at(12), 'second@x.example'))).toBe('BOOKING_LIMIT');
    await world.drain();
    expect(await free()).toContain(at(12));
    expect([...world.state.leads.values()].map(({ emailKey }) => emailKey)).toEqual(['ana@example.com']);
    expect(world.state.ledgers.get([...world.state.heads.keys()][0] + ':places')?.claims).toHaveLength(1);
  });

  it('counts the bookings of accounts of one address together', async () => {
    const { client, visitor, book } = await given({}, { bookingsPerAddress: 2 });
    const accounts = [await client(1), await client(2)];
    for (const [n, account] of accounts.entries()) await book(account, at(9 + n), '', { attendee: undefined });
    expect(await codeOf(book(visitor(), at(12)))).toBe('BOOKING_LIMIT');
  });

  it('stops an unproven e-mail at three future bookings; cancelled and past ones do not count', async () => {
    const { world, visitor, livePartner, book } = await given();
    const from = (n: number) => visitor(`198.51.100.${n}`);
    const made = [await book(from(1), at(9)), await book(from(2), at(11)), await book(from(3), at(13))];
    expect(await codeOf(book(from(4), at(15), ' ANA@example.com '))).toBe('EMAIL_LIMIT');
    expect(await codeOf(book(from(4), at(15), 'other@x.example'))).toBe('ok');
    await world.useCases.cancelBooking(livePartner(), { id: made[0]!.id });
    expect(await codeOf(book(from(5), at(9, '2026-04-15')))).toBe('ok');
    expect(await codeOf(book(from(6), at(11, '2026-04-15')))).toBe('EMAIL_LIMIT');
    world.passTime(27 * HOUR);
    expect(await codeOf(book(from(6), at(15, '2026-04-15')))).toBe('ok');
  });

  it('reveals nothing in a dry run about another’s bookings with the e-mail', async () => {
    const { visitor, book } = await given({}, { bookingsPerEmail: 1 });
    await book(visitor(), at(9));
    expect(await codeOf(book(visitor('198.51.100.1', { dryRun: true }), at(12)))).toBe('ok');
  });

  it('counts an account by its e-mail until that is proven', async () => {
    const { client, book } = await given({}, { bookingsPerEmail: 1 });
    const [unproven, proven] = [await client(1), await client(2, true)];
    const code = (context: Context, hour: number) => codeOf(book(context, at(hour), '', { attendee: undefined }));
    expect([await code(unproven, 9), await code(unproven, 10), await code(proven, 11), await code(proven, 12)]).toEqual(
      ['ok', 'EMAIL_LIMIT', 'ok', 'ok'],
    );
  });
});

describe('R13 the caps do not count', () => {
  it('exempts the coach side and a partner’s server from the caps', async () => {
    const { livePartner, book, hold } = await given(
      {},
      { bookingsPerEmail: 1, bookingsPerAddress: 1, holdsPerAddress: 1 },
    );
    for (const hour of [9, 11, 13]) await book(livePartner(), at(hour));
    for (const hour of [9, 11, 13]) await hold(livePartner(), at(hour, '2026-04-15'));
  });

  it('exempts a partner’s server that names no visitor, and counts a named visitor', async () => {
    const { livePartner, book } = await given({}, { bookingsPerAddress: 1 });
    const server = livePartner();
    const named = (address: string): Context => ({
      ...server,
      caller: { ...server.caller, kind: 'secret', namesVisitor: true, address },
    });
    await book(named('198.51.100.1'), at(9), 'a@x.example');
    expect(await codeOf(book(named('198.51.100.1'), at(11), 'b@x.example'))).toBe('BOOKING_LIMIT');
    await book(named('198.51.100.2'), at(11), 'b@x.example');
  });

  it('applies no caps in test mode, until the partner sets something there', async () => {
    const world = createWorld();
    await world.deps.partners.insert({ id: PARTNER, ...FIT, version: 1 });
    const { coachId, serviceId } = await givenCoach(world);
    const book = (hour: number) =>
      codeOf(
        world.useCases.createBooking(world.visitor(), {
          coachId,
          serviceId: serviceId!,
          start: at(hour),
          attendee: ANA,
        }),
      );
    for (const hour of [9, 10, 11, 12]) expect(await book(hour)).toBe('ok');
    expect(world.state.visits.size).toBe(0);
    await world.useCases.updatePartner(world.partner(), { guestCaps: { bookingsPerEmail: 4 } });
    world.passTime(4000);
    expect(await book(13)).toBe('EMAIL_LIMIT');
  });
});

describe('a partner', () => {
  it('sets other caps, removes them, and resets them to the server’s, in its own mode', async () => {
    const { world, cap, livePartner } = await given();
    expect((await cap({ bookingsPerEmail: 5, bookingsPerAddress: null })).data.guestCaps).toEqual({
      bookingsPerEmail: 5,
      bookingsPerAddress: null,
      holdsPerAddress: 2,
    });
    expect((await world.useCases.getPartner(world.partner(), {})).data.guestCaps).toEqual({
      bookingsPerEmail: null,
      bookingsPerAddress: null,
      holdsPerAddress: null,
    });
    await cap({ holdsPerAddress: 4 });
    expect((await world.useCases.getPartner(livePartner(), {})).data.guestCaps).toEqual({
      bookingsPerEmail: 5,
      bookingsPerAddress: null,
      holdsPerAddress: 4,
    });
    expect((await cap(null)).data.guestCaps).toEqual({
      bookingsPerEmail: 3,
      bookingsPerAddress: 10,
      holdsPerAddress: 2,
    });
  });

  it('removes the caps of holds', async () => {
    const { visitor, hold, free } = await given({}, { holdsPerAddress: null });
    for (const hour of [9, 11, 13]) await hold(visitor(), at(hour));
    expect((await free()).filter((start) => [at(9), at(11), at(13)].includes(start))).toEqual([]);
  });
});

it('stores a keyed hash of an address alone, and removes it with the person', async () => {
  const { world, visitor, livePartner, book } = await given();
  await book(visitor('203.0.113.99'), at(9));
  expect(JSON.stringify([...world.state.visits.values()])).not.toContain('203.0.113.99');
  expect(world.state.visits.size).toBe(1);
  await world.useCases.erasePerson(livePartner(), { email: 'ana@example.com' });
  expect(world.state.visits.size).toBe(0);
});
