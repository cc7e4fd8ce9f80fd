import { describe, expect, test } from 'vitest';
import {
  coach,
  created,
  handClock,
  hold,
  memoryStorage,
  network,
  nine,
  offline,
  refusal,
  settle,
  slots,
  strength,
  ten,
  tomorrow,
  waitingClient,
  yoga,
  zone,
} from '../flow-tests/world.ts';
import { createBookingFlow } from './create-booking-flow.ts';
import type { BookingFlowOptions } from './options.ts';

const ana = { name: 'Ana Diaz', email: 'ana@example.com' };
const twoServices = { coach: { ...coach, services: [strength, yoga] } };
const minute = 60_000;

function given(options: Partial<BookingFlowOptions> = {}, server = waitingClient()) {
  const clock = handClock();
  const net = network();
  const storage = memoryStorage();
  const ports = { coach: 'coach-a', timeZone: zone, clock: clock.clock, timers: clock.timers, online: net.online, storage };
  const make = (more: Partial<BookingFlowOptions> = {}) => createBookingFlow(server.client, { ...ports, ...options, ...more });
  const flow = make();
  return { ...server, clock, net, storage, flow, make, state: () => flow.$state.get() };
}

async function givenSlots(options: Partial<BookingFlowOptions> = {}, answer = slots([nine, ten, tomorrow]), server = waitingClient()) {
  const world = given(options, server);
  world.flow.start();
  await world.last('listSlots').answer(answer);
  return world;
}

async function givenDetails(options: Partial<BookingFlowOptions> = {}) {
  const world = await givenSlots(options);
  world.flow.chooseSlot(nine);
  await settle();
  await world.last('createHold').answer(hold('1'));
  return world;
}

async function givenConfirming(options: Partial<BookingFlowOptions> = {}) {
  const world = await givenDetails(options);
  world.flow.setDetails(ana);
  world.flow.confirm();
  await settle();
  return world;
}

