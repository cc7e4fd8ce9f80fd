import { afterEach, describe, expect, test, vi } from 'vitest';
import { unknownPlace } from '../../test/flows/unknown-place.ts';
import {
  booking,
  coach,
  handClock,
  network,
  nine,
  offline,
  refusal,
  slots,
  strength,
  ten,
  tomorrow,
  waitingClient,
  zone,
} from '../../test/flows/world.ts';
import type { Booking } from '../schemas.ts';
import { createManageFlow } from './create-manage-flow.ts';

const token = `${btoa(JSON.stringify([booking.id, 'p', 'test', 'n', 0]))}.signature`;
const moved: Booking = { ...booking, ...tomorrow, status: 'scheduled', version: 2 };
const cancelled: Booking = { ...booking, status: 'cancelled', version: 2 };

function given(withToken = token, timeZone: string | undefined = zone) {
  const server = waitingClient();
  const net = network();
  const flow = createManageFlow(server.client, {
    token: withToken,
    timeZone,
    clock: handClock().clock,
    online: net.online,
  });
  return { ...server, net, flow, state: () => flow.$state.get() };
}

async function givenBooking(of: Booking = booking) {
  const world = given();
  world.flow.start();
  await world.last('getBooking').answer(of);
  await world.last('getCoach').answer(coach);
  return world;
}

async function givenMoving() {
  const world = await givenBooking();
  world.flow.startMoving();
  await world.last('listSlots').answer(slots([ten, tomorrow]));
  return world;
}

async function givenSaving() {
  const world = await givenMoving();
  world.flow.chooseSlot(tomorrow);
  world.flow.confirmMove('Dentist');
  return world;
}

describe('opening', () => {
  afterEach(() => vi.restoreAllMocks());

  test('V12 shows the coach’s zone on a device that does not know where it is', async () => {
    unknownPlace('Etc/Unknown');
    const { flow, state, last } = given(token, '');
    flow.start();
    await last('getBooking').answer(booking);
    expect(last('getCoach').input).toMatchObject({ timeZone: 'UTC' });
    await last('getCoach').answer(coach);
    expect(state()).toMatchObject({ phase: 'booking', slots: { timeZone: coach.timeZone } });
    flow.setTimeZone('Asia/Tokyo');
    flow.startMoving();
    expect(last('listSlots').input).toMatchObject({ timeZone: 'Asia/Tokyo' });
  });

  test('reads the booking with its token, then its coach', async () => {
    const { calls, state } = await givenBooking();
    expect(calls.map(({ name, input, token: sent }) => [name, input, sent])).toEqual([
      ['getBooking', { id: booking.id }, token],
      ['getCoach', { coach: booking.coachId, timeZone: 'America/New_York' }, undefined],
    ]);
    expect(state()).toMatchObject({ phase: 'booking', booking, coach, service: strength, problem: null });
  });

  test('takes the partner’s appearance, which is sent with the coach', async () => {
    const { flow, last, state } = given();
    flow.start();
    await last('getBooking').answer(booking);
    await last('getCoach').answer({ ...coach, branding: { name: 'Harbour Strength' } });
    expect(state().branding).toEqual({ name: 'Harbour Strength' });
  });

  test('shows the booking even when the coach cannot be read', async () => {
    const { flow, last, state } = given();
    flow.start();
    flow.start();
    await last('getBooking').answer(booking);
    await last('getCoach').fail(refusal('COACH_NOT_FOUND'));
    expect(state()).toMatchObject({ phase: 'booking', booking, coach: null, service: { title: booking.serviceTitle } });
  });

  test.each(['TOKEN_INVALID', 'BOOKING_NOT_FOUND'] as const)(
    'shows a link that opens no booking (%s) as gone',
    async (code) => {
      const { flow, last, state } = given();
      flow.start();
      await last('getBooking').fail(refusal(code));
      expect(state()).toMatchObject({ phase: 'gone', problem: null });
    },
  );

  test.each(['', 'nonsense', btoa('"text"'), btoa('["not an id"]'), btoa('{}')])(
    'shows a token that names no booking as gone without a request: "%s"',
    (text) => {
      const { flow, state, calls } = given(text);
      flow.start();
      expect(state().phase).toBe('gone');
      expect(calls).toEqual([]);
    },
  );

  test('tries a failed opening again, also when the network is back', async () => {
    const { flow, last, state, net } = given();
    flow.start();
    await last('getBooking').fail(refusal('INTERNAL'));
    expect(state()).toMatchObject({ phase: 'failed', problem: { kind: 'server', retryable: true } });
    flow.retry();
    expect(state()).toMatchObject({ phase: 'loading', problem: null });
    await last('getBooking').fail(offline);
    await net.set(true);
    await last('getBooking').answer(booking);
    await last('getCoach').answer(coach);
    expect(state().phase).toBe('booking');
  });
});

