import { plus } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import { describe, expect, it } from 'vitest';
import { givenClient } from '../../../test/application/given-client.ts';
import { ANA, createWorld, givenCoach, NOW, refusalOf } from '../../../test/application/world.ts';
import { withFaultPoints } from '../../fault-points.ts';
import { incentiveLedger } from '../../domain/incentive/incentive.ts';
import type { InputOf } from '../kernel/contract.ts';
import { createCore, createUseCases } from '../create-use-cases.ts';
import { sweep } from '../sweep/sweep.ts';
import { createIncentive, type NewIncentive } from './create-incentive.ts';

const at = (time: string, date = '2026-04-14') => `${date}T${time}:00Z`;

const given = async () => {
  const world = createWorld();
  const coach = await givenCoach(world, {
    services: [
      { title: 'Strength session', duration: 60, price: { amount: 7500, currency: 'EUR' } },
      { title: 'Call', duration: 30 },
    ],
  });
  const [session, call] = coach.services;
  const coachId = coach.id;
  const terms = { coachId, kind: 'percent', value: 20, boundTo: ANA.email, expiresAt: plus(NOW, 7 * DAY) } as const;
  const made = async (more: Partial<NewIncentive> = {}) =>
    (await createIncentive(createCore(world.deps), world.partner(), { ...terms, ...more }))!;
  const wanted = (more: Partial<InputOf<'createBooking'>>) => ({
    coachId,
    serviceId: session!.id,
    start: at('09:00'),
    attendee: ANA,
    ...more,
  });
  const book = async (more: Partial<InputOf<'createBooking'>>, context = world.visitor(), useCases = world.useCases) =>
    (await useCases.createBooking(context, wanted(more))).data;
  const check = async (code: string, more: Partial<InputOf<'checkIncentive'>> = {}, context = world.visitor()) =>
    (
      await world.useCases.checkIncentive(context, {
        coach: coachId,
        code,
        serviceId: session!.id,
        email: ANA.email,
        ...more,
      })
    ).data;
  const list = async () => (await world.useCases.listIncentives(world.partner(), { coach: coachId })).data;
  const revoke = (code: string, context = world.partner()) =>
    world.useCases.revokeIncentive(context, { coach: coachId, code });
  const uses = (code: string) => world.state.ledgers.get(incentiveLedger(code))?.claims ?? [];
  const bookings = () => [...world.state.bookings.values()].filter(({ kind }) => kind === 'booking');
  const reasonOf = async (asked: Promise<unknown>) => {
    const { code, details } = await refusalOf(asked);
    return code === 'INCENTIVE_REFUSED' ? details!.incentive : code;
  };
  return { world, coachId, call: call!, made, book, check, list, revoke, uses, bookings, reasonOf };
};

const LOWERED = { list: 7500, discount: 1500 };

