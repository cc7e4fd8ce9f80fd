import { describe, expect, test } from 'vitest';
import { ana, givenSlots, minute } from '../../test/flows/given-booking-flow.ts';
import {
  coach,
  created,
  hold,
  memoryStorage,
  nine,
  offline,
  settle,
  slots,
  strength,
  ten,
  zone,
} from '../../test/flows/world.ts';
import type { LeftIntent } from '../intent-beacon.ts';
import type { BookingFlowOptions } from './options.ts';

const consent = { text: 'Coach A may write to me.', version: '1', channels: ['email'] } as const;
const captured = { id: '665f000000000000000000c1', token: 'proof' };
const asking = slots([nine, ten], { coach: { ...coach, captureIntents: true } });

/** Returns a visitor who types, at a coach who asks for the consent. */
async function givenForm(options: Partial<BookingFlowOptions> = {}, answer = asking) {
  const left: LeftIntent[] = [];
  const world = await givenSlots({ intentBeacon: (intent) => left.push(intent) > 0, ...options }, answer);
  world.flow.chooseSlot(nine);
  await settle();
  await world.last('createHold').answer(hold('1'));
  const pass = async (milliseconds = 1000) => {
    await world.clock.pass(milliseconds);
    await settle();
  };
  const agree = (given: typeof consent | null = consent) => world.flow.setDetails({ consent: given });
  return { ...world, left, pass, agree };
}

/** Returns a visitor whose intent was captured. */
async function givenCaptured(options: Partial<BookingFlowOptions> = {}) {
  const world = await givenForm(options);
  world.flow.setDetails(ana);
  world.agree();
  await world.pass();
  await world.last('captureIntent').answer(captured);
  return world;
}

describe('with the visitor’s consent', () => {
  test('sends nothing without it, whatever is typed', async () => {
    const { flow, pass, count, left } = await givenForm();
    flow.setDetails({ ...ana, phone: '+12125550100', notes: 'My knee.' });
    await pass(minute);
    flow.backToSlots();
    flow.stop();
    expect([count('captureIntent'), left]).toEqual([0, []]);
  });

  test('sends nothing where the coach does not ask, and nothing before the address is one', async () => {
    const elsewhere = await givenForm({}, slots([nine, ten]));
    elsewhere.flow.setDetails(ana);
    elsewhere.agree();
    await elsewhere.pass(minute);
    expect(elsewhere.count('captureIntent')).toBe(0);
    const { flow, agree, pass, count } = await givenForm();
    agree();
    flow.setDetails({ email: 'ana@' });
    await pass(minute);
    expect(count('captureIntent')).toBe(0);
  });

  test('captures service, slot and contact once, a moment after the last change, without notes', async () => {
    const { flow, agree, pass, last, count, state } = await givenForm({ language: 'es', utm: { source: 'mail' } });
    agree();
    flow.setDetails({ ...ana, phone: '12', notes: 'My knee.' });
    await pass(500);
    flow.setDetails({ name: ' Ana Diaz ' });
    await pass(500);
    expect(count('captureIntent')).toBe(0);
    await pass(500);
    expect(last('captureIntent').input).toEqual({
      coachId: coach.id,
      serviceId: strength.id,
      start: nine.start,
      timeZone: zone,
      locale: 'es',
      utm: { source: 'mail' },
      contact: ana,
      consent,
    });
    await last('captureIntent').answer(captured);
    expect(state().details.consent).toEqual({ ...consent, captured });
    flow.setDetails({ notes: 'My other knee.' });
    await pass(minute);
    expect(count('captureIntent')).toBe(1);
  });

  test('sends a change with the token, so that the mistyped address goes', async () => {
    const { flow, pass, last } = await givenCaptured();
    flow.setDetails({ email: 'ana.diaz@example.com', phone: '+12125550100' });
    await pass();
    expect(last('captureIntent').input).toMatchObject({
      token: 'proof',
      contact: { email: 'ana.diaz@example.com', phone: '+12125550100' },
    });
  });

  test('sends another slot that is chosen later', async () => {
    const { flow, pass, last } = await givenCaptured();
    flow.backToSlots();
    await settle();
    await last('releaseHold').answer({});
    flow.chooseSlot(ten);
    await settle();
    await last('createHold').answer({ ...hold('2'), ...ten });
    await pass();
    expect(last('captureIntent').input).toMatchObject({ token: 'proof', start: ten.start });
  });

  test('tries again with the next change when it failed, and shows no problem', async () => {
    const { flow, agree, pass, last, count, state } = await givenForm();
    flow.setDetails(ana);
    agree();
    await pass();
    await last('captureIntent').fail(offline);
    expect(state()).toMatchObject({ phase: 'details', problem: null });
    flow.setDetails({ notes: 'Hello' });
    await pass();
    expect(count('captureIntent')).toBe(2);
  });
});

