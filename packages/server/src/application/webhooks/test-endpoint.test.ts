import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { plus } from '@coach-booking/time/instant';
import { createWorld, refusalOf, type World } from '../../../test/application/world.ts';
import type { OutboundRequest } from '../ports/outbound.ts';

type Value = Record<string, unknown>;

/** The ways in which receivers read the body before they check the signature. */
const READERS = {
  'as it came': (body: string) => body,
  'with the blanks of Python': (body: string) =>
    JSON.stringify(JSON.parse(body), null, 1)
      .replace(/\n\s*/g, ' ')
      .replace(/([[{]) /g, '$1')
      .replace(/ ([\]}])/g, '$1'),
  'with sorted names': (body: string) => {
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((name) => [name, sorted((value as Value)[name])]),
      );
    };
    return JSON.stringify(sorted(JSON.parse(body)));
  },
  'on several lines': (body: string) => JSON.stringify(JSON.parse(body), null, 2),
};

describe('an example that is sent now', () => {
  let world: World;
  let id: string;
  let secret: string;
  beforeEach(async () => {
    world = createWorld();
    const { data } = await world.useCases.createWebhookEndpoint(world.partner(), { url: 'https://fit.example/' });
    ({ id, secret } = data);
  });
  const tested = async (input: object = {}) =>
    (await world.useCases.testWebhookEndpoint(world.partner(), { id, ...input })).data;

  interface Receiver {
    readonly reads?: (body: string) => string;
    readonly clock?: () => number;
    readonly secrets?: readonly string[];
  }
  /** Answers as a receiver that checks what it gets, in its way. */
  const receiving =
    ({ reads = READERS['as it came'], clock = () => world.deps.realNow(), secrets = [secret] }: Receiver) =>
    ({ headers, body }: OutboundRequest) => {
      const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${reads(String(body))}`;
      const fits = secrets.some((each) => {
        const key = Buffer.from(each.slice('whsec_'.length), 'base64');
        const mac = createHmac('sha256', key).update(signed).digest('base64');
        return headers['webhook-signature']!.split(' ').includes(`v1,${mac}`);
      });
      const isNow = Math.abs(Number(headers['webhook-timestamp']) * 1000 - clock()) <= 5 * MINUTE;
      return fits && isNow
        ? { status: 204 }
        : { status: 401, text: 'Bad signature', date: plus(world.deps.realNow(), clock() - world.deps.realNow()) };
    };

  it('sends an example of the contract, of its mode and moment, and changes nothing', async () => {
    world.outbound.answer = receiving({});
    expect(await tested()).toMatchObject({ ok: true, status: 204, ms: 0 });
    expect(await tested({ type: 'booking.cancelled' })).toMatchObject({ ok: true });
    const [plain, cancelled] = world.outbound.posted.map(({ body }) => JSON.parse(String(body)) as Value);
    expect(plain).toMatchObject({
      type: 'webhook.test',
      timestamp: '2026-04-13T08:00:00Z',
      data: { mode: 'test', object: { endpointId: id }, example: true },
    });
    expect(cancelled).toMatchObject({ type: 'booking.cancelled', data: { mode: 'test', example: true } });
    expect(world.state.webhookDeliveries.size).toBe(0);
    expect(world.state.webhookEndpoints.get(id)).not.toHaveProperty('lastDeliveredAt');
  });

  it.each(Object.entries(READERS).slice(1))('finds a receiver that reads the body anew: %s', async (_, reads) => {
    world.outbound.answer = receiving({ reads });
    expect(await tested({ type: 'booking.created' })).toMatchObject({
      ok: false,
      status: 401,
      response: 'Bad signature',
      problem: 'reserialised_body',
      hint: expect.stringContaining('bytes that came in') as string,
    });
  });

  it.each([HOUR, -HOUR])('finds a receiver whose clock is wrong by %d ms', async (off) => {
    world.outbound.answer = receiving({ clock: () => world.deps.realNow() + off });
    expect(await tested()).toMatchObject({ ok: false, problem: 'wrong_clock' });
  });

  it('finds a receiver that has a secret which was rolled', async () => {
    await world.useCases.rollWebhookSecret(world.partner(), { id, overlapHours: 0 });
    world.outbound.answer = receiving({ secrets: [secret] });
    expect(await tested()).toMatchObject({ ok: false, problem: 'old_secret' });
  });

  it('says no more than the answer where nothing else is accepted either', async () => {
    world.outbound.answer = receiving({ secrets: ['whsec_b3RoZXI='] });
    const answer = await tested();
    expect(answer).toMatchObject({ ok: false, status: 401, code: '401' });
    expect(answer).not.toHaveProperty('problem');
    expect(world.outbound.posted.length).toBeLessThanOrEqual(6);
  });

  it('tries nothing else where the receiver does not distrust it', async () => {
    world.outbound.answer = () => ({ status: 500, text: 'Oh.' });
    expect(await tested()).toMatchObject({ ok: false, status: 500, code: '500', response: 'Oh.' });
    world.outbound.answer = () => 'ECONNREFUSED';
    expect(await tested()).toEqual({ ok: false, eventId: expect.any(String) as string, ms: 0, code: 'ECONNREFUSED' });
    expect(world.outbound.posted).toHaveLength(2);
  });

  it('goes to a disabled one, too, and to none that is not there', async () => {
    await world.useCases.updateWebhookEndpoint(world.partner(), { id, state: 'disabled' });
    expect((await tested()).ok).toBe(true);
    const other = world.useCases.testWebhookEndpoint(world.partner(), { id: 'f'.repeat(24) });
    expect((await refusalOf(other)).code).toBe('WEBHOOK_ENDPOINT_NOT_FOUND');
  });
});
