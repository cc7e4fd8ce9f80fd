import { describe, expect, test } from 'vitest';
import { ana, minute, givenSlots, givenDetails } from '../../test/flows/given-booking-flow.ts';
import { hold, nine, offline, refusal, settle, ten } from '../../test/flows/world.ts';

describe('the hold', () => {
  test('times the hold by the clock of the device, which may be hours wrong', async () => {
    const { flow, last, state } = await givenSlots();
    flow.chooseSlot(nine);
    await settle();
    await last('createHold').answer(hold('1', '2026-04-14T11:35:00Z'));
    expect(state().hold).toMatchObject({
      endsAt: Date.parse('2026-04-14T08:05:00Z'),
      expiresAt: '2026-04-14T11:35:00Z',
    });
    flow.extendHold();
    flow.extendHold();
    await settle();
    expect(state().hold).toMatchObject({ extended: true, endsAt: Date.parse('2026-04-14T08:05:00Z') });
    await last('extendHold').answer(hold('1', '2026-04-14T11:40:00Z'));
    expect(state().hold).toMatchObject({ extended: true, endsAt: Date.parse('2026-04-14T08:10:00Z') });
  });

  test('extends the hold once, however often the button is pressed', async () => {
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
  ])('keeps a hold that cannot be extended because of %s', async (error, wanted) => {
    const { flow, last, state } = await givenDetails();
    flow.extendHold();
    await settle();
    await last('extendHold').fail(error);
    expect(state()).toMatchObject({ phase: 'details', ...wanted });
  });

  test('creates a hold again that ended before its extension', async () => {
    const { flow, last, state } = await givenDetails();
    flow.extendHold();
    await settle();
    await last('extendHold').fail(refusal('HOLD_GONE'));
    await last('releaseHold').answer({});
    await last('createHold').answer(hold('2'));
    expect(state()).toMatchObject({ hold: { token: 'proof-2', extended: false }, problem: null });
  });

  test('renews a hold silently once when it runs out, and informs the visitor the second time', async () => {
    const { last, state, clock, flow, count } = await givenDetails();
    await clock.pass(5 * minute);
    await last('releaseHold').answer({});
    await last('createHold').answer(hold('2'));
    expect(state()).toMatchObject({ phase: 'details', hold: { token: 'proof-2' }, problem: null });
    await clock.pass(5 * minute);
    expect(state()).toMatchObject({
      phase: 'details',
      hold: null,
      problem: { kind: 'expired', code: 'HOLD_GONE', retryable: true },
    });
    flow.retry();
    await settle();
    await last('createHold').answer(hold('3'));
    expect(state()).toMatchObject({ hold: { token: 'proof-3' }, problem: null });
    expect(count('createHold')).toBe(3);
  });

  test('leads back to the slots when the hold ran out and the slot was taken', async () => {
    const { last, state, clock } = await givenDetails();
    await clock.pass(5 * minute);
    await last('releaseHold').answer({});
    await last('createHold').fail(refusal('SLOT_TAKEN', { alternatives: [ten] }));
    expect(state()).toMatchObject({
      phase: 'slots',
      slot: null,
      hold: null,
      problem: { kind: 'taken', alternatives: [ten] },
    });
  });

  test('keeps what was typed when the hold ran out offline, and creates it again', async () => {
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
