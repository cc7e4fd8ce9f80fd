import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/booking/booking.ts';
import { MAX_STAFF } from '../../domain/coach/coach.ts';
import { createUseCases } from '../create-use-cases.ts';
import type { FaultPoint } from '../ports/faults.ts';
import { ANA, createWorld, givenCoach, refusalOf, type World } from '../testing/world.ts';

const DAY = '2026-04-14';
const at = (time: string) => `${DAY}T${time}:00Z`;
const ledgersWith = (world: World, id: string) =>
  [...world.state.ledgers].filter(([, { claims }]) => claims.some(({ owner }) => owner.id === id)).map(([ledgerId]) => ledgerId);

/** A coach with a team of two. */
const given = async () => {
  const world = createWorld();
  const coach = await givenCoach(world);
  const add = async (name: string, more: object = {}) =>
    (await world.useCases.createStaff(world.partner(), { coach: coach.id, name, ...more })).data;
  const [jane, omar] = [await add('Jane Smith', { email: ' jane@example.com ' }), await add('Omar Haddad')];
  const book = async (start: string, more: object = {}) =>
    (
      await world.useCases.createBooking(world.partner(), {
        coachId: coach.id,
        serviceId: coach.serviceId!,
        start,
        attendee: ANA,
        ...more,
      })
    ).data;
  const update = async (id: string, more: object, context = world.partner()) =>
    (await world.useCases.updateBooking(context, { id, ...more })).data;
  const stored = (id: string) => world.state.bookings.get(id) as Booking;
  /** Somebody else's session in a calendar, as another coach with the same person in the team would make it. */
  const occupy = async (staffId: string, start: string, hours = 1) => {
    const from = Date.parse(start);
    const end = from + hours * 3_600_000;
    const claim = {
      id: `other.${start}`,
      owner: { kind: 'booking', id: 'f'.repeat(24) } as const,
      ...{ start: from, end, paddedStart: from, paddedEnd: end },
      ...{ claimedAt: 0, settled: true, sweepAt: null },
    };
    const { partnerId, mode } = world.partner().caller;
    await world.deps.ledgers.claim({ partnerId, mode }, `${staffId}:${DAY}`, claim, { now: 0 });
  };
  return { world, coach, jane, omar, add, book, update, stored, occupy };
};

describe('the team', () => {
  it('is listed by name, without those who left, and never to a visitor of the coach’s page', async () => {
    const { world, coach, jane, omar, add } = await given();
    const anna = await add('Ánna Berg', { active: false, phone: '+12125550100' });
    const list = async () => (await world.useCases.listStaff(world.partner(), { coach: coach.id })).data;
    expect(await list()).toEqual([
      { id: anna.id, name: 'Ánna Berg', active: false, phone: '+12125550100' },
      { id: jane.id, name: 'Jane Smith', active: true, email: 'jane@example.com' },
      { id: omar.id, name: 'Omar Haddad', active: true },
    ]);
    expect(JSON.stringify(await world.useCases.getCoach(world.visitor(), { coach: coach.id }))).not.toContain('Jane');
    await world.useCases.deleteStaff(world.partner(), { coach: coach.id, id: omar.id });
    expect((await list()).map(({ name }) => name)).toEqual(['Ánna Berg', 'Jane Smith']);
  });

  it('gets one new member however often a request with one idempotency key comes', async () => {
    const { world, coach } = await given();
    const create = () => world.useCases.createStaff(world.partner({ idempotencyKey: 'key-0001' }), { coach: coach.id, name: 'Li Wei' });
    const [first, second] = await Promise.all([create(), create()]);
    expect(second).toEqual(first);
    expect((await world.useCases.listStaff(world.partner(), { coach: coach.id })).data).toHaveLength(3);
  });

  it('has at most fifty members, none without a name', async () => {
    const { add } = await given();
    expect((await refusalOf(add('   '))).code).toBe('INVALID_REQUEST');
    for (let n = 2; n < MAX_STAFF; n++) await add(`Member ${n}`);
    expect((await refusalOf(add('One more'))).code).toBe('INVALID_REQUEST');
  });

  it('changes what is given of a member', async () => {
    const { world, coach, jane } = await given();
    const change = (id: string, more: object) => world.useCases.updateStaff(world.partner(), { coach: coach.id, id, ...more });
    expect((await change(jane.id, { phone: '+442071838750' })).data).toEqual({ ...jane, phone: '+442071838750' });
    expect((await refusalOf(change('e'.repeat(24), { active: false }))).code).toBe('STAFF_NOT_FOUND');
  });

  it('does not change in a dry run', async () => {
    const { world, coach, jane } = await given();
    const dry = world.partner({ dryRun: true });
    await world.useCases.createStaff(dry, { coach: coach.id, name: 'Li Wei' });
    await world.useCases.deleteStaff(dry, { coach: coach.id, id: jane.id });
    expect((await world.useCases.listStaff(world.partner(), { coach: coach.id })).data).toHaveLength(2);
  });
});