describe('moving', () => {
  test('V05 V06 shows the month of the booking as if the booking did not exist, requested with its token (R4)', async () => {
    const { state, last } = await givenMoving();
    expect(last('listSlots')).toMatchObject({
      input: { coach: coach.id, forBooking: booking.id, statuses: 'all' },
      token,
    });
    expect(last('listSlots').input).not.toHaveProperty('serviceId');
    expect(state()).toMatchObject({ phase: 'moving', slots: { month: '2026-04', day: '2026-04-14', loading: false } });
  });

  test('does not offer the booking’s own time', async () => {
    const { flow, last, state } = await givenBooking();
    flow.startMoving();
    await last('listSlots').answer(slots([nine, ten]));
    const statuses = state().slots.byDate['2026-04-14']?.map(({ status }) => status);
    expect([booking.start, statuses]).toEqual([nine.start, ['booked', 'available']]);
  });

  test('V07 keeps name, length and price of a service that is no longer offered', async () => {
    const { flow, last, state } = given();
    flow.start();
    await last('getBooking').answer(booking);
    await last('getCoach').answer({ ...coach, services: [] });
    const { serviceId: id, serviceTitle: title, price, duration } = booking;
    expect(state().service).toMatchObject({ id, title, price, duration });
    flow.startMoving();
    expect(last('listSlots').input).toMatchObject({ forBooking: booking.id });
  });

  test('sends the version that a move to a chosen slot is based on', async () => {
    const { flow, last, state, calls } = await givenSaving();
    expect(state()).toMatchObject({ phase: 'saving', slot: tomorrow });
    expect(last('rescheduleBooking')).toMatchObject({
      input: { id: booking.id, start: tomorrow.start, version: 1, reason: 'Dentist' },
      token,
    });
    flow.confirmMove();
    await last('rescheduleBooking').answer(moved);
    expect(state()).toMatchObject({ phase: 'booking', booking: moved, slot: null, done: 'moved', problem: null });
    expect(calls.filter(({ name }) => name === 'rescheduleBooking')).toHaveLength(1);
  });

  test('reads the slots again for a second move', async () => {
    const { flow, last, count } = await givenSaving();
    await last('rescheduleBooking').answer(moved);
    flow.startMoving();
    expect(count('listSlots')).toBe(2);
  });

  test('abandons a move', async () => {
    const { flow, state } = await givenMoving();
    flow.chooseSlot(tomorrow);
    expect(state().slots.day).toBe('2026-04-15');
    flow.stopMoving();
    expect(state()).toMatchObject({ phase: 'booking', slot: null, booking });
  });

  test('offers the nearest slots when the chosen one was just taken', async () => {
    const { last, state } = await givenSaving();
    await last('rescheduleBooking').fail(refusal('SLOT_TAKEN', { alternatives: [ten] }));
    expect(state()).toMatchObject({ phase: 'moving', slot: null, problem: { kind: 'taken', alternatives: [ten] } });
    expect(state().slots.byDate['2026-04-15']?.[0]?.status).toBe('booked');
  });

  test.each([
    [offline, 'offline'],
    [refusal('TOO_SOON'), 'refused'],
  ])('keeps the slot of a move that fails with %s, and sends it again on a retry', async (error, kind) => {
    const { last, state, flow, count } = await givenSaving();
    await last('rescheduleBooking').fail(error);
    expect(state()).toMatchObject({ phase: 'moving', slot: tomorrow, problem: { kind } });
    flow.retry();
    expect(count('rescheduleBooking')).toBe(2);
    expect(state().phase).toBe('saving');
  });

  test('recognizes a move as done whose answer was lost', async () => {
    const { last, state, flow } = await givenSaving();
    await last('rescheduleBooking').fail(offline);
    flow.retry();
    await last('rescheduleBooking').fail(refusal('VERSION_CONFLICT', { version: 2 }));
    await last('getBooking').answer(moved);
    expect(state()).toMatchObject({ phase: 'booking', booking: moved, done: 'moved', problem: null });
  });

  test('shows a booking that another person changed as it is now', async () => {
    const { last, state } = await givenSaving();
    await last('rescheduleBooking').fail(refusal('VERSION_CONFLICT', { version: 2 }));
    await last('getBooking').answer(cancelled);
    expect(state()).toMatchObject({
      phase: 'booking',
      booking: cancelled,
      done: null,
      newLink: null,
      problem: { kind: 'refused', code: 'VERSION_CONFLICT' },
    });
  });

  test('follows months, days and zones as the booking flow does', async () => {
    const { flow, state, last } = await givenMoving();
    flow.chooseDay('2026-04-20');
    expect(state().slots.day).toBe('2026-04-20');
    flow.setTimeZone('Asia/Tokyo');
    flow.showMonth('2026-05');
    await last('listSlots').answer(slots([], { nextAvailable: '2026-06-02T13:00:00Z' }));
    flow.jumpToNextAvailable();
    expect(state().slots).toMatchObject({ month: '2026-06', day: '2026-06-02', timeZone: 'Asia/Tokyo' });
  });

  test('reports a month that fails', async () => {
    const { flow, state, last } = await givenMoving();
    flow.showMonth('2026-05');
    await last('listSlots').fail(offline);
    expect(state()).toMatchObject({ phase: 'moving', problem: { kind: 'offline' } });
    flow.stop();
  });
});

