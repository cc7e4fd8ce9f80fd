import { describe, expect, test } from 'vitest';
import { ana, givenDetails } from '../../test/flows/given-booking-flow.ts';
import { coach, created, offline, refusal, settle, slots, nine, strength } from '../../test/flows/world.ts';

const code = 'CDFHJKMN';
const price = { amount: 6000, currency: 'EUR' };
const checked = { price, discount: { list: 7500, discount: 1500, code }, expiresAt: '2026-04-20T08:00:00Z' };

const given = async () => {
  const world = await givenDetails();
  world.flow.setDetails(ana);
  return world;
};

/** A visitor who has typed a code, and waited. */
const typed = async (incentiveCode = code) => {
  const world = await given();
  world.flow.setDetails({ incentiveCode });
  await world.clock.pass(500);
  return world;
};

describe('a code for a lower price', () => {
  test('is checked once it is whole and no more is typed, with the e-mail', async () => {
    const { flow, clock, count, last, state } = await given();
    for (const part of ['CDFH', 'CDFH-', 'CDFH-JKM']) {
      flow.setDetails({ incentiveCode: part });
      await clock.pass(500);
    }
    flow.setDetails({ incentiveCode: 'CDFH-JKMN' });
    await clock.pass(499);
    expect(count('checkIncentive')).toBe(0);
    await clock.pass(1);
    expect(last('checkIncentive').input).toEqual({
      coach: coach.id,
      code: 'CDFH-JKMN',
      serviceId: strength.id,
      email: ana.email,
    });
    expect(state().incentive).toEqual({ code: 'CDFH-JKMN' });
  });

  test('lowers the price that is shown, until it is changed', async () => {
    const { flow, last, state } = await typed();
    await last('checkIncentive').answer(checked);
    expect(state()).toMatchObject({ incentive: { code, checked }, service: { id: strength.id, price } });
    flow.setDetails({ incentiveCode: '' });
    expect(state().incentive).toBeUndefined();
    expect(state().service).toEqual(strength);
  });

  test('is checked again with another e-mail, and an answer for the earlier one is dropped', async () => {
    const { flow, clock, calls, last, state } = await typed();
    flow.setDetails({ email: 'bo@example.com' });
    await last('checkIncentive').answer(checked);
    expect(state().incentive).toBeUndefined();
    await clock.pass(500);
    expect(calls.filter(({ name }) => name === 'checkIncentive')).toHaveLength(2);
    await last('checkIncentive').fail(refusal('INCENTIVE_REFUSED', { incentive: 'other_person' }));
    expect(state()).toMatchObject({ incentive: { code, reason: 'other_person' }, problem: null });
  });

  test.each([
    [refusal('INCENTIVE_REFUSED', { incentive: 'used' }), { code, reason: 'used' }],
    [refusal('RATE_LIMITED'), { code, reason: 'limited' }],
    [offline, undefined],
  ])('says why it is refused, and nothing without an answer: %s', async (error, incentive) => {
    const { last, state } = await typed();
    await last('checkIncentive').fail(error);
    expect(state().incentive).toEqual(incentive);
  });

  test('goes with the booking, which shows the price that is charged', async () => {
    const { flow, last, state, count } = await typed(` ${code} `);
    flow.confirm();
    await settle();
    expect(last('createBooking').input).toMatchObject({ incentiveCode: code });
    await last('createBooking').answer({ ...created, price, discount: checked.discount });
    expect(state()).toMatchObject({ phase: 'confirmed', service: { id: strength.id, price } });
    flow.bookAnother();
    expect(state()).toMatchObject({ service: strength, incentive: undefined, details: { incentiveCode: '' } });
    expect(count('createBooking')).toBe(1);
  });

  test('is explained when the booking is refused for it, and can be taken out', async () => {
    const { flow, last, state } = await typed();
    flow.confirm();
    await settle();
    await last('createBooking').fail(refusal('INCENTIVE_REFUSED', { incentive: 'expired' }));
    expect(state()).toMatchObject({
      phase: 'details',
      incentive: { code, reason: 'expired' },
      problem: { kind: 'refused', code: 'INCENTIVE_REFUSED' },
    });
    flow.setDetails({ incentiveCode: '' });
    expect(state()).toMatchObject({ incentive: undefined, problem: null });
    flow.confirm();
    await settle();
    expect(last('createBooking').input).not.toHaveProperty('incentiveCode');
  });

  test('survives a reload, and is checked again', async () => {
    const { make, last, count } = await typed();
    const again = make();
    again.start();
    await last('listSlots').answer(slots([nine]));
    expect(again.$state.get()).toMatchObject({ phase: 'details', details: { incentiveCode: code } });
    expect(count('checkIncentive')).toBe(2);
  });
});