describe('who leaves the team', () => {
  it('has no session to come: it is given to somebody else first', async () => {
    const { world, coach, jane, omar, book, update } = await given();
    const { id } = await book(at('09:00'), { staffId: jane.id });
    const remove = () => world.useCases.deleteStaff(world.partner(), { coach: coach.id, id: jane.id });
    expect((await refusalOf(remove())).code).toBe('NOT_ALLOWED_NOW');
    await update(id, { staffId: omar.id });
    expect((await remove()).data).toEqual({ id: jane.id, removed: true });
    expect((await refusalOf(remove())).code).toBe('STAFF_NOT_FOUND');
    expect((await refusalOf(book(at('11:00'), { staffId: jane.id }))).code).toBe('STAFF_NOT_FOUND');
  });

  it('stays when a booking was given to them at the same moment', async () => {
    const { world, coach, jane, book, stored } = await given();
    const { id } = await book(at('09:00'));
    const happens: Partial<Record<FaultPoint, () => Promise<unknown>>> = {};
    const server = createUseCases({ ...world.deps, faults: { at: async (point) => void (await happens[point]?.()) } });
    happens['move.claimed'] = async () => {
      expect((await refusalOf(world.useCases.deleteStaff(world.partner(), { coach: coach.id, id: jane.id }))).code).toBe('NOT_ALLOWED_NOW');
    };
    await server.updateBooking(world.partner(), { id, staffId: jane.id });
    expect(stored(id).staffId).toBe(jane.id);
    expect(world.state.heads.get(coach.id)?.staff.find((member) => member.id === jane.id)).not.toHaveProperty('deletedAt');
  });

  it('comes back when a session turns up after the head was written', async () => {
    const { world, coach, jane, occupy } = await given();
    const replace = world.deps.coaches.replace;
    world.deps.coaches.replace = async (head, version) => {
      world.deps.coaches.replace = replace;
      await occupy(jane.id, at('09:00'));
      return replace(head, version);
    };
    expect((await refusalOf(world.useCases.deleteStaff(world.partner(), { coach: coach.id, id: jane.id }))).code).toBe('NOT_ALLOWED_NOW');
    expect((await world.useCases.listStaff(world.partner(), { coach: coach.id })).data.map(({ name }) => name)).toContain('Jane Smith');
  });

  it('is no longer named by a booking that moves', async () => {
    const { world, coach, jane, book, stored } = await given();
    const { id } = await book(at('09:00'), { staffId: jane.id });
    world.passTime(26 * 3_600_000);
    await world.useCases.deleteStaff(world.partner(), { coach: coach.id, id: jane.id });
    await world.useCases.rescheduleBooking(world.partner(), { id, start: '2026-04-15T09:00:00Z' });
    expect(stored(id).staffId).toBeUndefined();
    expect(ledgersWith(world, id)).toEqual([`${coach.id}:2026-04-15`]);
  });
});