describe('a booking with a code', () => {
  it('has the lower price, and where it comes from', async () => {
    const { made, book, list, uses, world } = await given();
    const { id: code } = await made();
    const booking = await book({ incentiveCode: ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} ` });
    expect(booking).toMatchObject({
      price: { amount: 6000, currency: 'EUR' },
      discount: { ...LOWERED, code },
    });
    await world.settleDown();
    expect(uses(code)).toMatchObject([{ owner: { kind: 'booking', id: booking.id }, settled: true, until: null }]);
    expect(await list()).toMatchObject([{ code, state: 'used', bookingId: booking.id, email: ANA.email }]);
  });

  it('shows the price in a dry run, which claims nothing', async () => {
    const { world, made, book, uses, reasonOf } = await given();
    const { id: code } = await made();
    const dry = world.visitor({ dryRun: true });
    expect(await book({ incentiveCode: code }, dry)).toMatchObject({ price: { amount: 6000 }, discount: LOWERED });
    expect(uses(code)).toEqual([]);
    await book({ incentiveCode: code });
    expect(await reasonOf(book({ incentiveCode: code, start: at('11:00') }, dry))).toBe('used');
  });

  it('charges nothing when the amount is higher than the price, and never less', async () => {
    const { made, book } = await given();
    const { id: code } = await made({ kind: 'amount', value: 90_000 });
    expect(await book({ incentiveCode: code })).toMatchObject({
      price: { amount: 0, currency: 'EUR' },
      discount: { list: 7500, discount: 7500, code },
    });
  });

  it('is refused as a whole, and nothing of it is left', async () => {
    const { world, call, made, book, check, bookings, reasonOf } = await given();
    const [mine, other, past, ofCall] = [
      await made(),
      await made({ boundTo: 'bo@example.com' }),
      await made({ expiresAt: NOW }),
      await made(),
    ];
    const cases: readonly (readonly [string, Partial<InputOf<'createBooking'>>, string])[] = [
      ['unknown', {}, 'CDFHJKMN'],
      ['other_person', {}, other.id],
      ['expired', {}, past.id],
      ['no_price', { serviceId: call.id }, ofCall.id],
    ];
    for (const [reason, more, incentiveCode] of cases) {
      expect(await reasonOf(book({ incentiveCode, ...more }))).toBe(reason);
      expect(await reasonOf(check(incentiveCode, more.serviceId ? { serviceId: more.serviceId } : {}))).toBe(reason);
    }
    await book({ incentiveCode: mine.id });
    expect(await reasonOf(book({ incentiveCode: mine.id, start: at('11:00') }))).toBe('used');
    expect(await reasonOf(check(mine.id))).toBe('used');
    await world.settleDown();
    expect(bookings()).toHaveLength(1);
    const owners = [...world.state.ledgers.values()].flatMap(({ claims }) => claims.map(({ owner }) => owner.id));
    expect(new Set(owners)).toEqual(new Set(bookings().map(({ id }) => id)));
  });

  it('is the same booking when it is sent again, although the code is used or over by then', async () => {
    const { world, made, book, bookings } = await given();
    const { id: incentiveCode } = await made({ expiresAt: plus(NOW, HOUR) });
    const visitor = () => world.visitor({ idempotencyKey: 'key-00000001', now: world.deps.realNow() });
    const first = await book({ incentiveCode }, visitor());
    world.passTime(2 * HOUR);
    expect((await book({ incentiveCode }, visitor())).id).toBe(first.id);
    expect(bookings()).toHaveLength(1);
  });

  it('goes to one of many that want one code at once', async () => {
    const { world, made, book, bookings, uses } = await given();
    const { id: incentiveCode } = await made();
    const starts = Array.from({ length: 50 }, (_, n) =>
      at('09:00', new Date(Date.UTC(2026, 3, 15 + n)).toISOString().slice(0, 10)),
    );
    const outcomes = await Promise.allSettled(
      starts.map((start) => book({ incentiveCode, start, attendee: ANA }, world.partner())),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await world.settleDown();
    expect(bookings()).toHaveLength(1);
    expect(uses(incentiveCode)).toHaveLength(1);
  });
});

describe('R27 a used code', () => {
  const used = async () => {
    const all = await given();
    const { id: code } = await all.made();
    const booking = await all.book({ incentiveCode: code });
    await all.world.settleDown();
    const again = (more = {}) => all.book({ incentiveCode: code, start: at('15:00'), ...more });
    return { ...all, code, id: booking.id, again };
  };

  it('is given back by a cancellation before the start', async () => {
    const { world, code, id, again, list } = await used();
    await world.useCases.cancelBooking(world.partner(), { id });
    expect(await list()).toMatchObject([{ code, state: 'open' }]);
    expect(await again()).toMatchObject({ discount: LOWERED });
  });

  it('is not given back by a cancellation after the start', async () => {
    const { world, id, code, reasonOf, again, uses } = await used();
    world.passTime(26 * HOUR);
    await world.useCases.cancelBooking(world.partner(), { id });
    await world.settleDown();
    expect(world.state.bookings.get(id)).toMatchObject({ status: 'cancelled', claims: [{ id: `${id}.incentive` }] });
    expect(uses(code)).toHaveLength(1);
    expect(await reasonOf(again())).toBe('used');
  });

  it.each(['completeBooking', 'markNoShow'] as const)('stays used after %s, and after that is undone', async (move) => {
    const { world, id, again, reasonOf } = await used();
    world.passTime(26 * HOUR);
    const { data } = await world.useCases[move](world.partner(), { id });
    await world.settleDown();
    expect(await reasonOf(again())).toBe('used');
    await world.useCases.undoBooking(world.partner(), { id, version: data.version });
    await world.settleDown();
    expect(await reasonOf(again())).toBe('used');
    expect(world.state.bookings.get(id)).toMatchObject({ discount: LOWERED });
  });

  it('goes with a booking that is moved', async () => {
    const { world, id, again, reasonOf } = await used();
    const moved = await world.useCases.rescheduleBooking(world.partner(), { id, start: at('12:00') });
    expect(moved.data).toMatchObject({ price: { amount: 6000 }, discount: LOWERED });
    await world.settleDown();
    expect(await reasonOf(again())).toBe('used');
    await world.useCases.cancelBooking(world.partner(), { id });
    expect(await again()).toMatchObject({ discount: LOWERED });
  });

  it('is given back by a request that expires, also to a booking that comes before that is recorded', async () => {
    const { world, coachId, made, book } = await given();
    await world.useCases.patchSchedule(world.partner(), { coach: coachId, autoConfirm: false });
    const { id: incentiveCode } = await made();
    const { status } = await book({ incentiveCode });
    expect(status).toBe('pending');
    world.passTime(26 * HOUR);
    expect(await book({ incentiveCode, start: at('15:00', '2026-04-16') })).toMatchObject({ discount: LOWERED });
  });

  it.each(['after ledgers.claimPlace', 'before bookings.insert', 'after incentives.byCode, before bookings.insert'])(
    'is given back two minutes after a crash %s',
    async (point) => {
      const { world, made, book, uses, reasonOf } = await given();
      const { id: incentiveCode } = await made();
      const killed = { [point]: () => Promise.reject(new Error('killed')) };
      const dying = createUseCases(withFaultPoints(world.deps, killed));
      await expect(book({ incentiveCode }, world.visitor(), dying)).rejects.toThrow('killed');
      world.passTime(120_000);
      while ((await sweep(world.deps)) > 0);
      expect(uses(incentiveCode)).toEqual([]);
      expect(await reasonOf(book({ incentiveCode }).then(() => book({ incentiveCode, start: at('13:00') })))).toBe(
        'used',
      );
    },
  );
});

describe('a code', () => {
  it('shows what a booking would cost', async () => {
    const { made, check, uses } = await given();
    const { id: code } = await made({ kind: 'amount', value: 1000 });
    expect(await check(code.toLowerCase())).toEqual({
      price: { amount: 6500, currency: 'EUR' },
      discount: { list: 7500, discount: 1000, code },
      expiresAt: '2026-04-20T08:00:00Z',
    });
    expect(uses(code)).toEqual([]);
  });

  it('lets one address guess twenty times an hour, and counts no right code', async () => {
    const { world, made, check, reasonOf, book } = await given();
    const { id: code } = await made();
    for (let n = 0; n < 30; n++) await check(code);
    for (let n = 0; n < 10; n++) {
      expect(await reasonOf(check('CDFHJKMN'))).toBe('unknown');
      expect(await reasonOf(book({ incentiveCode: code, attendee: { ...ANA, email: 'bo@example.com' } }))).toBe(
        'other_person',
      );
    }
    expect(await refusalOf(check(code))).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 60 });
    expect(await reasonOf(book({ incentiveCode: code }))).toBe('RATE_LIMITED');
    expect(await check(code, {}, world.partner())).toMatchObject({ discount: { code } });
  });

  it('is for the account of who is signed in as a client', async () => {
    const { world, made, check, book, reasonOf } = await given();
    const client = await givenClient(world);
    const [mine, other] = [await made(), await made({ boundTo: 'bo@example.com' })];
    const signedIn = { email: undefined };
    expect(await check(mine.id, signedIn, client.me())).toMatchObject({ price: { amount: 6000 } });
    expect(await reasonOf(check(other.id, { email: 'bo@example.com' }, client.me()))).toBe('other_person');
    expect(await book({ incentiveCode: mine.id, attendee: undefined }, client.me())).toMatchObject({
      discount: LOWERED,
    });
    expect(await reasonOf(check(other.id, signedIn))).toBe('INVALID_REQUEST');
    expect(await reasonOf(check(other.id, { serviceId: 'f'.repeat(24) }))).toBe('SERVICE_NOT_FOUND');
  });

  it('ends when the coach takes it back, unless a booking has it', async () => {
    const { world, made, book, list, revoke, reasonOf } = await given();
    const [one, other] = [await made(), await made()];
    await revoke(one.id, world.partner({ dryRun: true }));
    expect((await revoke(one.id.toLowerCase())).data).toMatchObject({ code: one.id, state: 'revoked' });
    expect((await revoke(one.id)).data).toMatchObject({ state: 'revoked' });
    expect(await reasonOf(book({ incentiveCode: one.id }))).toBe('expired');
    await book({ incentiveCode: other.id });
    expect(await reasonOf(revoke(other.id))).toBe('NOT_ALLOWED_NOW');
    expect(await reasonOf(revoke('CDFHJKMN'))).toBe('INCENTIVE_NOT_FOUND');
    expect((await list()).map(({ code, state }) => [code, state]).sort()).toEqual(
      [
        [one.id, 'revoked'],
        [other.id, 'used'],
      ].sort(),
    );
  });

  it('refuses a booking that is made while the code is taken back, and leaves nothing', async () => {
    const { world, made, book, revoke, bookings, reasonOf, uses } = await given();
    const { id: incentiveCode } = await made();
    let isRevoked = false;
    const revokeOnce = async () => {
      if (!isRevoked) await revoke(incentiveCode);
      isRevoked = true;
    };
    const meanwhile = createUseCases(withFaultPoints(world.deps, { 'after incentives.byCode': revokeOnce }));
    expect(await reasonOf(book({ incentiveCode }, world.visitor(), meanwhile))).toBe('expired');
    await world.settleDown();
    expect(bookings()).toEqual([]);
    expect(uses(incentiveCode)).toEqual([]);
  });
});
