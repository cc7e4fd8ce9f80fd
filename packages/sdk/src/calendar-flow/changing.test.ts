import { describe, expect, test } from 'vitest';
import { ana, ben, calendarOf, givenWeek, session, since } from '../../test/flows/given-calendar-flow.ts';
import type { World } from '../../test/flows/given-calendar-flow.ts';
import { coach, nine, offline, refusal, settle, ten } from '../../test/flows/world.ts';
import type { Booking } from '../schemas.ts';
import type { CalendarBooking } from './state.ts';

/** Returns the answer of a write: a plain booking, without the actions that are allowed next. */
function answered({
  actions: _actions,
  bufferBefore: _before,
  bufferAfter: _after,
  ...booking
}: CalendarBooking): Booking {
  return booking;
}

const pending = session('a1', '2026-04-14T13:00:00Z', { status: 'pending', actions: ['confirm', 'cancel'] });
const started = session('b2', '2026-04-14T07:30:00Z', { status: 'in_progress' });
const shown = (world: World, { id }: CalendarBooking) => world.state().bookings.find((booking) => booking.id === id);

type Step = readonly ['confirm' | 'start' | 'complete' | 'noShow', string, CalendarBooking['status'], CalendarBooking];
const steps: readonly Step[] = [
  ['confirm', 'confirmBooking', 'confirmed', pending],
  ['start', 'startBooking', 'in_progress', ana],
  ['complete', 'completeBooking', 'completed', started],
  ['noShow', 'markNoShow', 'no_show', started],
];