describe('a booking that is made for somebody of the team', () => {
  it('is in the coach’s calendar and in theirs', async () => {
    const { world, coach, jane, book, stored } = await given();
    const booking = await book(at('09:00'), { staffId: jane.id });
    expect(booking.staffId).toBe(jane.id);
    await world.settleDown();
    expect(ledgersWith(world, booking.id).sort()).toEqual([`${coach.id}:${DAY}`, `${jane.id}:${DAY}`].sort());
    expect(stored(booking.id).claims).toHaveLength(2);
    await world.useCases.deleteBooking(world.partner(), { id: booking.id });
    expect(ledgersWith(world, booking.id)).toEqual([]);
  });

  it('needs the time to be free in both, and names times that are', async () => {
    const { world, coach, jane, book, occupy } = await given();
    await occupy(jane.id, at('09:00'), 2);
    const refusal = await refusalOf(book(at('09:30'), { staffId: jane.id }));
    expect(refusal).toMatchObject({
      code: 'STAFF_BUSY',
      details: { alternatives: [{ start: at('11:00') }, { start: at('11:30') }, { start: at('12:00') }], nextAvailable: at('11:00') },
    });
    const dry = world.useCases.createBooking(world.partner({ dryRun: true }), {
      coachId: coach.id,
      start: at('09:30'),
      staffId: jane.id,
      attendee: ANA,
    });
    expect((await refusalOf(dry)).code).toBe('STAFF_BUSY');
    expect((await book(at('09:30'))).staffId).toBeUndefined();
  });

  it('leaves nothing behind when it is refused', async () => {
    const { world, coach, jane, book, occupy } = await given();
    await occupy(jane.id, at('09:00'));
    await refusalOf(book(at('09:00'), { staffId: jane.id }));
    await world.settleDown();
    expect(world.state.ledgers.get(`${coach.id}:${DAY}`)?.claims ?? []).toEqual([]);
    expect([...world.state.bookings.values()].filter(({ kind }) => kind === 'booking')).toEqual([]);
  });

  it('is refused for somebody inactive, and not a visitor’s to ask for', async () => {
    const { world, coach, jane, book } = await given();
    const asked = { coachId: coach.id, start: at('09:00'), staffId: jane.id, attendee: ANA };
    expect((await refusalOf(world.useCases.createBooking(world.visitor(), asked))).code).toBe('NOT_PERMITTED_FIELD');
    await world.useCases.updateStaff(world.partner(), { coach: coach.id, id: jane.id, active: false });
    expect((await refusalOf(book(at('09:00'), { staffId: jane.id }))).code).toBe('STAFF_NOT_FOUND');
  });

  it('does not change which starts the coach offers', async () => {
    const { world, coach, jane, occupy } = await given();
    const starts = async () => (await world.useCases.listSlots(world.visitor(), { coach: coach.id, from: DAY, to: DAY })).data.slots.length;
    const before = await starts();
    await occupy(jane.id, at('09:00'), 4);
    expect(await starts()).toBe(before);
  });
});

