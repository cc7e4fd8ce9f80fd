import { describe, expect, test } from 'vitest';
import { minute, givenSlots, givenDetails } from '../../test/flows/given-booking-flow.ts';
import { coach, hold, nine, offline, refusal, settle, slots, strength, ten, tomorrow } from '../../test/flows/world.ts';

describe('a chosen slot', () => {
  test('holds a chosen slot and leads to the details', async () => {
    const { state, last } = await givenDetails();
    expect(last('createHold').input).toEqual({ coachId: coach.id, serviceId: strength.id, start: nine.start });
    const kept = { id: hold('1').id, token: 'proof-1', endsAt: Date.parse('2026-04-14T08:05:00Z'), extended: false };
    expect(state()).toMatchObject({ phase: 'details', slot: { ...nine, date: '2026-04-14' }, hold: kept });
  });

  test('holds a slot once that is clicked twice', async () => {
    const { flow, count, state } = await givenSlots();
    flow.chooseSlot(nine);
    flow.chooseSlot(nine);
    flow.chooseSlot(ten);
    await settle();
    expect(count('createHold')).toBe(1);
    expect(state()).toMatchObject({ phase: 'holding', slot: nine });
  });

  test('shows a slot that was just taken as booked, with the nearest free ones', async () => {
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
  ])('returns to the slots with the problem when %s prevents the hold', async (error, problem) => {
    const { flow, last, state } = await givenSlots();
    flow.chooseSlot(nine);
    await settle();
    await last('createHold').fail(error);
    expect(state()).toMatchObject({ phase: 'slots', slot: null, problem });
  });

  test('reads the month again behind the problem when a rule refuses the slot', async () => {
    const { flow, last, state } = await givenSlots();
    flow.chooseSlot(nine);
    await settle();
    await last('createHold').fail(refusal('IN_TIME_OFF', { alternatives: [tomorrow] }));
    await last('listSlots').answer(slots([tomorrow]));
    expect(state()).toMatchObject({ phase: 'slots', problem: { code: 'IN_TIME_OFF', alternatives: [tomorrow] } });
    expect(Object.keys(state().slots.byDate)).toEqual(['2026-04-15']);
  });

  test('repeats a hold with the same key while its outcome is unknown', async () => {
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

  test('releases a slot that is left before the answer, and chooses it again without a conflict', async () => {
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

  test('sends no request for a slot that is left before it', async () => {
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

  test('releases the hold when the visitor returns, and reads the month only after that', async () => {
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
