import { describe, expect, test } from 'vitest';
import { ana, minute, givenDetails, givenConfirming } from '../../test/flows/given-booking-flow.ts';
import {
  coach,
  created,
  hold,
  nine,
  offline,
  refusal,
  settle,
  strength,
  ten,
  tomorrow,
  zone,
} from '../../test/flows/world.ts';

describe('the booking', () => {
  test('creates the booking with the hold, the details and the campaign', async () => {
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

  test('sends no booking with invalid details, and removes the problem of a corrected field', async () => {
    const { flow, state, count } = await givenDetails();
    flow.setDetails({ email: 'ana' });
    flow.confirm();
    await settle();
    expect(count('createBooking')).toBe(0);
    expect(state()).toMatchObject({
      phase: 'details',
      problem: { kind: 'invalid', fields: { name: 'required', email: 'invalid' } },
    });
    flow.setDetails({ name: 'Ana' });
    expect(state().problem?.fields).toEqual({ email: 'invalid' });
    flow.setDetails({ email: ana.email });
    expect(state().problem).toBeNull();
  });

  test('names the field that the server finds invalid', async () => {
    const { last, state } = await givenConfirming();
    await last('createBooking').fail(
      refusal('INVALID_REQUEST', {
        problems: [
          { path: 'attendee.email', message: 'must match' },
          { path: 'coachId', message: 'x' },
        ],
      }),
    );
    expect(state()).toMatchObject({
      phase: 'details',
      details: ana,
      problem: { kind: 'invalid', fields: { email: 'invalid' } },
    });
  });

  test('repeats a booking whose answer was lost with the same key and body, even after its hold ended', async () => {
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

  test('waits for the visitor when the network is back after a failed booking, and drops the problem', async () => {
    const { flow, calls, count, last, state, net } = await givenConfirming();
    await last('createBooking').fail(offline);
    await net.set(true);
    expect(state()).toMatchObject({ phase: 'details', problem: null });
    expect(count('createBooking')).toBe(1);
    flow.confirm();
    await settle();
    const keys = calls.filter(({ name }) => name === 'createBooking').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  test('sends changed details under another key, and allows that the first request took the slot', async () => {
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

  test('returns to the slots with the nearest free ones after a lost race, and keeps what was typed', async () => {
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

  test('sends a booking whose hold has ended once without it, under another key', async () => {
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

  test('sends no booking when the renewal of its hold finds the slot taken', async () => {
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
    [
      refusal('BOOKING_LIMIT', {}, 3600),
      { kind: 'refused', code: 'BOOKING_LIMIT', retryable: false, retryAfter: 3600 },
    ],
    [refusal('EMAIL_LIMIT'), { kind: 'refused', code: 'EMAIL_LIMIT', retryable: false }],
  ])('keeps the details and the hold when the booking is refused with %s', async (error, problem) => {
    const { last, state, clock } = await givenConfirming();
    await last('createBooking').fail(error);
    expect(state()).toMatchObject({ phase: 'details', details: ana, hold: { token: 'proof-1' }, problem });
    expect(clock.pending()).toBe(1);
  });

  test('renews the hold after a refusal by a rule, and gives the next request another key', async () => {
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

  test('reads the months again for another booking', async () => {
    const { flow, last, state, count } = await givenConfirming();
    await last('createBooking').answer(created);
    flow.bookAnother();
    expect(state()).toMatchObject({
      phase: 'slots',
      booking: null,
      slot: null,
      details: ana,
      slots: { loading: true },
    });
    expect(count('listSlots')).toBe(2);
  });
});