describe('when the consent is taken back', () => {
  test('withdraws at once, and sends nothing any more', async () => {
    const { flow, agree, pass, last, count, state, left } = await givenCaptured();
    agree(null);
    await settle();
    expect(last('withdrawIntent').input).toEqual({ id: captured.id, intentToken: 'proof' });
    expect(state().details.consent).toBeUndefined();
    await last('withdrawIntent').answer({});
    flow.setDetails({ name: 'Ana' });
    await pass(minute);
    flow.stop();
    expect([count('captureIntent'), count('withdrawIntent'), left]).toEqual([1, 1, []]);
  });

  test('sends nothing that was still waiting', async () => {
    const { flow, agree, pass, count } = await givenForm();
    flow.setDetails(ana);
    agree();
    await pass(500);
    agree(null);
    await pass(minute);
    expect([count('captureIntent'), count('withdrawIntent')]).toEqual([0, 0]);
  });

  test('withdraws what is answered only then', async () => {
    const { flow, agree, pass, last, state } = await givenForm();
    flow.setDetails(ana);
    agree();
    await pass();
    agree(null);
    await last('captureIntent').answer(captured);
    expect(last('withdrawIntent').input).toMatchObject({ id: captured.id });
    expect(state().details.consent).toBeUndefined();
  });

  test('withdraws again when there was no answer, unless it was given again', async () => {
    const { agree, pass, last, count } = await givenCaptured();
    agree(null);
    await settle();
    await last('withdrawIntent').fail(offline);
    await pass(5000);
    expect(count('withdrawIntent')).toBe(2);
    await last('withdrawIntent').fail(offline);
    agree();
    await pass();
    await last('captureIntent').answer(captured);
    await pass(5000);
    expect(count('withdrawIntent')).toBe(2);
  });

  test('captures anew, after the withdrawal, when it is given again', async () => {
    const { agree, pass, last, count } = await givenCaptured();
    agree(null);
    agree();
    await pass();
    expect(count('captureIntent')).toBe(1);
    await last('withdrawIntent').answer({});
    expect(last('captureIntent').input).not.toHaveProperty('token');
  });
});

describe('when the visitor leaves', () => {
  test('notes service and slot by beacon, as the page closes and as the slot is left', async () => {
    const { flow, left } = await givenCaptured({ beacon: () => true });
    flow.stop();
    expect(left).toEqual([{ ...captured, serviceId: strength.id, start: nine.start }]);
    flow.start();
    flow.stop();
    expect(left.length).toBeGreaterThan(0);
  });

  test('continues with the consent and its token after a reload', async () => {
    const storage = memoryStorage();
    const { flow, make, last, pass } = await givenCaptured({ storage });
    flow.stop();
    const again = make();
    again.start();
    await last('listSlots').answer(asking);
    await last('releaseHold').answer({});
    await last('createHold').answer(hold('2'));
    expect(again.$state.get().details.consent).toEqual({ ...consent, captured });
    await pass();
    expect(last('captureIntent').input).toMatchObject({ token: 'proof' });
    again.setDetails({ consent: null });
    await last('captureIntent').answer(captured);
    expect(last('withdrawIntent').input).toMatchObject({ id: captured.id });
  });
});

describe('when it is booked', () => {
  test('sends nothing more, and asks anew before another booking', async () => {
    const { flow, pass, last, count, state, left } = await givenCaptured();
    flow.setDetails({ name: 'Ana' });
    flow.confirm();
    await pass();
    await last('createBooking').answer(created);
    await pass(minute);
    flow.stop();
    expect([count('captureIntent'), count('withdrawIntent'), left]).toEqual([1, 0, []]);
    expect([state().phase, state().details.consent]).toEqual(['confirmed', undefined]);
  });

  test('withdraws what is captured only after the booking', async () => {
    const { flow, agree, pass, last } = await givenForm();
    flow.setDetails(ana);
    agree();
    await pass();
    flow.confirm();
    await settle();
    await last('createBooking').answer(created);
    await last('captureIntent').answer(captured);
    expect(last('withdrawIntent').input).toMatchObject({ id: captured.id });
  });

  test('sends a booking again under its key, whether the consent was changed or not', async () => {
    const { flow, agree, last } = await givenCaptured();
    flow.confirm();
    await settle();
    const { key } = last('createBooking');
    await last('createBooking').fail(offline);
    agree(null);
    flow.confirm();
    await settle();
    expect(last('createBooking').key).toBe(key);
  });
});
