import { afterEach, describe, expect, test, vi } from 'vitest';
import { unknownPlace } from '../../test/flows/unknown-place.ts';
import { twoServices, given, givenSlots, givenDetails, givenConfirming } from '../../test/flows/given-booking-flow.ts';
import {
  created,
  hold,
  nine,
  offline,
  refusal,
  settle,
  slots,
  strength,
  ten,
  tomorrow,
  yoga,
  zone,
} from '../../test/flows/world.ts';

describe('the start', () => {
  test('starts with one request for the rest of the month in the visitor’s zone, with the coach', async () => {
    const { calls, flow, state } = given();
    expect(calls).toEqual([]);
    flow.start();
    flow.start();
    expect(calls.map(({ name, input }) => [name, input])).toEqual([
      [
        'listSlots',
        {
          coach: 'coach-a',
          from: '2026-04-14T08:00:00.000Z',
          to: '2026-05-01T04:00:00.000Z',
          timeZone: 'America/New_York',
          statuses: 'all',
          include: 'coach',
        },
      ],
    ]);
    expect(state()).toMatchObject({ phase: 'loading', slots: { month: '2026-04', loading: true } });
  });

  test('shows the slots by the dates of the visitor, the first free day chosen, when there is one service', async () => {
    const { state, calls } = await givenSlots();
    expect(state()).toMatchObject({ phase: 'slots', service: strength, coach: { slug: 'coach-a' }, problem: null });
    expect(state().slots).toMatchObject({ loading: false, day: '2026-04-14', reason: null });
    expect(Object.keys(state().slots.byDate)).toEqual(['2026-04-14', '2026-04-15']);
    expect(state().slots.byDate['2026-04-15']).toEqual([{ ...tomorrow, status: 'available', date: '2026-04-15' }]);
    expect(calls).toHaveLength(1);
  });

  test('takes the partner’s appearance from the first answer', async () => {
    const branding = { name: 'Harbour Strength', accent: '#0f766e' };
    expect((await givenSlots({}, slots([nine], { branding }))).state().branding).toEqual(branding);
    expect((await givenSlots()).state().branding).toBeUndefined();
  });

  test('offers the services when there are several, and shows the first without another request', async () => {
    const { state, flow, count } = await givenSlots({}, slots([nine], twoServices));
    expect(state()).toMatchObject({ phase: 'services', service: null, services: [strength, yoga] });
    flow.chooseService(strength.id);
    expect(state()).toMatchObject({ phase: 'slots', service: strength, slots: { day: '2026-04-14' } });
    expect(count('listSlots')).toBe(1);
  });

  test('reads another service when it is chosen, and can return to the choice', async () => {
    const { state, flow, last } = await givenSlots({}, slots([nine], twoServices));
    flow.chooseService('yoga-30');
    expect(last('listSlots').input).toMatchObject({ serviceId: yoga.id });
    await last('listSlots').answer(slots([ten], { service: yoga }));
    expect(state().slots.byDate).toEqual({ '2026-04-14': [expect.objectContaining(ten)] });
    flow.backToServices();
    expect(state()).toMatchObject({ phase: 'services', service: null });
  });

  test.each([
    ['an id', yoga.id, 1],
    ['a slug, which needs a second request unless it is the first', 'yoga-30', 2],
  ])('skips the choice when the service is given by %s', async (_, service, requests) => {
    const { state, count, last } = await givenSlots(
      { service },
      slots([ten], { ...twoServices, service: requests === 1 ? yoga : strength }),
    );
    if (requests === 2) await last('listSlots').answer(slots([ten], { service: yoga }));
    expect(state()).toMatchObject({ phase: 'slots', service: yoga, slots: { loading: false, day: '2026-04-14' } });
    expect(count('listSlots')).toBe(requests);
  });

  test('fails when the service does not exist, and a retry changes nothing', async () => {
    const { state, flow } = await givenSlots({ service: 'boxing' });
    expect(state()).toMatchObject({
      phase: 'failed',
      problem: { kind: 'setup', code: 'SERVICE_NOT_FOUND', retryable: false },
    });
    flow.retry();
    expect(state()).toMatchObject({ phase: 'failed', problem: { code: 'SERVICE_NOT_FOUND' } });
  });

  test.each([
    [refusal('COACH_NOT_FOUND'), { kind: 'setup', code: 'COACH_NOT_FOUND', retryable: false, requestId: 'r1' }],
    [refusal('ORIGIN_NOT_ALLOWED'), { kind: 'setup', hint: 'Because of ORIGIN_NOT_ALLOWED.' }],
    [refusal('PARTNER_SUSPENDED'), { kind: 'closed', retryable: false }],
    [refusal('RATE_LIMITED', {}, 30), { kind: 'limited', retryAfter: 30, retryable: true }],
    [refusal('INTERNAL'), { kind: 'server', message: 'Refused: INTERNAL.', retryable: true }],
    [offline, { kind: 'offline', code: 'OFFLINE', retryable: true, requestId: null }],
    [new TypeError('a mistake'), { kind: 'server', code: 'INTERNAL' }],
  ])('shows the problem of a start that fails with %s, and starts again on a retry', async (error, problem) => {
    const { state, flow, last } = given();
    flow.start();
    await last('listSlots').fail(error);
    expect(state()).toMatchObject({ phase: 'failed', problem });
    flow.retry();
    expect(state()).toMatchObject({ phase: 'loading', problem: null });
    await last('listSlots').answer(slots([nine]));
    expect(state()).toMatchObject({ phase: 'slots', problem: null });
  });

  test('tries again by itself when the network is back', async () => {
    const { state, flow, last, net } = given();
    flow.start();
    await last('listSlots').fail(offline);
    await net.set(true);
    await last('listSlots').answer(slots([nine]));
    expect(state()).toMatchObject({ phase: 'slots', problem: null });
  });

  describe('V12 on a device that does not know where it is', () => {
    afterEach(() => vi.restoreAllMocks());

    test.each(['Etc/Unknown', 'posixrules', undefined])('shows the coach’s zone, and sends no %s', async (name) => {
      unknownPlace(name);
      const { state, flow, last, calls } = given({ timeZone: '' });
      expect(state().slots.timeZone).toBe('UTC');
      flow.start();
      expect(last('listSlots').input).toMatchObject({ timeZone: 'UTC' });
      await last('listSlots').answer(slots([ten]));
      expect(last('listSlots').input).toMatchObject({ coach: 'coach-a', timeZone: zone });
      await last('listSlots').answer(slots([nine]));
      expect(state()).toMatchObject({ phase: 'slots', slots: { timeZone: zone, loading: false, day: '2026-04-14' } });
      expect(state().slots.byDate).toEqual({ '2026-04-14': [expect.objectContaining(nine)] });
      expect(JSON.stringify([state(), calls.map(({ input }) => input)])).not.toMatch(/Unknown|posixrules/);
    });

    test('lets the visitor choose the service first', async () => {
      unknownPlace('Etc/Unknown');
      const { state, flow, last } = await givenSlots({ timeZone: undefined }, slots([nine], twoServices));
      expect(state()).toMatchObject({ phase: 'services', slots: { timeZone: zone } });
      flow.chooseService('yoga-30');
      expect(last('listSlots').input).toMatchObject({ serviceId: yoga.id, timeZone: zone });
    });

    test('keeps the zone that the page names, and the one that the visitor chose, also after a reload', async () => {
      unknownPlace('Etc/Unknown');
      const { state, flow, count, storage } = await givenSlots({ timeZone: 'UTC' });
      expect(state().slots.timeZone).toBe('UTC');
      expect(count('listSlots')).toBe(1);
      flow.setTimeZone('Asia/Tokyo');
      flow.stop();
      const again = await givenSlots({ timeZone: '', storage });
      expect(again.state().slots.timeZone).toBe('Asia/Tokyo');
    });
  });

  test('falls back to the zone of the device when the given one is not known', () => {
    expect(given({ timeZone: 'Mars/Olympus' }).state().slots.timeZone).toBe(
      new Intl.DateTimeFormat().resolvedOptions().timeZone,
    );
  });
});