describe('the beginning', () => {
  test('is one request for the rest of the month in the zone of the visitor, with the coach', async () => {
    const { calls, flow, state } = given();
    expect(calls).toEqual([]);
    flow.start();
    flow.start();
    expect(calls.map(({ name, input }) => [name, input])).toEqual([
      [
        'listSlots',
        { coach: 'coach-a', from: '2026-04-14T08:00:00.000Z', to: '2026-05-01T04:00:00.000Z', statuses: 'all', include: 'coach' },
      ],
    ]);
    expect(state()).toMatchObject({ phase: 'loading', slots: { month: '2026-04', loading: true } });
  });

  test('shows the slots by the dates of the visitor, the first free day chosen, when there is one service', async () => {
    const { state, calls } = await givenSlots();
    expect(state()).toMatchObject({ phase: 'slots', service: strength, coach: { slug: 'coach-a' }, problem: null });
    expect(state().slots).toMatchObject({ loading: false, day: '2026-04-14', reason: null });
    expect(Object.keys(state().slots.byDate)).toEqual(['2026-04-14', '2026-04-15']);
    expect(state().slots.byDate['2026-04-15']).toEqual([{ ...tomorrow, status: 'available', date: '2026-04-15' }]);
    expect(calls).toHaveLength(1);
  });

  test('asks for a service when there are several, and shows the first without asking again', async () => {
    const { state, flow, count } = await givenSlots({}, slots([nine], twoServices));
    expect(state()).toMatchObject({ phase: 'services', service: null, services: [strength, yoga] });
    flow.chooseService(strength.id);
    expect(state()).toMatchObject({ phase: 'slots', service: strength, slots: { day: '2026-04-14' } });
    expect(count('listSlots')).toBe(1);
  });

  test('fetches another service when it is chosen, and may go back', async () => {
    const { state, flow, last } = await givenSlots({}, slots([nine], twoServices));
    flow.chooseService('yoga-30');
    expect(last('listSlots').input).toMatchObject({ serviceId: yoga.id });
    await last('listSlots').answer(slots([ten], { service: yoga }));
    expect(state().slots.byDate).toEqual({ '2026-04-14': [expect.objectContaining(ten)] });
    flow.backToServices();
    expect(state()).toMatchObject({ phase: 'services', service: null });
  });

  test.each([
    ['an id', yoga.id, 1],
    ['a slug, which needs a second request unless it is the first', 'yoga-30', 2],
  ])('skips the choice when the service is given by %s', async (_, service, requests) => {
    const { state, count, last } = await givenSlots(
      { service },
      slots([ten], { ...twoServices, service: requests === 1 ? yoga : strength }),
    );
    if (requests === 2) await last('listSlots').answer(slots([ten], { service: yoga }));
    expect(state()).toMatchObject({ phase: 'slots', service: yoga, slots: { loading: false, day: '2026-04-14' } });
    expect(count('listSlots')).toBe(requests);
  });

  test('fails when the service is not there, and a retry changes nothing', async () => {
    const { state, flow } = await givenSlots({ service: 'boxing' });
    expect(state()).toMatchObject({ phase: 'failed', problem: { kind: 'setup', code: 'SERVICE_NOT_FOUND', retryable: false } });
    flow.retry();
    expect(state()).toMatchObject({ phase: 'failed', problem: { code: 'SERVICE_NOT_FOUND' } });
  });

  test.each([
    [refusal('COACH_NOT_FOUND'), { kind: 'setup', code: 'COACH_NOT_FOUND', retryable: false, requestId: 'r1' }],
    [refusal('ORIGIN_NOT_ALLOWED'), { kind: 'setup' }],
    [refusal('RATE_LIMITED', {}, 30), { kind: 'limited', retryAfter: 30, retryable: true }],
    [refusal('INTERNAL'), { kind: 'server', message: 'Refused: INTERNAL.', retryable: true }],
    [offline, { kind: 'offline', code: 'OFFLINE', retryable: true, requestId: null }],
    [new TypeError('a mistake'), { kind: 'server', code: 'INTERNAL' }],
  ])('that fails with %s says so, and a retry begins again', async (error, problem) => {
    const { state, flow, last } = given();
    flow.start();
    await last('listSlots').fail(error);
    expect(state()).toMatchObject({ phase: 'failed', problem });
    flow.retry();
    expect(state()).toMatchObject({ phase: 'loading', problem: null });
    await last('listSlots').answer(slots([nine]));
    expect(state()).toMatchObject({ phase: 'slots', problem: null });
  });

  test('tries again by itself when the network is back', async () => {
    const { state, flow, last, net } = given();
    flow.start();
    await last('listSlots').fail(offline);
    await net.set(true);
    await last('listSlots').answer(slots([nine]));
    expect(state()).toMatchObject({ phase: 'slots', problem: null });
  });

  test('falls back to the zone of the device when the given one is not known', () => {
    expect(given({ timeZone: 'Mars/Olympus' }).state().slots.timeZone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});

describe('months and days', () => {
  test('a month without a free slot says why and when the next is, and stays', async () => {
    const { state, count } = await givenSlots({}, slots([], { reason: 'time_off', nextAvailable: '2026-06-02T13:00:00Z' }));
    expect(state().slots).toMatchObject({ month: '2026-04', day: null, reason: 'time_off', nextAvailable: '2026-06-02T13:00:00Z' });
    expect(count('listSlots')).toBe(1);
  });

  test('the jump goes to the day of the next free slot', async () => {
    const { state, flow, last } = await givenSlots({}, slots([], { nextAvailable: '2026-06-02T13:00:00Z' }));
    flow.jumpToNextAvailable();
    expect(state().slots).toMatchObject({ month: '2026-06', day: '2026-06-02', loading: true });
    flow.showMonth('2026-07');
    await last('listSlots').answer(slots([], { reason: 'window' }));
    expect(state().slots).toMatchObject({ reason: 'window', nextAvailable: '2026-06-02T13:00:00Z' });
    flow.jumpToNextAvailable();
    expect(last('listSlots').input).toMatchObject({
      from: '2026-06-01T04:00:00.000Z',
      to: '2026-07-01T04:00:00.000Z',
      serviceId: strength.id,
    });
  });

  test.each([false, true])('of two months asked for quickly the latest wins, and the other request is aborted (deaf: %s)', async (deaf) => {
    const { state, flow, calls } = await givenSlots({}, undefined, waitingClient({ deaf }));
    flow.showMonth('2026-05');
    flow.showMonth('2026-06');
    const [, may, june] = calls;
    expect(may?.signal?.aborted).toBe(true);
    await june?.answer(slots([{ start: '2026-06-02T13:00:00Z', end: '2026-06-02T14:00:00Z' }]));
    await may?.answer(slots([{ start: '2026-05-05T13:00:00Z', end: '2026-05-05T14:00:00Z' }]));
    expect(state().slots).toMatchObject({ month: '2026-06', day: '2026-06-02' });
    expect(state().problem).toBeNull();
  });

  test('a month seen before is shown at once, and asked for again behind it when it is older than 30 seconds', async () => {
    const { state, flow, last, count, clock } = await givenSlots();
    flow.showMonth('2026-05');
    await last('listSlots').answer(slots([]));
    flow.showMonth('2026-04');
    expect(state().slots).toMatchObject({ loading: false, day: '2026-04-14' });
    expect(count('listSlots')).toBe(2);
    await clock.pass(31_000);
    flow.showMonth('2026-04');
    expect(state().slots.loading).toBe(false);
    await last('listSlots').answer(slots([tomorrow]));
    expect(Object.keys(state().slots.byDate)).toEqual(['2026-04-15']);
    expect(state().slots.day).toBe('2026-04-14');
  });

  test('a refresh behind that fails is not told', async () => {
    const { state, flow, last, clock } = await givenSlots();
    await clock.pass(31_000);
    flow.showMonth('2026-04');
    await last('listSlots').fail(offline);
    expect(state()).toMatchObject({ problem: null, slots: { loading: false } });
  });

  test('a month that fails keeps the rest and can be tried again', async () => {
    const { state, flow, last } = await givenSlots();
    flow.showMonth('2026-05');
    await last('listSlots').fail(offline);
    expect(state()).toMatchObject({ phase: 'slots', problem: { kind: 'offline' }, slots: { month: '2026-05', loading: false } });
    flow.retry();
    await last('listSlots').answer(slots([]));
    expect(state()).toMatchObject({ problem: null, slots: { month: '2026-05', reason: 'booked' } });
  });

  test('the past is not shown', async () => {
    const { state, flow } = await givenSlots();
    flow.showMonth('2025-01');
    expect(state().slots.month).toBe('2026-04');
  });

  test('another zone shows the same month by its own dates', async () => {
    const { state, flow, last } = await givenSlots();
    flow.setTimeZone('Asia/Tokyo');
    expect(last('listSlots').input).toMatchObject({ to: '2026-04-30T15:00:00.000Z' });
    await last('listSlots').answer(slots([{ start: '2026-04-14T15:00:00Z', end: '2026-04-14T16:00:00Z' }]));
    expect(state().slots).toMatchObject({ timeZone: 'Asia/Tokyo', day: '2026-04-14' });
    expect(Object.keys(state().slots.byDate)).toEqual(['2026-04-15']);
    flow.setTimeZone('Mars/Olympus');
    expect(state().slots.timeZone).toBe('Asia/Tokyo');
  });
});

describe('a chosen slot', () => {
  test('is held and leads to the details', async () => {
    const { state, last } = await givenDetails();
    expect(last('createHold').input).toEqual({ coachId: coach.id, serviceId: strength.id, start: nine.start });
    const kept = { id: hold('1').id, token: 'proof-1', endsAt: Date.parse('2026-04-14T08:05:00Z'), extended: false };
    expect(state()).toMatchObject({ phase: 'details', slot: { ...nine, date: '2026-04-14' }, hold: kept });
  });

  test('clicked twice is held once', async () => {
    const { flow, count, state } = await givenSlots();
    flow.chooseSlot(nine);
    flow.chooseSlot(nine);
    flow.chooseSlot(ten);
    await settle();
    expect(count('createHold')).toBe(1);
    expect(state()).toMatchObject({ phase: 'holding', slot: nine });
  });

  test('that was just taken shows as booked, with the nearest free ones', async () => {
    const { flow, last, state } = await givenSlots();
    flow.chooseSlot(nine);
    await settle();
    await last('createHold').fail(refusal('SLOT_TAKEN', { alternatives: [tomorrow], nextAvailable: ten.start }));
    expect(state()).toMatchObject({ phase: 'slots', slot: null, hold: null });
    expect(state().problem).toMatchObject({
      kind: 'taken',
      alternatives: [{ ...tomorrow, date: '2026-04-15', status: 'available' }],
      nextAvailable: ten.start,
    });
    expect(state().slots.byDate['2026-04-14']?.map(({ status }) => status)).toEqual(['booked', 'available']);
    await last('listSlots').answer(slots([ten]));
    expect(state().problem).toMatchObject({ kind: 'taken' });
    flow.chooseSlot(tomorrow);
    expect(state()).toMatchObject({ phase: 'holding', problem: null, slots: { day: '2026-04-15' } });
  });

  test.each([
    [refusal('TOO_SOON'), { kind: 'refused', code: 'TOO_SOON' }],
    [refusal('RATE_LIMITED', {}, 5), { kind: 'limited', retryAfter: 5 }],
    [refusal('INTERNAL'), { kind: 'server' }],
    [offline, { kind: 'offline' }],
  ])('that cannot be held because of %s leads back with the problem', async (error, problem) => {
    const { flow, last, state } = await givenSlots();
    flow.chooseSlot(nine);
    await settle();
    await last('createHold').fail(error);
    expect(state()).toMatchObject({ phase: 'slots', slot: null, problem });
  });

  test('that a rule refuses is asked about behind the problem, since the month has changed', async () => {
    const { flow, last, state } = await givenSlots();
    flow.chooseSlot(nine);
    await settle();
    await last('createHold').fail(refusal('IN_TIME_OFF', { alternatives: [tomorrow] }));
    await last('listSlots').answer(slots([tomorrow]));
    expect(state()).toMatchObject({ phase: 'slots', problem: { code: 'IN_TIME_OFF', alternatives: [tomorrow] } });
    expect(Object.keys(state().slots.byDate)).toEqual(['2026-04-15']);
  });

  test('is asked for again with the same key while it is not known whether it was held', async () => {
    const { flow, calls, last, state } = await givenSlots();
    flow.chooseSlot(nine);
    await settle();
    await last('createHold').fail(offline);
    flow.retry();
    await settle();
    await last('createHold').answer(hold('1'));
    const keys = calls.filter(({ name }) => name === 'createHold').map(({ key }) => key);
    expect(keys[1]).toBe(keys[0]);
    expect(state().phase).toBe('details');
    flow.backToSlots();
    flow.chooseSlot(nine);
    await settle();
    await last('releaseHold').answer({});
    expect(last('createHold').key).not.toBe(keys[0]);
  });

  test('leads to the details without a hold when there were too many holds', async () => {
    const { flow, last, state } = await givenSlots();
    flow.chooseSlot(nine);
    await settle();
    await last('createHold').fail(refusal('HOLD_LIMIT'));
    expect(state()).toMatchObject({ phase: 'details', hold: null, problem: null });
  });

  test('that is left before the answer came is given back, and can be chosen again without meeting itself', async () => {
    const { flow, last, state, count, calls } = await givenSlots();
    flow.chooseSlot(nine);
    await settle();
    flow.backToSlots();
    expect(state()).toMatchObject({ phase: 'slots', slot: null });
    flow.chooseSlot(nine);
    await settle();
    expect(count('createHold')).toBe(1);
    await last('createHold').answer(hold('1'));
    expect(last('releaseHold').input).toEqual({ id: hold('1').id, holdToken: 'proof-1' });
    expect(state().phase).toBe('holding');
    await last('releaseHold').answer({});
    await last('createHold').answer(hold('2'));
    expect(state()).toMatchObject({ phase: 'details', hold: { token: 'proof-2' } });
    const keys = calls.filter(({ name }) => name === 'createHold').map(({ key }) => key);
    expect(keys[1]).not.toBe(keys[0]);
  });

  test('left before it was asked for is not asked for', async () => {
    const { flow, last, count } = await givenSlots();
    flow.chooseSlot(nine);
    await settle();
    flow.backToSlots();
    flow.chooseSlot(ten);
    flow.backToSlots();
    await last('createHold').answer(hold('1'));
    await last('releaseHold').answer({});
    expect(count('createHold')).toBe(1);
  });

  test('is given back when the visitor goes back, and the month is asked for only after that', async () => {
    const { flow, last, state, count, clock } = await givenDetails();
    await clock.pass(minute);
    flow.backToSlots();
    await settle();
    expect(state()).toMatchObject({ phase: 'slots', slot: null, hold: null, slots: { day: '2026-04-14' } });
    expect(count('listSlots')).toBe(1);
    await last('releaseHold').answer({});
    expect(count('listSlots')).toBe(2);
    expect(clock.pending()).toBe(0);
  });
});

describe('the hold', () => {
  test('is counted by the clock of the device, which may be hours wrong', async () => {
    const { flow, last, state } = await givenSlots();
    flow.chooseSlot(nine);
    await settle();
    await last('createHold').answer(hold('1', '2026-04-14T11:35:00Z'));
    expect(state().hold).toMatchObject({ endsAt: Date.parse('2026-04-14T08:05:00Z'), expiresAt: '2026-04-14T11:35:00Z' });
    flow.extendHold();
    flow.extendHold();
    await settle();
    expect(state().hold).toMatchObject({ extended: true, endsAt: Date.parse('2026-04-14T08:05:00Z') });
    await last('extendHold').answer(hold('1', '2026-04-14T11:40:00Z'));
    expect(state().hold).toMatchObject({ extended: true, endsAt: Date.parse('2026-04-14T08:10:00Z') });
  });

  test('is extended once, however often the button is pressed', async () => {
    const { flow, count, last } = await givenDetails();
    const { extendHold } = flow;
    extendHold();
    extendHold();
    await settle();
    await last('extendHold').answer(hold('1', '2026-04-14T08:10:00Z'));
    extendHold();
    await settle();
    expect(count('extendHold')).toBe(1);
  });

  test.each([
    [offline, { problem: { kind: 'offline' }, hold: { extended: false } }],
    [refusal('HOLD_EXTENDED'), { problem: null, hold: { extended: true } }],
  ])('that cannot be extended because of %s stays', async (error, wanted) => {
    const { flow, last, state } = await givenDetails();
    flow.extendHold();
    await settle();
    await last('extendHold').fail(error);
    expect(state()).toMatchObject({ phase: 'details', ...wanted });
  });

  test('that is gone when it should be extended is placed anew', async () => {
    const { flow, last, state } = await givenDetails();
    flow.extendHold();
    await settle();
    await last('extendHold').fail(refusal('HOLD_GONE'));
    await last('releaseHold').answer({});
    await last('createHold').answer(hold('2'));
    expect(state()).toMatchObject({ hold: { token: 'proof-2', extended: false }, problem: null });
  });

  test('is renewed silently when it runs out, once; then the visitor is told', async () => {
    const { last, state, clock, flow, count } = await givenDetails();
    await clock.pass(5 * minute);
    await last('releaseHold').answer({});
    await last('createHold').answer(hold('2'));
    expect(state()).toMatchObject({ phase: 'details', hold: { token: 'proof-2' }, problem: null });
    await clock.pass(5 * minute);
    expect(state()).toMatchObject({ phase: 'details', hold: null, problem: { kind: 'expired', code: 'HOLD_GONE', retryable: true } });
    flow.retry();
    await settle();
    await last('createHold').answer(hold('3'));
    expect(state()).toMatchObject({ hold: { token: 'proof-3' }, problem: null });
    expect(count('createHold')).toBe(3);
  });

  test('that ran out and was taken leads back to the slots', async () => {
    const { last, state, clock } = await givenDetails();
    await clock.pass(5 * minute);
    await last('releaseHold').answer({});
    await last('createHold').fail(refusal('SLOT_TAKEN', { alternatives: [ten] }));
    expect(state()).toMatchObject({ phase: 'slots', slot: null, hold: null, problem: { kind: 'taken', alternatives: [ten] } });
  });

  test('that ran out while offline keeps what was typed, and can be placed again', async () => {
    const { state, clock, flow, last } = await givenDetails();
    flow.setDetails(ana);
    await clock.pass(5 * minute);
    await last('releaseHold').fail(offline);
    await last('createHold').fail(offline);
    expect(state()).toMatchObject({ phase: 'details', details: ana, hold: null, problem: { kind: 'offline' } });
    flow.retry();
    await settle();
    await last('createHold').answer(hold('2'));
    expect(state()).toMatchObject({ phase: 'details', hold: { token: 'proof-2' }, problem: null });
  });
});

describe('the booking', () => {
  test('is made with the hold, the details and where the visitor came from', async () => {
    const { flow, last, state, count } = await givenDetails({
      language: 'de',
      utm: { source: 'news' },
      referrer: 'https://fit.example/',
      prefill: { notes: 'Knee' },
    });
    flow.setDetails({ name: ' Ana Diaz ', email: ana.email });
    flow.confirm();
    flow.confirm();
    await settle();
    expect(count('createBooking')).toBe(1);
    expect(last('createBooking').input).toEqual({
      coachId: coach.id,
      serviceId: strength.id,
      start: nine.start,
      attendee: { ...ana, timeZone: zone },
      holdToken: 'proof-1',
      notes: 'Knee',
      language: 'de',
      utm: { source: 'news' },
      referrer: 'https://fit.example/',
    });
    await last('createBooking').answer(created);
    expect(state()).toMatchObject({ phase: 'confirmed', booking: created, problem: null, hold: null });
  });

  test('is not sent with details that are wrong, and a field put right is no longer told', async () => {
    const { flow, state, count } = await givenDetails();
    flow.setDetails({ email: 'ana' });
    flow.confirm();
    await settle();
    expect(count('createBooking')).toBe(0);
    expect(state()).toMatchObject({ phase: 'details', problem: { kind: 'invalid', fields: { name: 'required', email: 'invalid' } } });
    flow.setDetails({ name: 'Ana' });
    expect(state().problem?.fields).toEqual({ email: 'invalid' });
    flow.setDetails({ email: ana.email });
    expect(state().problem).toBeNull();
  });

  test('that the server finds invalid names the field', async () => {
    const { last, state } = await givenConfirming();
    await last('createBooking').fail(
      refusal('INVALID_REQUEST', {
        problems: [
          { path: 'attendee.email', message: 'must match' },
          { path: 'coachId', message: 'x' },
        ],
      }),
    );
    expect(state()).toMatchObject({ phase: 'details', details: ana, problem: { kind: 'invalid', fields: { email: 'invalid' } } });
  });

  test('whose answer was lost is sent again with the same key and the same body, even when the hold ran out in between', async () => {
    const { flow, calls, last, state, clock } = await givenConfirming();
    await last('createBooking').fail(offline);
    expect(state()).toMatchObject({ phase: 'details', details: ana, problem: { kind: 'offline', retryable: true } });
    await clock.pass(6 * minute);
    flow.retry();
    await settle();
    const [first, second] = calls.filter(({ name }) => name === 'createBooking');
    expect(second?.key).toBe(first?.key);
    expect(second?.input).toEqual(first?.input);
    await last('createBooking').answer(created);
    expect(state().phase).toBe('confirmed');
  });

  test('that failed offline waits for the visitor when the network is back', async () => {
    const { flow, count, last, state, net } = await givenConfirming();
    await last('createBooking').fail(offline);
    await net.set(true);
    expect(state()).toMatchObject({ phase: 'details', problem: { kind: 'offline' } });
    expect(count('createBooking')).toBe(1);
    flow.retry();
    await settle();
    expect(count('createBooking')).toBe(2);
  });

  test('with other details has another key; when the slot is taken by then, it was perhaps the first one', async () => {
    const { flow, calls, last, state } = await givenConfirming();
    await last('createBooking').fail(offline);
    flow.setDetails({ name: 'Ana B. Diaz' });
    flow.confirm();
    await settle();
    await last('createBooking').fail(refusal('SLOT_TAKEN'));
    const keys = calls.filter(({ name }) => name === 'createBooking').map(({ key }) => key);
    expect(keys).toHaveLength(3);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
    await last('createBooking').answer(created);
    expect(state()).toMatchObject({ phase: 'confirmed', booking: created });
  });

  test('that lost the race leads back to the slots with the nearest free ones, and keeps what was typed', async () => {
    const { last, state } = await givenConfirming();
    await last('createBooking').fail(refusal('SLOT_TAKEN', { alternatives: [ten, tomorrow] }));
    expect(state()).toMatchObject({
      phase: 'slots',
      details: ana,
      slot: null,
      hold: null,
      problem: { kind: 'taken', alternatives: [ten, tomorrow] },
    });
    expect(state().slots.byDate['2026-04-14']?.[0]).toMatchObject({ ...nine, status: 'booked' });
  });

  test('whose hold is gone is tried once without it, as a new attempt', async () => {
    const { calls, last, state } = await givenConfirming();
    await last('createBooking').fail(refusal('HOLD_GONE'));
    const [first, second] = calls.filter(({ name }) => name === 'createBooking');
    expect(second?.input).not.toHaveProperty('holdToken');
    expect(second?.key).not.toBe(first?.key);
    await last('createBooking').answer(created);
    expect(state().phase).toBe('confirmed');
  });

  test('waits for a renewal of the hold that is under way', async () => {
    const { flow, last, clock, count } = await givenDetails();
    flow.setDetails(ana);
    await clock.pass(5 * minute);
    flow.confirm();
    await settle();
    expect(count('createBooking')).toBe(0);
    await last('releaseHold').answer({});
    await last('createHold').answer(hold('2'));
    expect(last('createBooking').input).toMatchObject({ holdToken: 'proof-2' });
  });

  test('is not sent when that renewal finds the slot taken', async () => {
    const { flow, last, clock, count, state } = await givenDetails();
    flow.setDetails(ana);
    await clock.pass(5 * minute);
    flow.confirm();
    await last('releaseHold').answer({});
    await last('createHold').fail(refusal('SLOT_TAKEN'));
    expect(count('createBooking')).toBe(0);
    expect(state()).toMatchObject({ phase: 'slots', problem: { kind: 'taken' } });
  });

  test.each([
    [refusal('TOO_SOON'), { kind: 'refused', code: 'TOO_SOON' }],
    [refusal('CAPACITY_FULL'), { kind: 'refused', code: 'CAPACITY_FULL' }],
    [refusal('INTERNAL'), { kind: 'server', retryable: true }],
    [refusal('RATE_LIMITED', {}, 9), { kind: 'limited', retryAfter: 9 }],
  ])('refused with %s keeps the details and the hold', async (error, problem) => {
    const { last, state, clock } = await givenConfirming();
    await last('createBooking').fail(error);
    expect(state()).toMatchObject({ phase: 'details', details: ana, hold: { token: 'proof-1' }, problem });
    expect(clock.pending()).toBe(1);
  });

  test('that a rule refused is over, so that the hold is renewed and the next attempt has another key', async () => {
    const { flow, last, state, clock, calls } = await givenConfirming();
    await last('createBooking').fail(refusal('CAPACITY_FULL'));
    await clock.pass(5 * minute);
    await last('releaseHold').answer({});
    await last('createHold').answer(hold('2'));
    expect(state().hold).toMatchObject({ token: 'proof-2' });
    flow.retry();
    await settle();
    const keys = calls.filter(({ name }) => name === 'createBooking').map(({ key }) => key);
    expect(keys[1]).not.toBe(keys[0]);
  });

  test('can be followed by another, with the months asked for anew', async () => {
    const { flow, last, state, count } = await givenConfirming();
    await last('createBooking').answer(created);
    flow.bookAnother();
    expect(state()).toMatchObject({ phase: 'slots', booking: null, slot: null, details: ana, slots: { loading: true } });
    expect(count('listSlots')).toBe(2);
  });
});

describe('the end', () => {
  test('gives the hold back by beacon where there is one', async () => {
    const left: unknown[] = [];
    const { flow, count, clock, net } = await givenDetails({ beacon: (given) => left.push(given) > 0 });
    flow.stop();
    await settle();
    expect(left).toEqual([{ id: hold('1').id, holdToken: 'proof-1' }]);
    expect(count('releaseHold')).toBe(0);
    expect(clock.pending()).toBe(0);
    expect(net.listeners.size).toBe(0);
  });

  test.each([
    ['there is no beacon', {}],
    ['the browser does not take it', { beacon: () => false }],
  ])('gives the hold back by a request when %s', async (_, options) => {
    const { flow, last } = await givenDetails(options);
    flow.stop();
    await settle();
    expect(last('releaseHold').input).toEqual({ id: hold('1').id, holdToken: 'proof-1' });
  });

  test('does not interrupt a booking that is being made', async () => {
    const { flow, last, state, count } = await givenConfirming();
    flow.stop();
    flow.start();
    expect(state().phase).toBe('confirming');
    await last('createBooking').answer(created);
    flow.stop();
    flow.start();
    expect(state()).toMatchObject({ phase: 'confirmed', booking: created });
    expect(count('releaseHold')).toBe(0);
    expect(count('listSlots')).toBe(1);
  });

  test('aborts the month that is under way', async () => {
    const { flow, last, state } = given();
    flow.start();
    flow.stop();
    expect(last('listSlots').signal?.aborted).toBe(true);
    await settle();
    expect(state()).toMatchObject({ phase: 'loading', problem: null });
  });
});

describe('a reload in the middle', () => {
  async function reload(world: Awaited<ReturnType<typeof givenDetails>>) {
    const flow = world.make();
    flow.start();
    await world.last('listSlots').answer(slots([nine, ten]));
    return { ...world, flow, state: () => flow.$state.get() };
  }

  test('finds the hold and what was typed', async () => {
    const before = await givenDetails();
    before.flow.setDetails(ana);
    const { state, count } = await reload(before);
    expect(state()).toMatchObject({ phase: 'details', slot: nine, hold: { token: 'proof-1' }, details: ana });
    expect(count('createHold')).toBe(1);
  });

  test('places the hold anew when the page gave it back', async () => {
    const before = await givenDetails({ beacon: () => true });
    before.flow.setDetails(ana);
    before.flow.stop();
    const { state, last } = await reload(before);
    expect(state()).toMatchObject({ phase: 'holding', slot: nine, details: ana });
    await last('releaseHold').answer({});
    await last('createHold').answer(hold('2'));
    expect(state()).toMatchObject({ phase: 'details', hold: { token: 'proof-2' } });
  });

  test('while the booking was being made sends the same attempt again', async () => {
    const before = await givenConfirming();
    const { calls, last, state } = await reload(before);
    const [first, second] = calls.filter(({ name }) => name === 'createBooking');
    expect(second).toMatchObject({ key: first?.key, input: first?.input });
    await last('createBooking').answer(created);
    expect(state().phase).toBe('confirmed');
  });

  test('begins at the slots when the start has passed', async () => {
    const before = await givenDetails();
    before.flow.setDetails(ana);
    await before.clock.pass(24 * 60 * minute);
    const { state } = await reload(before);
    expect(state()).toMatchObject({ phase: 'slots', slot: null, details: ana });
  });

  test('keeps the service that was chosen', async () => {
    const before = await givenSlots({}, slots([nine], twoServices));
    before.flow.chooseService(yoga.id);
    const flow = before.make();
    flow.start();
    await before.last('listSlots').answer(slots([nine], twoServices));
    expect(flow.$state.get()).toMatchObject({ phase: 'slots', service: yoga });
  });

  test('finds nothing once the booking is made', async () => {
    const before = await givenConfirming();
    await before.last('createBooking').answer(created);
    expect(before.storage.items.size).toBe(0);
  });

  test.each([
    ['holds something else', { getItem: () => 'not JSON', setItem: () => undefined, removeItem: () => undefined }],
    [
      'is forbidden',
      {
        getItem: () => {
          throw new Error('SecurityError');
        },
        setItem: () => {
          throw new Error('QuotaExceededError');
        },
        removeItem: () => undefined,
      },
    ],
  ])('begins anew when the storage %s', async (_, storage) => {
    const { state } = await givenSlots({ storage });
    expect(state().phase).toBe('slots');
  });
});
