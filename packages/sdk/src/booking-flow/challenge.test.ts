import { describe, expect, test } from 'vitest';
import { ana, givenSlots } from '../../test/flows/given-booking-flow.ts';
import { created, hold, nine, offline, refusal, settle, slots } from '../../test/flows/world.ts';

const challenge = { provider: 'hcaptcha', siteKey: 'site' } as const;
const given = async () => {
  const world = await givenSlots({}, { ...slots([nine]), challenge });
  world.flow.chooseSlot(nine);
  await settle();
  await world.last('createHold').answer(hold('1'));
  return world;
};

describe('S7 a booking that requires a challenge', () => {
  test('sends the booking only after the visitor has passed, with the token', async () => {
    const { flow, state, count, last } = await given();
    flow.setDetails(ana);
    expect(state().challenge).toEqual(challenge);
    flow.confirm();
    await settle();
    expect([count('createBooking'), state().phase, state().problem]).toMatchObject([
      0,
      'details',
      { code: 'CHALLENGE_REQUIRED' },
    ]);
    flow.setChallengeToken('t1');
    expect(state().problem).toBeNull();
    flow.confirm();
    await settle();
    expect(last('createBooking').input).toMatchObject({ challengeToken: 't1' });
    await last('createBooking').answer(created);
    expect(state()).toMatchObject({ phase: 'confirmed', challengeToken: undefined });
  });

  test.each(['CHALLENGE_FAILED', 'TOO_SOON'] as const)(
    'drops the token of a booking that was refused with %s',
    async (code) => {
      const { flow, state, last } = await given();
      flow.setDetails(ana);
      flow.setChallengeToken('t1');
      flow.confirm();
      await settle();
      await last('createBooking').fail(refusal(code));
      expect(state()).toMatchObject({
        phase: 'details',
        challengeToken: undefined,
        problem: { kind: 'refused', code },
      });
    },
  );

  test('repeats a booking whose answer was lost with its key, though the token is used up', async () => {
    const { flow, calls, last } = await given();
    flow.setDetails(ana);
    flow.setChallengeToken('t1');
    flow.confirm();
    await settle();
    await last('createBooking').fail(offline);
    flow.retry();
    await settle();
    const sent = calls.filter(({ name }) => name === 'createBooking');
    expect(sent).toHaveLength(2);
    expect(sent[1]!.key).toBe(sent[0]!.key);
    expect(sent[1]!.input).not.toHaveProperty('challengeToken');
  });

  test('asks for another challenge when the hold has ended, and continues without the hold', async () => {
    const { flow, state, count, last } = await given();
    flow.setDetails(ana);
    flow.setChallengeToken('t1');
    flow.confirm();
    await settle();
    await last('createBooking').fail(refusal('HOLD_GONE'));
    expect([count('createBooking'), state()]).toMatchObject([
      1,
      { phase: 'details', hold: null, problem: { code: 'CHALLENGE_REQUIRED' } },
    ]);
  });

  test('forgets the token with the slot', async () => {
    const { flow, state } = await given();
    flow.setChallengeToken('t1');
    flow.backToSlots();
    expect(state().challengeToken).toBeUndefined();
  });
});
