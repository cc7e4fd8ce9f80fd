import { beforeEach, describe, expect, it } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { givenClient } from '../../../test/application/given-client.ts';
import { ANA, createWorld, everyDay, givenCoach, NOW, refusalOf, type World } from '../../../test/application/world.ts';
import { sweep } from '../sweep/sweep.ts';

const START = '2026-04-15T09:00:00Z';
const DAY = { from: '2026-04-15', to: '2026-04-15' };

let world: World;
let coach: Awaited<ReturnType<typeof givenCoach>>;
const given = async (more: object = {}, service: object = {}) => {
  coach = await givenCoach(world, {
    capacity: 5,
    schedule: {
      workingHours: everyDay('09:00', '17:00'),
      slotInterval: 30,
      reminders: { rules: [{ channel: 'email', minutesBefore: 1440 }], followUp: true },
      ...more,
    },
    services: [{ title: 'First session', duration: 60, confirmByEmail: true, ...service }],
  });
};
beforeEach(async () => {
  world = createWorld();
  await given();
});

const book = async (more: object = {}, context = world.visitor()) =>
  (
    await world.useCases.createBooking(context, {
      coachId: coach.id,
      serviceId: coach.serviceId!,
      start: START,
      attendee: ANA,
      ...more,
    })
  ).data;
const runAt = async (now = NOW) =>
  (await world.useCases.runDue(world.partner({ now }), { limit: 500 })).data.messages.map(({ kind, to, state, code }) =>
    [kind, to.role, state, code].filter(Boolean).join(' '),
  );
const mails = async () => (await world.useCases.listTestMessages(world.partner(), { limit: 100 })).data;
/** Returns the token of the link in the mail. */
const mailedToken = async () => {
  await runAt();
  return /\/confirm\/(\S+)/.exec((await mails()).find(({ kind }) => kind === 'unproven')!.text)![1]!;
};
const prove = (id: string, token: string, more: object = {}) =>
  world.useCases.proveBooking(world.visitor(more), { id, token });
const proofOf = async (id: string, more: object = {}) =>
  (await world.useCases.getBookingProof(world.visitor(more), { id })).data;
const stored = (id: string) => world.state.bookings.get(id);