describe('cancelling', () => {
  test('sends the version and the reason', async () => {
    const { flow, last, state } = await givenBooking();
    flow.cancel('I am ill');
    flow.cancel('I am ill');
    expect(last('cancelBooking')).toMatchObject({ input: { id: booking.id, version: 1, reason: 'I am ill' }, token });
    await last('cancelBooking').answer(cancelled);
    expect(state()).toMatchObject({ phase: 'booking', booking: cancelled, done: 'cancelled' });
  });

  test('counts a cancelled booking as done', async () => {
    const { flow, last, state } = await givenBooking();
    flow.cancel();
    await last('cancelBooking').fail(refusal('NOT_ALLOWED_NOW', { status: 'cancelled' }));
    await last('getBooking').answer(cancelled);
    expect(state()).toMatchObject({ booking: cancelled, done: 'cancelled', problem: null });
  });

  test('shows that the link is gone which was revoked during a cancellation', async () => {
    const { flow, last, state } = await givenBooking();
    flow.cancel();
    await last('cancelBooking').fail(refusal('TOKEN_INVALID'));
    expect(state().phase).toBe('gone');
  });

  test('does not cancel while moving', async () => {
    const { flow, count } = await givenMoving();
    flow.chooseSlot(nine);
    flow.cancel();
    expect(count('cancelBooking')).toBe(0);
  });
});

describe('S22 a new link', () => {
  const link = { manageToken: 'new', manageUrl: 'https://book.example/manage/new', expiresAt: '2026-07-13T14:00:00Z' };

  test('creates a new link, returns it and uses it from then on', async () => {
    const world = await givenBooking();
    world.flow.renewLink();
    expect(world.state().phase).toBe('saving');
    await world.last('renewManageLink').answer(link);
    expect(world.state()).toMatchObject({ phase: 'booking', newLink: link.manageUrl, booking: { id: booking.id } });
    world.flow.cancel();
    expect(world.last('cancelBooking').token).toBe('new');
  });

  test('keeps the old link when a new one cannot be created, and tries again', async () => {
    const world = await givenBooking();
    world.flow.renewLink();
    await world.last('renewManageLink').fail(offline);
    expect(world.state()).toMatchObject({ phase: 'booking', newLink: null, problem: { kind: 'offline' } });
    world.flow.retry();
    await world.last('renewManageLink').answer(link);
    expect(world.state().newLink).toBe(link.manageUrl);
  });

  test('shows nothing after another person created the new link first', async () => {
    const world = await givenBooking();
    world.flow.renewLink();
    await world.last('renewManageLink').fail(refusal('BOOKING_NOT_FOUND'));
    expect(world.state().phase).toBe('gone');
  });
});