describe('the end', () => {
  test('gives the hold back by beacon where there is one', async () => {
    const left: unknown[] = [];
    const { flow, count, clock, net } = await givenDetails({ beacon: (given) => left.push(given) > 0 });
    flow.stop();
    await settle();
    expect(left).toEqual([{ id: hold('1').id, holdToken: 'proof-1' }]);
    expect(count('releaseHold')).toBe(0);
    expect(clock.pending()).toBe(0);
    expect(net.listeners.size).toBe(0);
  });

  test.each([
    ['there is no beacon', {}],
    ['the browser does not take it', { beacon: () => false }],
  ])('releases the hold by a request when %s', async (_, options) => {
    const { flow, last } = await givenDetails(options);
    flow.stop();
    await settle();
    expect(last('releaseHold').input).toEqual({ id: hold('1').id, holdToken: 'proof-1' });
  });

  test('does not interrupt a booking that is being created', async () => {
    const { flow, last, state, count } = await givenConfirming();
    flow.stop();
    flow.start();
    expect(state().phase).toBe('confirming');
    await last('createBooking').answer(created);
    flow.stop();
    flow.start();
    expect(state()).toMatchObject({ phase: 'confirmed', booking: created });
    expect(count('releaseHold')).toBe(0);
    expect(count('listSlots')).toBe(1);
  });

  test('aborts the month that is under way', async () => {
    const { flow, last, state } = given();
    flow.start();
    flow.stop();
    expect(last('listSlots').signal?.aborted).toBe(true);
    await settle();
    expect(state()).toMatchObject({ phase: 'loading', problem: null });
  });
});