describe('a step', () => {
  test.each(steps)(
    'shows %s at once, names the version, and replaces it by the answer',
    async (intent, call, status, booking) => {
      const world = await givenWeek([booking]);
      const asked = since(world);
      world.flow[intent](booking.id);
      expect(shown(world, booking)).toMatchObject({ status, version: 1 });
      expect(world.state()).toMatchObject({ busy: [booking.id], done: null });
      expect(world.last(call).input).toEqual({ id: booking.id, version: 1 });
      const after = { ...booking, status, version: 2 };
      await world.last(call).answer(answered(after));
      expect(world.state().done).toEqual({
        intent,
        bookingId: booking.id,
        undoable: true,
        change: { before: booking, after },
      });
      // The actions that are allowed now are read in the background; until then it is busy.
      expect(world.state().busy).toEqual([booking.id]);
      expect(asked()).toEqual([call, 'getCalendar']);
      await world.last('getCalendar').answer(calendarOf(world.last('getCalendar'), [{ ...after, actions: ['undo'] }]));
      expect(shown(world, booking)).toMatchObject({ status, version: 2, actions: ['undo'] });
      expect(world.state()).toMatchObject({ busy: [], problem: null });
    },
  );

  test.each(steps)('undoes %s with the version it made', async (intent, call, status, booking) => {
    const world = await givenWeek([booking]);
    world.flow[intent](booking.id);
    await world.last(call).answer(answered({ ...booking, status, version: 2 }));
    world.flow.undo();
    world.flow.undo();
    expect(shown(world, booking)?.status).toBe(booking.status);
    expect(world.last('undoBooking').input).toEqual({ id: booking.id, version: 2 });
    await world.last('undoBooking').answer(answered({ ...booking, version: 3 }));
    expect(world.state().done).toMatchObject({ intent: 'undo', bookingId: booking.id, undoable: false });
    expect(world.count('undoBooking')).toBe(1);
  });

  test('M2 undoes the last step of a booking by its id, long after its message', async () => {
    const world = await givenWeek([ana, started]);
    world.flow.undo(started.id);
    expect(world.last('undoBooking').input).toEqual({ id: started.id, version: started.version });
    await world.last('undoBooking').answer(answered({ ...started, status: 'confirmed', version: 2 }));
    expect(shown(world, started)?.status).toBe('confirmed');
    expect(world.state().done).toMatchObject({ intent: 'undo', bookingId: started.id });
  });

  test('M2 reports no success of an undo by id when another step was made since', async () => {
    const world = await givenWeek([started]);
    world.flow.undo(started.id);
    await world.last('undoBooking').fail(refusal('NOTHING_TO_UNDO'));
    await world.last('getCalendar').answer(calendarOf(world.last('getCalendar'), [started]));
    expect(world.state()).toMatchObject({ done: null, problem: { kind: 'stale', intent: 'undo' } });
  });

  test('reverts the change before a refused one by undo', async () => {
    const world = await givenWeek([pending, ana]);
    world.flow.confirm(pending.id);
    await world.last('confirmBooking').answer(answered({ ...pending, status: 'confirmed', version: 2 }));
    void world.flow.reschedule(ana.id, { start: ten.start });
    await world.last('rescheduleBooking').fail(refusal('OFF_GRID'));
    world.flow.undo();
    expect(world.last('undoBooking').input).toEqual({ id: pending.id, version: 2 });
  });

  test('removes a refusal when another range is shown', async () => {
    const world = await givenWeek([ana]);
    void world.flow.reschedule(ana.id, { start: ten.start });
    await world.last('rescheduleBooking').fail(refusal('OFF_GRID'));
    expect(world.state().problem).toMatchObject({ code: 'OFF_GRID' });
    world.flow.next();
    expect(world.state().problem).toBe(null);
  });

  test('counts the summary anew at once', async () => {
    const world = await givenWeek([pending]);
    void world.flow.cancel(pending.id);
    expect(world.state().summary).toMatchObject({ upcoming: 0, cancelled: 1 });
  });

  test.each([
    [refusal('SLOT_TAKEN', { alternatives: [nine, ten] }), { kind: 'taken', alternatives: [nine, ten] }],
    [refusal('STAFF_BUSY'), { kind: 'taken' }],
    [refusal('TOO_SOON'), { kind: 'refused', code: 'TOO_SOON' }],
    [refusal('CAPACITY_FULL'), { kind: 'refused' }],
    [refusal('FORBIDDEN'), { kind: 'forbidden' }],
    [
      refusal('INVALID_REQUEST', { problems: [{ path: 'notes', message: 'long' }] }),
      { kind: 'invalid', fields: { notes: 'invalid' } },
    ],
    [refusal('RATE_LIMITED', {}, 20), { kind: 'limited', retryAfter: 20, retryable: true }],
    [refusal('INTERNAL'), { kind: 'server', retryable: true }],
    [offline, { kind: 'offline', code: 'OFFLINE', retryable: true }],
    [new Error('a fault'), { kind: 'server', code: 'INTERNAL' }],
  ])('reverts a step that fails with %s, and reports the reason', async (error, problem) => {
    const world = await givenWeek([pending]);
    world.flow.confirm(pending.id);
    await world.last('confirmBooking').fail(error);
    expect(shown(world, pending)?.status).toBe('pending');
    expect(world.state()).toMatchObject({
      busy: [],
      done: null,
      problem: { intent: 'confirm', bookingId: pending.id, ...problem },
    });
  });

  test('shows an offline step as such until a read comes through', async () => {
    const world = await givenWeek([pending]);
    world.flow.confirm(pending.id);
    await world.last('confirmBooking').fail(offline);
    expect(world.state()).toMatchObject({ phase: 'ready', connection: 'offline', bookings: [pending] });
    await world.last('getCalendar').fail(offline);
    await world.clock.pass(30_000);
    await world.last('getCalendar').answer(calendarOf(world.last('getCalendar'), [pending]));
    expect(world.state().connection).toBe('connecting');
  });

  test('sends a failed step again', async () => {
    const world = await givenWeek([pending]);
    world.flow.confirm(pending.id);
    await world.last('confirmBooking').fail(offline);
    world.flow.retry();
    expect(world.count('confirmBooking')).toBe(2);
    expect(world.state()).toMatchObject({ problem: null, busy: [pending.id] });
  });

  test('reverts a step without a session, keeps the screen and continues after the sign-in', async () => {
    const world = await givenWeek([pending]);
    world.flow.confirm(pending.id);
    await world.last('confirmBooking').fail(refusal('SESSION_EXPIRED'));
    expect(world.state()).toMatchObject({ phase: 'signed_out', bookings: [pending], problem: { kind: 'signed_out' } });
    expect(world.live.watches[0]?.ended).toBe(true);
    world.flow.retry();
    await world.last('getPreferences').answer({ ...world.state().preferences });
    await world.last('getCoach').answer(coach);
    expect(world.state()).toMatchObject({ phase: 'ready', bookings: [pending], problem: null });
  });

  test('reports a step on a booking that does not exist any more', async () => {
    const world = await givenWeek([]);
    world.flow.confirm(ana.id);
    expect(await world.flow.setNotes(ana.id, 'x')).toBe(false);
    expect(world.state().problem).toMatchObject({
      kind: 'stale',
      code: 'BOOKING_NOT_FOUND',
      bookingId: ana.id,
      intent: 'setNotes',
    });
    expect(world.count('confirmBooking') + world.count('updateBooking')).toBe(0);
  });
});

