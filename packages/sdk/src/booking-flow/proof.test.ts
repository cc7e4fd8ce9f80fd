import { describe, expect, test } from 'vitest';
import { givenConfirming } from '../../test/flows/given-booking-flow.ts';
import { created, offline, settle } from '../../test/flows/world.ts';

const { manageToken: _token, manageUrl: _url, ...known } = created;
const waiting = { ...known, status: 'pending', unproven: true, expiresAt: '2026-04-13T08:30:00Z' } as const;
const id = created.id;

const given = async () => {
  const world = await givenConfirming();
  await world.last('createBooking').answer(waiting);
  return world;
};

describe('R14 a booking that the visitor confirms by mail', () => {
  test('waits, and asks again and again whether they have', async () => {
    const { state, last, count, clock } = await given();
    expect(state()).toMatchObject({ phase: 'unproven', booking: waiting, hold: null, problem: null });
    expect(last('getBookingProof').input).toEqual({ id });
    await last('getBookingProof').answer({ id, state: 'waiting', expiresAt: waiting.expiresAt });
    await clock.pass(4000);
    expect(count('getBookingProof')).toBe(2);
    await last('getBookingProof').fail(offline);
    expect(state()).toMatchObject({ phase: 'unproven', problem: null });
    await clock.pass(4000);
    expect(count('getBookingProof')).toBe(3);
  });

  test.each(['confirmed', 'pending'] as const)('goes on by itself once it is %s', async (status) => {
    const { state, last, count, clock } = await given();
    await last('getBookingProof').answer({ id, state: 'proven', status });
    expect(state()).toMatchObject({ phase: 'confirmed', booking: { id, status } });
    expect(state().booking).not.toHaveProperty('unproven');
    await clock.pass(60_000);
    expect(count('getBookingProof')).toBe(1);
  });

  test('leads back to the times when the unconfirmed booking is given up', async () => {
    const { state, last, count, clock } = await given();
    const before = count('listSlots');
    await last('getBookingProof').answer({ id, state: 'gone' });
    expect(state()).toMatchObject({
      phase: 'slots',
      slot: null,
      booking: null,
      problem: { kind: 'expired', code: 'HOLD_GONE' },
    });
    expect(count('listSlots')).toBeGreaterThan(before);
    await clock.pass(60_000);
    expect(count('getBookingProof')).toBe(1);
  });

  test('asks about the booking no more once the widget is gone, and again when it is back', async () => {
    const { flow, state, last, count, clock } = await given();
    flow.stop();
    await last('getBookingProof').answer({ id, state: 'proven', status: 'confirmed' });
    await clock.pass(60_000);
    expect([state().phase, count('getBookingProof')]).toEqual(['unproven', 1]);
    flow.start();
    await settle();
    expect(count('getBookingProof')).toBe(2);
    await last('getBookingProof').answer({ id, state: 'proven', status: 'confirmed' });
    expect(state().phase).toBe('confirmed');
  });

  test('leaves the unconfirmed booking for another time', async () => {
    const { flow, state, count, clock } = await given();
    flow.bookAnother();
    expect(state()).toMatchObject({ phase: 'slots', booking: null });
    await clock.pass(60_000);
    expect(count('getBookingProof')).toBe(1);
  });
});