describe('R14 what a guest books and has to confirm by mail', () => {
  it('waits for half an hour, with its time taken and without a manage link', async () => {
    const booking = await book();
    expect(booking).toMatchObject({ status: 'pending', unproven: true, expiresAt: '2026-04-13T08:30:00Z' });
    expect(booking).not.toHaveProperty('manageToken');
    expect(booking).not.toHaveProperty('manageUrl');
    expect(await proofOf(booking.id)).toEqual({ id: booking.id, state: 'waiting', expiresAt: booking.expiresAt });
    expect((await refusalOf(book())).code).toBe('SLOT_TAKEN');
  });

  it('asks the guest for the proof in a mail with one link and no other', async () => {
    await book();
    expect(await runAt()).toEqual(['unproven attendee sent']);
    const [mail] = await mails();
    expect(mail!.text).toContain('30 minutes');
    expect(mail!.text).toMatch(/https:\/\/book\.example\S*\/confirm\//);
    expect(mail!.text).not.toContain('/manage/');
    expect(mail!.calendar).toBeUndefined();
  });

  it('hides an unproven booking from the coach side in each of its lists, sums and by its id', async () => {
    const { id } = await book();
    const server = world.partner();
    const of = { coach: coach.id };
    const { useCases } = world;
    expect((await useCases.listCoachBookings(server, of)).data).toEqual([]);
    expect((await useCases.listBookings(server, {})).data).toEqual([]);
    expect((await useCases.getCalendar(server, { ...of, ...DAY })).data.bookings).toEqual([]);
    expect((await useCases.getStats(server, { ...of, ...DAY })).data.summary.total).toBe(0);
    expect((await useCases.listUpcoming(server, of)).data).toEqual([]);
    for (const refused of [
      useCases.getBooking(server, { id }),
      useCases.confirmBooking(server, { id }),
      useCases.listBookingMessages(server, { id }),
    ])
      expect((await refusalOf(refused)).code).toBe('BOOKING_NOT_FOUND');
    const [lead] = (await useCases.listLeads(server, of)).data;
    expect(lead?.bookings ?? 0).toBe(0);
    await world.drain();
    expect(world.state.feeds.get(coach.id)?.hints.map(({ kind }) => kind) ?? []).not.toContain('booking');
  });

  it('begins when the button is pressed: both sides are told, and reminders made', async () => {
    const { id } = await book();
    const { data } = await prove(id, await mailedToken(), { now: plus(NOW, 29 * MINUTE) });
    expect(data).toMatchObject({ id, status: 'confirmed', manageToken: expect.any(String) });
    expect(data).not.toHaveProperty('unproven');
    expect(await proofOf(id)).toEqual({ id, state: 'proven', status: 'confirmed' });
    expect((await world.useCases.getBooking(world.guest(data.manageToken), { id })).data.start).toBe(START);
    expect((await world.useCases.listCoachBookings(world.partner(), { coach: coach.id })).data).toHaveLength(1);
    expect(await runAt(plus(NOW, 29 * MINUTE))).toEqual([
      'confirmed attendee sent',
      'confirmed coach skipped no_address',
    ]);
    const { data: told } = await world.useCases.listBookingMessages(world.partner(), { id });
    expect(told.map(({ kind }) => kind)).toContain('reminder');
  });

  it('becomes a request where the coach agrees to each', async () => {
    await given({ autoConfirm: false });
    const { id } = await book();
    const { data } = await prove(id, await mailedToken());
    expect(data.status).toBe('pending');
    expect(await runAt()).toEqual(['requested attendee sent', 'requested coach skipped no_address']);
    // From now on it expires like any other request.
    expect(await proofOf(id, { now: plus(NOW, 40 * MINUTE) })).toMatchObject({ state: 'proven' });
  });

  it('confirms a booking once, however often the button is pressed, and not when it is sent again', async () => {
    const request = { idempotencyKey: 'key-00000001' };
    const { id } = await book({}, world.visitor(request));
    const token = await mailedToken();
    const [first, second] = await Promise.all([prove(id, token), prove(id, token)]);
    expect(second.data).toEqual(first.data);
    expect(stored(id)).toMatchObject({ version: 2 });
    const again = await book({}, world.visitor(request));
    expect(again).toMatchObject({ id, status: 'confirmed' });
    expect(again).not.toHaveProperty('manageToken');
  });

  it('changes nothing in a dry run', async () => {
    const { id } = await book();
    const { data } = await prove(id, await mailedToken(), { dryRun: true });
    expect(data).toMatchObject({ status: 'confirmed' });
    expect(stored(id)).toMatchObject({ unproven: true, version: 1 });
  });

  it('gives an unproven booking up in time, by the clock of the test, and notifies no one', async () => {
    const { id } = await book();
    const token = await mailedToken();
    const late = plus(NOW, 30 * MINUTE);
    expect((await refusalOf(prove(id, token, { now: late }))).code).toBe('TOKEN_INVALID');
    expect(await proofOf(id, { now: late })).toEqual({ id, state: 'gone' });
    expect(await runAt(late)).toEqual([]);
    expect(stored(id)).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'system',
      cancellationReason: 'unproven',
      outbox: [],
      claims: [],
    });
    expect((await refusalOf(prove(id, token))).code).toBe('HOLD_GONE');
    expect(await book()).toMatchObject({ unproven: true });
    expect((await world.useCases.listCoachBookings(world.partner(), { coach: coach.id })).data).toEqual([]);
  });

  it('gives an unproven booking up by the sweeper in live mode', async () => {
    const live = { mode: 'live' } as never;
    const visitor = world.visitor({ caller: { ...world.visitor().caller, ...(live as object) } as never });
    const server = world.partner({ caller: { ...world.partner().caller, ...(live as object) } as never });
    const { data: head } = await world.useCases.createCoach(server, {
      name: 'Coach L',
      timeZone: 'UTC',
      schedule: { workingHours: everyDay('09:00', '17:00') },
      services: [{ title: 'First session', duration: 60, confirmByEmail: true }],
    });
    const { id } = await book({ coachId: head.id, serviceId: head.services[0]!.id }, visitor);
    world.passTime(30 * MINUTE - 1);
    await sweep(world.deps);
    expect(stored(id)).toMatchObject({ status: 'pending' });
    world.passTime(1);
    await sweep(world.deps);
    expect(stored(id)).toMatchObject({ status: 'cancelled', cancellationReason: 'unproven' });
  });

  it('proves no booking by a link of another, or by none', async () => {
    const { id } = await book();
    const token = await mailedToken();
    const other = await book({ start: '2026-04-15T11:00:00Z', attendee: { ...ANA, email: 'bo@example.com' } });
    for (const refused of [prove(other.id, token), prove(id, 'made-up')])
      expect((await refusalOf(refused)).code).toBe('TOKEN_INVALID');
  });

  it('forgets an unproven booking with its guest', async () => {
    const { id } = await book();
    await world.useCases.erasePerson(world.partner(), { email: ANA.email });
    expect(await runAt()).toEqual(['unproven attendee skipped erased']);
    expect(JSON.stringify(stored(id))).not.toContain('ana@');
  });
});

describe('R14 confirming by mail', () => {
  it('asks neither a signed-in client nor the coach side for a proof', async () => {
    const client = await givenClient(world, { email: 'bo@example.com' });
    const own = await book({ attendee: undefined }, client.me());
    expect(own).toMatchObject({ status: 'confirmed', manageToken: expect.any(String) });
    const entered = await book({ start: '2026-04-15T11:00:00Z' }, world.partner());
    expect(entered).toMatchObject({ status: 'scheduled', manageToken: expect.any(String) });
  });

  it.each([
    [true, undefined, true],
    [true, false, undefined],
    [undefined, true, true],
    [undefined, undefined, undefined],
  ])(
    'requires a proof by the partner (%s), unless the service decides otherwise (%s)',
    async (partner, service, expected) => {
      const { partnerId } = world.partner().caller;
      await world.deps.partners.insert({
        id: partnerId,
        slug: 'fit',
        name: 'Fit',
        allowedOrigins: [],
        hosts: [],
        keys: [],
        branding: {},
        limits: {},
        version: 1,
        ...(partner !== undefined && { confirmByEmail: partner }),
      });
      await given({}, { confirmByEmail: service });
      expect((await book()).unproven).toBe(expected);
      expect(
        await book({}, world.visitor({ dryRun: true, now: instant(NOW) })).catch((error: unknown) => error),
      ).toMatchObject({
        code: 'SLOT_TAKEN',
      });
    },
  );

  it('returns no proof of a booking that needed none', async () => {
    const { id } = await book({}, world.partner());
    expect((await refusalOf(world.useCases.getBookingProof(world.visitor(), { id }))).code).toBe('BOOKING_NOT_FOUND');
  });
});