describe('a version conflict', () => {
  const cancelled: CalendarBooking = { ...pending, status: 'cancelled', version: 2, actions: [] };

  test('reads the newest state and replaces the change in one step', async () => {
    const world = await givenWeek([pending]);
    const seen: (string | undefined)[] = [];
    world.flow.$state.listen(() => seen.push(shown(world, pending)?.status));
    world.flow.confirm(pending.id);
    await world.last('confirmBooking').fail(refusal('VERSION_CONFLICT', { version: 2 }));
    await world.last('getCalendar').answer(calendarOf(world.last('getCalendar'), [cancelled]));
    expect(shown(world, pending)).toEqual(cancelled);
    expect(world.state()).toMatchObject({ busy: [], problem: { kind: 'stale', code: 'VERSION_CONFLICT' } });
    expect(new Set(seen.slice(1))).toEqual(new Set(['confirmed', 'cancelled']));
  });

  test('treats a change that is made already as done: perhaps by a request whose answer was lost', async () => {
    const world = await givenWeek([pending]);
    world.flow.confirm(pending.id);
    await world.last('confirmBooking').fail(offline);
    world.flow.retry();
    await world.last('confirmBooking').fail(refusal('NOT_ALLOWED_NOW', { status: 'confirmed' }));
    await world
      .last('getCalendar')
      .answer(calendarOf(world.last('getCalendar'), [{ ...pending, status: 'confirmed', version: 2 }]));
    expect(world.state()).toMatchObject({ problem: null, done: { intent: 'confirm', undoable: true } });
    world.flow.undo();
    expect(world.last('undoBooking').input).toEqual({ id: pending.id, version: 2 });
  });

  test('reverts the change also when the newest state cannot be read', async () => {
    const world = await givenWeek([pending]);
    world.flow.confirm(pending.id);
    await world.last('confirmBooking').fail(refusal('VERSION_CONFLICT'));
    await world.last('getCalendar').fail(offline);
    expect(world.state()).toMatchObject({ bookings: [pending], busy: [], problem: { kind: 'stale' } });
  });
});

describe('several changes of one booking', () => {
  test('sends changes of one booking one after the other, each with the version that the one before made', async () => {
    const world = await givenWeek([pending]);
    world.flow.confirm(pending.id);
    const noted = world.flow.setNotes(pending.id, 'Bring shoes');
    expect(shown(world, pending)).toMatchObject({ status: 'confirmed', notes: 'Bring shoes' });
    expect(world.count('updateBooking')).toBe(0);
    await world.last('confirmBooking').answer(answered({ ...pending, status: 'confirmed', version: 2 }));
    expect(world.last('updateBooking').input).toEqual({ id: pending.id, notes: 'Bring shoes', version: 2 });
    await world
      .last('updateBooking')
      .answer(answered({ ...pending, status: 'confirmed', notes: 'Bring shoes', version: 3 }));
    expect(await noted).toBe(true);
    expect(world.state().done).toMatchObject({ intent: 'setNotes', undoable: false });
    world.flow.undo();
    expect(world.count('undoBooking')).toBe(0);
  });

  test('drops the changes after a failed one and reports so', async () => {
    const world = await givenWeek([pending]);
    world.flow.confirm(pending.id);
    const noted = world.flow.setNotes(pending.id, 'Bring shoes');
    await world.last('confirmBooking').fail(refusal('CAPACITY_FULL'));
    expect(await noted).toBe(false);
    expect(world.state()).toMatchObject({ bookings: [pending], busy: [], problem: { intent: 'confirm' } });
    expect(world.count('updateBooking')).toBe(0);
    world.flow.confirm(pending.id);
    expect(world.count('confirmBooking')).toBe(2);
  });

  test('sends the same change once that is made twice', async () => {
    const world = await givenWeek([pending]);
    const twice = [world.flow.cancel(pending.id), world.flow.cancel(pending.id)];
    await world.last('cancelBooking').answer(answered({ ...pending, status: 'cancelled', version: 2 }));
    expect(await Promise.all(twice)).toEqual([true, true]);
    expect(world.count('cancelBooking')).toBe(1);
  });
});