describe('an assignment', () => {
  it('moves a booking between calendars, and back to nobody’s', async () => {
    const { world, coach, jane, omar, book, update, stored } = await given();
    const { id } = await book(at('09:00'));
    expect((await update(id, { staffId: jane.id, notes: 'With Jane.' })).staffId).toBe(jane.id);
    expect(stored(id)).toMatchObject({
      notes: 'With Jane.',
      version: 2,
      history: [{}, { type: 'updated', by: 'partner', staffId: jane.id }],
    });
    expect(stored(id).outbox.at(-1)).toMatchObject({ type: 'booking.updated', data: { staffId: jane.id } });
    await update(id, { staffId: omar.id });
    await world.settleDown();
    expect(ledgersWith(world, id).sort()).toEqual([`${coach.id}:${DAY}`, `${omar.id}:${DAY}`].sort());
    expect(await update(id, { staffId: null })).not.toHaveProperty('staffId');
    await world.settleDown();
    expect(ledgersWith(world, id)).toEqual([`${coach.id}:${DAY}`]);
    expect(stored(id)).toMatchObject({ releasing: [], releasingAt: null, claims: [{}] });
  });

  it('to who runs it already changes nothing', async () => {
    const { jane, book, update } = await given();
    const { id } = await book(at('09:00'), { staffId: jane.id });
    expect((await update(id, { staffId: jane.id })).version).toBe(1);
  });

  it('is refused when they have another session then, and the booking stays as it was', async () => {
    const { world, coach, jane, book, update, occupy, stored } = await given();
    const { id } = await book(at('09:00'));
    await occupy(jane.id, at('09:30'));
    const refusal = await refusalOf(update(id, { staffId: jane.id }));
    expect(refusal).toMatchObject({ code: 'STAFF_BUSY', details: { nextAvailable: at('10:30') } });
    expect((await refusalOf(update(id, { staffId: jane.id }, world.partner({ dryRun: true })))).code).toBe('STAFF_BUSY');
    expect([stored(id).version, ledgersWith(world, id)]).toEqual([1, [`${coach.id}:${DAY}`]]);
  });

  it('is for the coach side, of a booking that is not over, to somebody who is there', async () => {
    const { world, jane, book, update } = await given();
    const { id, manageToken } = await book(at('09:00'));
    expect((await refusalOf(update(id, { staffId: jane.id }, world.guest(manageToken)))).code).toBe('NOT_PERMITTED_FIELD');
    expect((await refusalOf(update(id, { staffId: 'e'.repeat(24) }))).code).toBe('STAFF_NOT_FOUND');
    await world.useCases.deleteBooking(world.partner(), { id });
    expect(await refusalOf(update(id, { staffId: jane.id }))).toMatchObject({ code: 'NOT_ALLOWED_NOW', details: { status: 'cancelled' } });
  });

  it('to somebody who leaves between claim and check leaves nothing claimed', async () => {
    const { world, coach, jane, book, stored } = await given();
    const { id } = await book(at('09:00'));
    const leave = async () => {
      const head = world.state.heads.get(coach.id)!;
      world.state.heads.set(coach.id, { ...head, staff: [], version: head.version + 1 });
    };
    const server = createUseCases({ ...world.deps, faults: { at: (point) => (point === 'move.claimed' ? leave() : Promise.resolve()) } });
    expect((await refusalOf(server.updateBooking(world.partner(), { id, staffId: jane.id }))).code).toBe('STAFF_NOT_FOUND');
    expect([stored(id).version, ledgersWith(world, id)]).toEqual([1, [`${coach.id}:${DAY}`]]);
  });

  it('of a booking without a time claims nothing until it gets one', async () => {
    const { world, coach, jane, book, update } = await given();
    await world.useCases.updateCoach(world.partner(), { coach: coach.id, capacity: 3 });
    const { id } = await book(at('09:00'), { start: undefined, placeNumber: 2 });
    await update(id, { staffId: jane.id });
    expect(ledgersWith(world, id)).toEqual([`${coach.id}:places`]);
    await world.useCases.rescheduleBooking(world.partner(), { id, start: at('10:00') });
    expect(ledgersWith(world, id).sort()).toEqual([`${coach.id}:${DAY}`, `${coach.id}:places`, `${jane.id}:${DAY}`].sort());
  });
});

describe('a booking that moves', () => {
  it('moves in both calendars', async () => {
    const { world, coach, jane, book } = await given();
    const { id } = await book(at('09:00'), { staffId: jane.id });
    await world.useCases.rescheduleBooking(world.partner(), { id, start: '2026-04-15T10:00:00Z' });
    await world.settleDown();
    expect(ledgersWith(world, id).sort()).toEqual([`${coach.id}:2026-04-15`, `${jane.id}:2026-04-15`].sort());
  });

  it('to a time that is free for the coach alone is refused', async () => {
    const { world, jane, book, occupy, stored } = await given();
    const { id } = await book(at('09:00'), { staffId: jane.id });
    await occupy(jane.id, at('13:00'));
    for (const context of [world.partner(), world.partner({ dryRun: true })]) {
      const refusal = await refusalOf(world.useCases.rescheduleBooking(context, { id, start: at('13:00') }));
      expect(refusal).toMatchObject({
        code: 'STAFF_BUSY',
        details: { alternatives: [{ start: at('12:00') }, { start: at('14:00') }, {}] },
      });
    }
    expect(stored(id).version).toBe(1);
    await world.settleDown();
    expect(ledgersWith(world, id)).toHaveLength(2);
  });
});

