import { describe, expect, test } from 'vitest';
import { given, givenSlots } from '../../test/flows/given-booking-flow.ts';
import { nine, offline, slots, strength, tomorrow, waitingClient } from '../../test/flows/world.ts';

describe('months and days', () => {
  test('shows the month of the next free start first, when the present month has none', async () => {
    const { state, last, count } = await givenSlots({}, slots([], { nextAvailable: '2026-06-02T13:00:00Z' }));
    expect(state().slots).toMatchObject({ month: '2026-06', day: '2026-06-02', loading: true });
    await last('listSlots').answer(slots([{ start: '2026-06-02T13:00:00Z', end: '2026-06-02T14:00:00Z' }]));
    expect(state().slots).toMatchObject({ month: '2026-06', day: '2026-06-02', loading: false });
    expect(count('listSlots')).toBe(2);
  });

  test('stays at the present month when no start is free', async () => {
    const { state, count } = await givenSlots({}, slots([], { reason: 'capacity' }));
    expect(state().slots).toMatchObject({ month: '2026-04', day: null, reason: 'capacity', loading: false });
    expect(count('listSlots')).toBe(1);
  });

  test('V18 takes the present month from the server, whose answer corrects a clock that is years ahead', async () => {
    let answered = false;
    const world = given({ clock: () => (answered ? Date.parse('2026-04-14T08:00:00Z') : Date.parse('2040-01-05')) });
    world.flow.start();
    expect(world.state().slots.month).toBe('2040-01');
    answered = true;
    await world.last('listSlots').answer(slots([], { reason: 'window', nextAvailable: nine.start }));
    expect(world.state().slots).toMatchObject({ month: '2026-04', loading: true });
    await world.last('listSlots').answer(slots([nine, tomorrow]));
    expect(world.state().slots).toMatchObject({ month: '2026-04', day: '2026-04-14', loading: false });
  });

  test('shows a month without a free slot with the reason and the next free start, and stays', async () => {
    const { state, flow, last, count } = await givenSlots();
    flow.showMonth('2026-05');
    await last('listSlots').answer(slots([], { reason: 'time_off', nextAvailable: '2026-06-02T13:00:00Z' }));
    expect(state().slots).toMatchObject({
      month: '2026-05',
      day: null,
      reason: 'time_off',
      nextAvailable: '2026-06-02T13:00:00Z',
    });
    expect(count('listSlots')).toBe(2);
  });

  test('shows the day of the next free slot by jump()', async () => {
    const { state, flow, last } = await givenSlots();
    flow.showMonth('2026-05');
    await last('listSlots').answer(slots([], { nextAvailable: '2026-06-02T13:00:00Z' }));
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

  test.each([false, true])(
    'shows the latest of two months requested quickly, and aborts the other request (deaf: %s)',
    async (deaf) => {
      const { state, flow, calls } = await givenSlots({}, undefined, waitingClient({ deaf }));
      flow.showMonth('2026-05');
      flow.showMonth('2026-06');
      const [, may, june] = calls;
      expect(may?.signal?.aborted).toBe(true);
      await june?.answer(slots([{ start: '2026-06-02T13:00:00Z', end: '2026-06-02T14:00:00Z' }]));
      await may?.answer(slots([{ start: '2026-05-05T13:00:00Z', end: '2026-05-05T14:00:00Z' }]));
      expect(state().slots).toMatchObject({ month: '2026-06', day: '2026-06-02' });
      expect(state().problem).toBeNull();
    },
  );

  test('shows a month seen before at once, and reads it again behind when it is older than 30 seconds', async () => {
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

  test('reports no failure of a refresh in the background', async () => {
    const { state, flow, last, clock } = await givenSlots();
    await clock.pass(31_000);
    flow.showMonth('2026-04');
    await last('listSlots').fail(offline);
    expect(state()).toMatchObject({ problem: null, slots: { loading: false } });
  });

  test('keeps the other months when one fails, which can be read again', async () => {
    const { state, flow, last } = await givenSlots();
    flow.showMonth('2026-05');
    await last('listSlots').fail(offline);
    expect(state()).toMatchObject({
      phase: 'slots',
      problem: { kind: 'offline' },
      slots: { month: '2026-05', loading: false },
    });
    flow.retry();
    await last('listSlots').answer(slots([]));
    expect(state()).toMatchObject({ problem: null, slots: { month: '2026-05', reason: 'booked' } });
  });

  test('does not show the past', async () => {
    const { state, flow } = await givenSlots();
    flow.showMonth('2025-01');
    expect(state().slots.month).toBe('2026-04');
  });

  test('shows the same month by the dates of another zone', async () => {
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