describe('cancelling, assigning, noting', () => {
  test('sends the choice about notifying with a cancellation, which cannot be undone', async () => {
    const world = await givenWeek();
    const done = world.flow.cancel(ana.id, { reason: 'I am ill', notify: true, offerReschedule: true });
    expect(world.last('cancelBooking').input).toEqual({
      id: ana.id,
      reason: 'I am ill',
      notify: true,
      offerReschedule: true,
      version: 1,
    });
    await world.last('cancelBooking').answer(answered({ ...ana, status: 'cancelled', version: 2 }));
    expect(await done).toBe(true);
    expect(world.state().done).toMatchObject({ intent: 'cancel', undoable: false });
    world.flow.undo();
    expect(world.count('undoBooking')).toBe(0);
  });

  test('R20 reports the change of a booking and the choice about notifying, for its message', async () => {
    const world = await givenWeek([pending]);
    world.flow.confirm(pending.id, { notify: false });
    expect(world.last('confirmBooking').input).toEqual({ id: pending.id, notify: false, version: 1 });
    const after = { ...pending, status: 'confirmed' as const, version: 2 };
    await world.last('confirmBooking').answer(answered(after));
    expect(world.state().done?.change).toEqual({ before: pending, after, notify: false });
  });

  test('makes an assignment and undoes it', async () => {
    const world = await givenWeek();
    void world.flow.assign(ana.id, 's1');
    expect(shown(world, ana)?.staffId).toBe('s1');
    expect(world.last('updateBooking').input).toEqual({ id: ana.id, staffId: 's1', version: 1 });
    await world.last('updateBooking').answer(answered({ ...ana, staffId: 's1', version: 2 }));
    void world.flow.assign(ana.id, null);
    expect(shown(world, ana)?.staffId).toBeUndefined();
    await world.last('updateBooking').answer(answered({ ...ana, version: 3 }));
    expect(shown(world, ana)).toEqual({ ...ana, version: 3 });
  });
});

describe('moving a booking', () => {
  const later = { start: '2026-04-16T15:00:00Z', end: '2026-04-16T16:00:00Z' };

  test('R19 R20 shows it at the new time at once, in order and with its status, and undo is a second move', async () => {
    const world = await givenWeek();
    const done = world.flow.reschedule(ana.id, { start: '2026-04-16T15:00:00.000Z', notify: false });
    expect(world.ids()).toEqual([ben.id, ana.id]);
    expect(shown(world, ana)).toMatchObject({ ...later, status: 'confirmed' });
    expect(world.last('rescheduleBooking').input).toEqual({
      id: ana.id,
      start: '2026-04-16T15:00:00.000Z',
      notify: false,
      version: 1,
    });
    await world.last('rescheduleBooking').answer(answered({ ...ana, ...later, version: 2 }));
    expect(await done).toBe(true);
    expect(world.ids()).toEqual([ben.id, ana.id]);
    world.flow.undo();
    expect(world.ids()).toEqual([ana.id, ben.id]);
    expect(world.last('rescheduleBooking').input).toEqual({
      id: ana.id,
      start: ana.start,
      duration: 60,
      notify: false,
      version: 2,
    });
    await world.last('rescheduleBooking').answer(answered({ ...ana, version: 3 }));
    expect(world.state().done).toMatchObject({ intent: 'undo', undoable: false });
  });

  test('R19 shows a moved session in progress as not begun any more', async () => {
    const world = await givenWeek([started]);
    void world.flow.reschedule(started.id, later);
    expect(shown(world, started)).toMatchObject({ ...later, status: 'scheduled' });
  });

  test('makes a booking longer; a pending one stays pending', async () => {
    const world = await givenWeek([pending]);
    void world.flow.reschedule(pending.id, { start: pending.start!, duration: 90 });
    expect(shown(world, pending)).toMatchObject({
      start: pending.start,
      end: '2026-04-14T14:30:00Z',
      duration: 90,
      status: 'pending',
    });
    expect(world.last('rescheduleBooking').input).toMatchObject({ duration: 90 });
  });

  test('removes a booking that moves to another week from this one and shows it in that', async () => {
    const world = await givenWeek();
    void world.flow.reschedule(ana.id, { start: '2026-04-21T13:00:00Z' });
    expect(world.ids()).toEqual([ben.id]);
    world.flow.next();
    expect(world.ids()).toEqual([ana.id]);
    await world.last('rescheduleBooking').fail(refusal('SLOT_TAKEN', { alternatives: [ten] }));
    expect(world.ids()).toEqual([]);
    expect(world.state().problem).toMatchObject({ kind: 'taken', alternatives: [ten] });
    world.flow.previous();
    expect(world.ids()).toEqual([ana.id, ben.id]);
  });

  test('refuses a move to a text that is no instant without a request', async () => {
    const world = await givenWeek();
    expect(await world.flow.reschedule(ana.id, { start: 'soon' })).toBe(false);
    expect(world.state().problem).toMatchObject({ kind: 'invalid', fields: { start: 'invalid' } });
    expect(world.count('rescheduleBooking')).toBe(0);
  });
});

