import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE, SECOND } from '@coach-booking/time/units';
import { ANA, createWorld, givenCoach, NOW, PARTNER, type World } from '../../../test/application/world.ts';
import type { InputOf } from '../kernel/contract.ts';
import { drain } from '../messages/drain.ts';
import { createCore } from '../create-use-cases.ts';
import type { OutboundRequest } from '../ports/outbound.ts';
import { createWebhookSender } from './send-webhooks.ts';
import { webhookWork } from './webhook-work.ts';

const LIVE = 'live';
const SCHEDULE = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

describe('webhooks', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  const failed: unknown[] = [];
  beforeEach(async () => {
    world = createWorld();
    failed.length = 0;
    coach = await givenCoach(world);
  });
  afterEach(() => expect(failed).toEqual([]));

  const endpoint = async (input: Partial<InputOf<'createWebhookEndpoint'>> = {}) =>
    (await world.useCases.createWebhookEndpoint(world.partner(), { url: 'https://fit.example/hooks', ...input })).data;
  const book = async (start = '2026-04-14T10:00:00Z', more: object = {}) => {
    const attendee = { ...ANA, email: `${start}@mail.example`.replaceAll(':', '-') };
    const input = { coachId: coach.coachId, serviceId: coach.serviceId!, start, attendee, ...more };
    return (await world.useCases.createBooking(world.visitor(), input)).data;
  };
  const sent = () => world.outbound.posted;
  const bodyOf = ({ body }: OutboundRequest) => JSON.parse(String(body)) as { id: string; type: string; data: Data };
  type Data = Record<string, unknown> & { object: Record<string, unknown> };
  /** Those that go together arrive in any order. */
  const events = () =>
    sent()
      .map(bodyOf)
      .sort((a, b) => Number(a.data.version) - Number(b.data.version));
  const rows = () => [...world.state.webhookDeliveries.values()];

  /** One pass of a server, waited for to the end. */
  const pass = async () => {
    const core = createCore(world.deps);
    while ((await drain(core)) > 0);
    const sender = createWebhookSender(core, (error) => failed.push(error));
    await webhookWork(core, sender);
    await vi.waitFor(async () => expect((await world.deps.webhookDeliveries.underWay()).size).toBe(0));
    await sender.pass();
    await sender.stop();
  };
  /** Passes at the moments at which something is due, until a time. */
  const passUntil = async (until: number) => {
    for (;;) {
      await pass();
      const due = rows().flatMap(({ state, dueAt }) => (state === 'due' && dueAt <= until ? [dueAt] : []));
      if (due.length === 0) return;
      world.passTime(Math.max(0, Math.min(...due) - world.deps.realNow()));
    }
  };

  it('sends what two other authors of the scheme verify, under the id of the event', async () => {
    const { secret, id } = await endpoint();
    const booking = await book();
    world.passTime(MINUTE);
    vi.setSystemTime(world.deps.realNow());
    await pass();
    const [request] = sent();
    expect(request).toMatchObject({ mode: 'test', url: 'https://fit.example/hooks' });
    for (const verifier of [new StandardWebhook(secret), new SvixWebhook(secret)]) {
      const event = verifier.verify(request!.body, { ...request!.headers }) as ReturnType<typeof bodyOf>;
      expect(event.id).toBe(request!.headers['webhook-id']);
      expect(event).toMatchObject({
        type: 'booking.created',
        timestamp: '2026-04-13T08:00:00Z',
        data: { mode: 'test', payload: 'full', version: 1, by: 'attendee' },
      });
    }
    vi.useRealTimers();
    const { data } = await world.useCases.getBooking(world.partner(), { id: booking.id });
    expect(events()[0]!.data.object).toEqual(data);
    expect(rows()).toMatchObject([{ endpointId: id, state: 'delivered', attempt: 1, attempts: [{ status: 204 }] }]);
    await pass();
    expect(sent()).toHaveLength(1);
  });

  it('signs with both secrets while they overlap, and then with the new one alone', async () => {
    const { id, secret: old } = await endpoint();
    const { data } = await world.useCases.rollWebhookSecret(world.partner(), { id, overlapHours: 1 });
    await book();
    await pass();
    vi.setSystemTime(world.deps.realNow());
    for (const secret of [old, data.secret]) {
      expect(() => new StandardWebhook(secret).verify(sent()[0]!.body, { ...sent()[0]!.headers })).not.toThrow();
    }
    world.passTime(HOUR);
    vi.setSystemTime(world.deps.realNow());
    await book('2026-04-14T12:00:00Z');
    await pass();
    const { body, headers } = sent()[1]!;
    expect(() => new SvixWebhook(data.secret).verify(body, { ...headers })).not.toThrow();
    expect(() => new SvixWebhook(old).verify(body, { ...headers })).toThrow('signature');
    vi.useRealTimers();
  });

  describe('say of a booking', () => {
    it('R24 sends what each change recorded, even when a later one is drained with it', async () => {
      await endpoint();
      const { id } = await book();
      const secret = () => world.partner();
      await world.useCases.rescheduleBooking(secret(), { id, start: '2026-04-15T10:00:00Z' });
      await world.useCases.cancelBooking(secret(), { id, reason: 'Flu' });
      await pass();
      expect(events().map(({ type, data }) => [type, data.version, data.object.status, data.object.start])).toEqual([
        ['booking.created', 1, 'confirmed', '2026-04-14T10:00:00Z'],
        ['booking.rescheduled', 2, 'confirmed', '2026-04-15T10:00:00Z'],
        ['booking.cancelled', 3, 'cancelled', '2026-04-15T10:00:00Z'],
      ]);
      const [created, moved, cancelled] = events().map(({ data }) => data);
      expect(created!.object).not.toHaveProperty('cancelledAt');
      expect(created).not.toHaveProperty('previous');
      expect(moved!.previous).toEqual({ start: '2026-04-14T10:00:00Z', end: '2026-04-14T11:00:00Z' });
      expect(moved!.object.end).toBe('2026-04-15T11:00:00Z');
      expect(cancelled).toMatchObject({ previous: { status: 'confirmed' }, by: 'partner', reason: 'Flu' });
      expect(cancelled!.object).toMatchObject({ cancelledBy: 'partner', cancellationReason: 'Flu' });
    });

    it('R34 sends that a request expired: cancelled, by system, expired', async () => {
      await endpoint({ payload: 'thin', types: ['booking.cancelled'] });
      await world.useCases.patchSchedule(world.partner(), { coach: coach.coachId, autoConfirm: false });
      await book();
      world.passTime(2 * DAY);
      await world.useCases.runDue(world.partner(), {});
      expect(events()).toMatchObject([
        { type: 'booking.cancelled', data: { by: 'system', reason: 'expired', payload: 'thin' } },
      ]);
    });

    it('sends the assigned member, now and before', async () => {
      await endpoint({ types: ['booking.updated'] });
      const { id } = await book();
      const { data: staff } = await world.useCases.createStaff(world.partner(), { coach: coach.coachId, name: 'Jo' });
      await world.useCases.updateBooking(world.partner(), { id, staffId: staff.id });
      await world.useCases.updateBooking(world.partner(), { id, staffId: null });
      await pass();
      expect(events().map(({ data }) => [data.object.staffId, data.previous])).toEqual([
        [staff.id, { staffId: null }],
        [undefined, { staffId: staff.id }],
      ]);
    });

    it('sends ids and version alone, where the endpoint is thin', async () => {
      await endpoint({ payload: 'thin' });
      const { id } = await book(undefined, { notes: 'Knee.' });
      await world.useCases.cancelBooking(world.partner(), { id, reason: 'Flu' });
      await pass();
      for (const { body } of sent()) expect(body).not.toMatch(/Ana|Diaz|mail\.example|Knee|Flu/);
      expect(events()[1]!.data).toEqual({
        mode: 'test',
        payload: 'thin',
        object: { id, coachId: coach.coachId, version: 2 },
        version: 2,
        by: 'partner',
      });
    });

    it('sends ids, and that the booking is too large, where it would have 20,000 bytes', async () => {
      await endpoint();
      await book(undefined, { notes: 'ä'.repeat(2000), answers: { Goal: 'ü'.repeat(500) } });
      const stored = [...world.state.bookings.values()][0]!;
      world.state.bookings.set(stored.id, { ...stored, notes: 'ä'.repeat(10_000) } as never);
      await pass();
      expect(events()[0]!.data).toMatchObject({ payload: 'thin', tooLarge: true });
      expect(Buffer.byteLength(sent()[0]!.body)).toBeLessThan(1000);
      expect(rows()[0]!.payload).toBe('thin');
    });
  });

  it('R14 sends nothing of a booking that its guest has not proven', async () => {
    await endpoint();
    await book();
    const [stored] = [...world.state.bookings.values()];
    const outbox = (stored as unknown as { outbox: object[] }).outbox.map((event) => ({
      ...event,
      type: 'booking.unproven',
    }));
    world.state.bookings.set(stored!.id, { ...stored, outbox } as never);
    await pass();
    expect(sent()).toEqual([]);
  });

  it('sends only to the endpoints of the mode that want the type', async () => {
    await endpoint({ url: 'https://a.example/', types: ['booking.created'] });
    await endpoint({ url: 'https://b.example/', types: ['booking.cancelled'] });
    const live = world.partner({ caller: { ...world.partner().caller, mode: LIVE } });
    await world.useCases.createWebhookEndpoint(live, { url: 'https://live.example/' });
    const { id } = await book();
    await pass();
    await world.useCases.cancelBooking(world.partner(), { id });
    await pass();
    expect(sent().map(({ url }) => url)).toEqual(['https://a.example/', 'https://b.example/']);
  });

  describe('of an endpoint that does not take them', () => {
    it('tries a delivery ten times within 76 hours, with the same bytes, and then gives it up', async () => {
      world.outbound.answer = () => ({ status: 500, text: 'Bearer abcdefghijk broke for ana@example.com' });
      await endpoint();
      await book();
      await pass();
      // What changes meanwhile is not in it.
      const booking = [...world.state.bookings.values()][0]!;
      world.state.bookings.set(booking.id, { ...booking, notes: 'Later.' } as never);
      await passUntil(plus(NOW, 10 * DAY));
      expect(new Set(sent().map(({ body }) => body)).size).toBe(1);
      expect(new Set(sent().map(({ headers }) => headers['webhook-id'])).size).toBe(1);
      const [row] = rows();
      expect(row).toMatchObject({ state: 'failed', code: '500', attempt: 10 });
      const times = row!.attempts.map(({ at }) => at);
      expect(times.slice(1).map((at, n) => at - times[n]!)).toEqual(SCHEDULE);
      expect(times.at(-1)! - times[0]!).toBeLessThan(76 * HOUR);
      expect(row!.attempts[0]!.response).toBe('… broke for …@…');
    });

    it.each([
      ['sooner than the schedule', 1, 5 * SECOND],
      ['within twice the schedule', 8, 8 * SECOND],
      ['later than twice the schedule', 3600, 10 * SECOND],
    ])('waits as the endpoint asks for, within bounds: %s', async (_, seconds, wait) => {
      world.outbound.answer = () => ({ status: 503, retryAfter: seconds * SECOND });
      await endpoint();
      await book();
      await pass();
      expect(rows()[0]!.dueAt).toBe(plus(NOW, wait));
    });

    it.each([301, 308, 400, 404, 429, 502])('counts %d as a failure', async (status) => {
      world.outbound.answer = () => ({ status });
      await endpoint();
      await book();
      await pass();
      expect(rows()[0]).toMatchObject({ state: 'due', code: String(status), failures: 1 });
    });

    it('disables an endpoint at once that answers 410', async () => {
      world.outbound.answer = ({ url }) => ({ status: url.includes('gone') ? 410 : 204 });
      const gone = await endpoint({ url: 'https://gone.example/?token=secret' });
      await endpoint({ url: 'https://other.example/', types: ['endpoint.disabled'] });
      await book();
      await book('2026-04-14T12:00:00Z');
      await pass();
      await pass();
      const { data } = await world.useCases.getWebhookEndpoint(world.partner(), { id: gone.id });
      expect(data).toMatchObject({ state: 'disabled', disabledReason: 'gone' });
      const others = sent().filter(({ url }) => url === 'https://other.example/');
      expect(others.map(bodyOf)).toMatchObject([
        {
          type: 'endpoint.disabled',
          data: { mode: 'test', object: { id: gone.id, url: 'https://gone.example/', reason: 'gone' } },
        },
      ]);
      expect(others[0]!.body).not.toContain('secret');
    });
  });

  describe('of an endpoint that fails for days', () => {
    /** A booking every few hours. */
    const failFor = async (hours: number) => {
      for (let n = 0; n < hours; n += 4) {
        await book(
          new Date(NOW + (n + 48) * HOUR)
            .toISOString()
            .replace(/T.*/, `T${String(9 + (n % 5)).padStart(2, '0')}:00:00Z`),
        ).catch(() => undefined);
        await pass();
        world.passTime(4 * HOUR);
      }
      await pass();
    };

    it('disables an endpoint after five days of failures, and keeps what happens then for a replay', async () => {
      world.outbound.answer = () => 'ECONNREFUSED';
      const { id } = await endpoint();
      await failFor(115);
      const read = async () => (await world.useCases.getWebhookEndpoint(world.partner(), { id })).data;
      expect(await read()).toMatchObject({ state: 'active', failingSince: '2026-04-13T08:00:00Z' });
      world.passTime(4 * HOUR);
      await passUntil(world.deps.realNow());
      await failFor(9);
      expect(await read()).toMatchObject({ state: 'disabled', disabledReason: 'failing' });
      const before = sent().length;
      await failFor(4);
      expect(sent()).toHaveLength(before);
      expect(rows().filter(({ code }) => code === 'endpoint_disabled').length).toBeGreaterThan(0);
      world.outbound.answer = () => ({ status: 200 });
      await world.useCases.updateWebhookEndpoint(world.partner(), { id, state: 'active' });
      const range = { from: '2026-04-13T00:00:00Z', to: '2026-05-13T00:00:00Z' };
      const { data } = await world.useCases.replayWebhooks(world.partner(), { id, ...range });
      expect(data.deliveries).toBeGreaterThan(0);
      await passUntil(plus(world.deps.realNow(), 4 * DAY));
      expect(rows().every(({ state }) => state === 'delivered')).toBe(true);
      expect(await read()).not.toHaveProperty('failingSince');
    });

    it('forgets all failures with the first success', async () => {
      world.outbound.answer = () => 'TIMEOUT';
      const { id } = await endpoint();
      await failFor(100);
      world.outbound.answer = () => ({ status: 204 });
      await failFor(4);
      world.outbound.answer = () => 'TIMEOUT';
      await failFor(24);
      const { data } = await world.useCases.getWebhookEndpoint(world.partner(), { id });
      expect(data.state).toBe('active');
    });
  });

  it('R24 skips deliveries once the person in them is erased, and replays none of them', async () => {
    world.outbound.answer = () => ({ status: 500, text: 'Ana Diaz is unknown.' });
    const { id } = await endpoint();
    const { attendee } = await book();
    await pass();
    await world.useCases.erasePerson(world.partner(), { email: attendee.email! });
    world.outbound.answer = () => ({ status: 204 });
    const range = { from: '2026-04-13T00:00:00Z', to: '2026-05-13T00:00:00Z' };
    await world.useCases.replayWebhooks(world.partner(), { id, ...range });
    world.passTime(HOUR);
    await pass();
    expect(sent()).toHaveLength(1);
    expect(rows()[0]).toMatchObject({ state: 'skipped', code: 'erased' });
    expect(JSON.stringify(rows())).not.toMatch(/Ana|Diaz|mail\.example/);
  });

  it('skips deliveries whose endpoint is deleted', async () => {
    world.outbound.answer = () => ({ status: 500 });
    const { id } = await endpoint();
    await book();
    await pass();
    await world.useCases.deleteWebhookEndpoint(world.partner(), { id });
    world.passTime(MINUTE);
    await pass();
    expect(rows()[0]).toMatchObject({ state: 'skipped', code: 'endpoint_deleted' });
  });

  it('R11 sends by real time in mode test, and by run-due too, whatever its clock', async () => {
    await endpoint();
    await book();
    const context = world.partner({ now: plus(NOW, 300 * DAY) });
    const { data } = await world.useCases.runDue(context, {});
    expect(data.webhooks).toBe(1);
    expect(sent()).toHaveLength(1);
    expect((await world.useCases.runDue(context, {})).data.webhooks).toBe(0);
  });

  it('sends 1,000 events in order beside one dead endpoint, as if the other were alone', async () => {
    const core = createCore(world.deps);
    const row = async (host: string) => endpoint({ url: `https://${host}.example/` });
    const [dead, live] = [await row('dead'), await row('alive')];
    await book();
    await drain(core);
    const [one] = rows();
    world.state.webhookDeliveries.clear();
    const many = Array.from({ length: 1000 }, (_, n) => n).flatMap((n) =>
      [dead, live].map(({ id: endpointId }) => {
        const eventId = `evt_${String(n).padStart(24, '0')}`;
        return {
          ...one!,
          id: `${eventId}:webhook:${endpointId}`,
          eventId,
          endpointId,
          dueAt: plus(NOW, n),
          createdAt: NOW,
        };
      }),
    );
    await world.deps.webhookDeliveries.insert(many);
    world.passTime(MINUTE);
    const arrived: string[] = [];
    let deadNow = 0;
    let deadAtMost = 0;
    let seconds = 0;
    world.outbound.answer = ({ url, headers, signal }) => {
      if (url.includes('alive')) {
        arrived.push(headers['webhook-id']!);
        return { status: 204 };
      }
      deadAtMost = Math.max(deadAtMost, ++deadNow);
      // It never answers, until the server stops.
      return new Promise((resolve) => signal!.addEventListener('abort', () => resolve('ABORTED')));
    };
    const sender = createWebhookSender(core, (error) => failed.push(error));
    while (arrived.length < 1000) {
      await webhookWork(core, sender);
      for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve));
      world.passTime(SECOND);
      seconds += 1;
    }
    // Four are on their way at the same time, so each is within three places of its own.
    const places = [...arrived].sort();
    expect(Math.max(...arrived.map((id, n) => Math.abs(places.indexOf(id) - n)))).toBeLessThan(4);
    // Forty at once, and twenty more with each second: as if it were alone.
    expect(seconds).toBe((1000 - 40) / 20 + 1);
    expect(deadAtMost).toBe(4);
    await sender.stop();
    // What was on its way to the dead one is due again at once, and has not failed.
    expect(rows().filter(({ endpointId, failures }) => endpointId === dead.id && failures > 0)).toEqual([]);
    expect((await world.deps.webhookDeliveries.underWay()).size).toBe(0);
    expect(PARTNER).toBe(one!.partnerId);
  });
});