describe('S2 the account of somebody in the team', () => {
  const credentials = { email: 'jane@example.com', password: 'correct horse battery' };
  const withAccount = async () => {
    const all = await given();
    const { world, coach, jane } = all;
    const account = { role: 'staff', name: 'Jane Smith', email: credentials.email, coachId: coach.id, staffId: jane.id } as const;
    const { data: user } = await world.useCases.createUser(world.partner(), account);
    await world.drain();
    const token = /\/password\/(\S+)/.exec(world.sent.at(-1)!.text)![1]!;
    await world.useCases.resetPassword(world.visitor(), { token, password: credentials.password });
    world.state.sessions.clear();
    const asCoach = world.person({ userId: 'c'.repeat(24), role: 'coach', coachId: coach.id });
    const login = async () => (await world.useCases.login(world.visitor(), credentials)).data;
    const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;
    const refresh = ({ refreshToken }: { refreshToken: string }) => world.useCases.refresh(world.visitor(), { refreshToken });
    const set = (active: boolean) => world.useCases.updateStaff(asCoach, { coach: 'me', id: jane.id, active });
    const isRevoked = () => [...world.state.sessions.values()].map(({ revokedAt }) => revokedAt !== undefined);
    return { ...all, user, asCoach, login, codeOf, refresh, set, isRevoked };
  };

  it('loses its sessions at once when they become inactive, and cannot sign in or refresh', async () => {
    const { login, codeOf, refresh, set, isRevoked } = await withAccount();
    const session = await login();
    await set(false);
    expect(isRevoked()).toEqual([true]);
    expect([await codeOf(refresh(session)), await codeOf(login())]).toEqual(['SESSION_INVALID', 'CREDENTIALS_WRONG']);
  });

  it('gets access back only by a new sign-in, also when a crash had left the old session', async () => {
    const { world, login, codeOf, refresh, set, isRevoked } = await withAccount();
    const session = await login();
    const { revokeAll } = world.deps.sessions;
    world.deps.sessions.revokeAll = () => Promise.reject(new Error('killed'));
    await expect(set(false)).rejects.toThrow('killed');
    world.deps.sessions.revokeAll = revokeAll;
    await set(false);
    await set(true);
    expect(isRevoked()).toEqual([true]);
    expect(await codeOf(refresh(session))).toBe('SESSION_INVALID');
    expect((await login()).user.role).toBe('staff');
  });

  it('keeps its session when something else of them is changed', async () => {
    const { world, asCoach, jane, login, set, isRevoked } = await withAccount();
    await login();
    await world.useCases.updateStaff(asCoach, { coach: 'me', id: jane.id, name: 'Jane S.' });
    await set(true);
    expect(isRevoked()).toEqual([false]);
  });

  it('is closed by the coach who takes them out of the team', async () => {
    const { world, user, jane, asCoach, login, codeOf, refresh } = await withAccount();
    const session = await login();
    await world.useCases.deleteStaff({ ...asCoach, dryRun: true }, { coach: 'me', id: jane.id });
    expect(world.state.users.get(user.id)!.active).toBe(true);
    await world.useCases.deleteStaff(asCoach, { coach: 'me', id: jane.id });
    expect(world.state.users.get(user.id)!.active).toBe(false);
    expect([await codeOf(refresh(session)), await codeOf(login())]).toEqual(['SESSION_INVALID', 'CREDENTIALS_WRONG']);
  });

  it('is as good as closed where the process died before it was, and while the coach is closed', async () => {
    const { world, coach, jane, asCoach, login, codeOf, refresh } = await withAccount();
    const session = await login();
    const { replace } = world.deps.users;
    world.deps.users.replace = () => Promise.reject(new Error('killed'));
    await expect(world.useCases.deleteStaff(asCoach, { coach: 'me', id: jane.id })).rejects.toThrow('killed');
    world.deps.users.replace = replace;
    expect([await codeOf(login()), await codeOf(refresh(session))]).toEqual(['CREDENTIALS_WRONG', 'SESSION_INVALID']);
    const own = { email: 'a@example.com', password: credentials.password };
    await world.useCases.createUser(world.partner(), { role: 'coach', name: 'Coach A', email: own.email, coachId: coach.id });
    await world.drain();
    const token = /\/password\/(\S+)/.exec(world.sent.at(-1)!.text)![1]!;
    await world.useCases.resetPassword(world.visitor(), { token, password: own.password });
    expect((await world.useCases.login(world.visitor(), own)).data.user.role).toBe('coach');
    const head = world.state.heads.get(coach.id)!;
    world.state.heads.set(coach.id, { ...head, deletedAt: 1 });
    expect(await codeOf(world.useCases.login(world.visitor(), own))).toBe('CREDENTIALS_WRONG');
  });
});