describe('creating', () => {
  const newBooking = { start: '2026-04-17T13:00:00Z', attendee: { name: 'Cleo', email: 'cleo@example.com' } };
  const made = {
    ...answered(session('c9', newBooking.start, { status: 'scheduled' })),
    manageToken: 'secret',
    manageUrl: 'https://book.example/m',
  };

  test('appears when it is created, without the token of the attendee', async () => {
    const world = await givenWeek([ana], { language: 'de' });
    const done = world.flow.create(newBooking);
    expect(world.state().busy).toEqual(['create']);
    expect(world.last('createBooking').input).toEqual({ coachId: coach.id, language: 'de', ...newBooking });
    await world.last('createBooking').answer(made);
    expect(await done).toBe(true);
    expect(world.ids()).toEqual([ana.id, made.id]);
    expect(JSON.stringify(world.state())).not.toContain('secret');
    expect(world.state()).toMatchObject({ busy: [], done: { intent: 'create', bookingId: made.id, undoable: false } });
    expect(world.last('getCalendar').input).toMatchObject({ from: '2026-04-17', to: '2026-04-17' });
  });

  test('sends the same content with the same key until its outcome is known', async () => {
    const world = await givenWeek();
    const keys: (string | undefined)[] = [];
    const sendAndFail = async (error: Error, content = newBooking) => {
      const done = world.flow.create(content);
      keys.push(world.last('createBooking').key);
      await world.last('createBooking').fail(error);
      expect(await done).toBe(false);
    };
    await sendAndFail(offline);
    await sendAndFail(refusal('INTERNAL'), { ...newBooking, start: '2026-04-17T15:00:00Z' });
    await sendAndFail(refusal('INTERNAL'));
    await sendAndFail(refusal('SLOT_TAKEN'));
    await sendAndFail(offline);
    const [first, other, again, last, fresh] = keys;
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([again, last]).toEqual([first, first]);
    expect(new Set([first, other, fresh]).size).toBe(3);
  });

  test('V10 continues in spite of warnings with another key (R16)', async () => {
    const world = await givenWeek();
    void world.flow.create(newBooking);
    const { key } = world.last('createBooking');
    await world.last('createBooking').fail(refusal('TOO_SOON', { warnings: ['notice', 'off_grid'] }));
    expect(world.state().problem).toMatchObject({ code: 'TOO_SOON', warnings: ['notice', 'off_grid'] });
    const done = world.flow.override();
    expect(world.last('createBooking').input).toMatchObject({ ...newBooking, override: true });
    expect(world.last('createBooking').key).not.toBe(key);
    await world.last('createBooking').answer(made);
    expect([await done, await world.flow.override()]).toEqual([true, false]);
  });

  test('refuses to override a refusal without warnings', async () => {
    const world = await givenWeek();
    void world.flow.create(newBooking);
    await world.last('createBooking').fail(refusal('SLOT_TAKEN'));
    expect(await world.flow.override()).toBe(false);
    expect(world.count('createBooking')).toBe(1);
  });

  test('sends the same request on a retry', async () => {
    const world = await givenWeek();
    void world.flow.create(newBooking);
    const { input, key } = world.last('createBooking');
    await world.last('createBooking').fail(offline);
    world.flow.retry();
    await settle();
    expect(world.count('createBooking')).toBe(2);
    expect(world.last('createBooking')).toMatchObject({ input, key });
  });

  test('sends one request for a double click', async () => {
    const world = await givenWeek();
    const twice = [world.flow.create(newBooking), world.flow.create(newBooking)];
    await world.last('createBooking').answer(made);
    expect(await Promise.all(twice)).toEqual([true, true]);
    expect(world.count('createBooking')).toBe(1);
  });

  test('offers the nearest times for a taken one and reads the range again', async () => {
    const world = await givenWeek();
    const asked = since(world);
    void world.flow.create(newBooking);
    await world.last('createBooking').fail(refusal('SLOT_TAKEN', { alternatives: [ten] }));
    expect(world.state().problem).toMatchObject({
      kind: 'taken',
      intent: 'create',
      alternatives: [ten],
      bookingId: null,
    });
    expect(asked()).toEqual(['createBooking', 'getCalendar']);
  });
});

test('dismiss removes problem and done, and their undo and retry', async () => {
  const world = await givenWeek([pending]);
  world.flow.confirm(pending.id);
  await world.last('confirmBooking').answer(answered({ ...pending, status: 'confirmed', version: 2 }));
  world.flow.dismiss();
  world.flow.undo();
  world.flow.retry();
  expect(world.state()).toMatchObject({ done: null, problem: null });
  expect(world.count('undoBooking')).toBe(0);
});
