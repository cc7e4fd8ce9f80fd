import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { UseCases } from '../../application/kernel/contract.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';
import { testSecret } from '../../../test/http/partners.ts';

type Answer = Awaited<ReturnType<UseCases['exportPerson']>>;
const head = { email: 'ana@example.com', exportedAt: '2026-04-14T08:00:00Z' };

describe('S5 an answer that is read while it is sent', () => {
  let app: TestApp;
  afterEach(() => app.close());

  const start = async (data: object) => {
    app = await startApp({ useCases: { exportPerson: async () => ({ data: { ...head, ...data } }) as Answer } });
  };
  const options = {
    method: 'POST',
    headers: { authorization: `Bearer ${testSecret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ana@example.com' }),
  };
  const ask = (headers = {}) =>
    fetch(`${app.origin}/v1/people/export`, { ...options, headers: { ...options.headers, ...headers } });
  /** Yields `count` entries, and reports how many were read. */
  async function* entries(count: number, onRead: (read: number) => void = () => undefined, failAt = Infinity) {
    for (let n = 0; n < count; n++) {
      if (n === failAt) throw new Error('The store went away.');
      onRead(n + 1);
      yield { id: `e${n}`, notes: 'x'.repeat(500) };
    }
  }

  it('sends the JSON of the contract, also of lists with nothing in them', async () => {
    const contacts = [{ name: 'Ana "the" Díaz', email: 'ana@example.com' }];
    await start({
      profile: { goals: [], of: { a: null } },
      contacts,
      staff: undefined,
      bookings: entries(0),
      audit: entries(3),
      progress: [],
    });
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const audit = [0, 1, 2].map((n) => ({ id: `e${n}`, notes: 'x'.repeat(500) }));
    const data = { ...head, profile: { goals: [], of: { a: null } }, contacts, bookings: [], audit, progress: [] };
    expect(await response.json()).toEqual({ success: true, data });
  });

  it.each(['identity', 'gzip'])('arrives whole when it is long (%s)', async (encoding) => {
    await start({ bookings: entries(20_000) });
    const { data } = (await (await ask({ 'accept-encoding': encoding })).json()) as {
      data: { bookings: { id: string }[] };
    };
    expect(data.bookings).toHaveLength(20_000);
    expect(data.bookings.at(-1)!.id).toBe('e19999');
  });

  it('reads no faster than the client reads', async () => {
    let read = 0;
    const count = 200_000;
    await start({ audit: entries(count, (now) => (read = now)) });
    const asked = request(`${app.origin}/v1/people/export`, { method: options.method, headers: options.headers });
    const response = await new Promise<import('node:http').IncomingMessage>((done) =>
      asked.once('response', done).end(options.body),
    );
    // The client takes nothing: the kernel's buffers and the stream's fill, and reading stands still.
    for (let before = 0, turns = 0; read === 0 || turns < 500; turns = read === before ? turns + 1 : 0, before = read)
      await new Promise(setImmediate);
    expect(read).toBeLessThan(count / 4);
    // What is alive is what was read and has not left: as many as fit into the buffers, not all.
    let bytes = 0;
    for await (const chunk of response) bytes += (chunk as Buffer).length;
    expect(read).toBe(count);
    expect(bytes).toBeGreaterThan(count * 500);
  });

  it('answers an error when the first piece cannot be read', async () => {
    await start({ bookings: entries(1, undefined, 0) });
    const response = await ask();
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ success: false, code: 'INTERNAL' });
  });

  it.each(['identity', 'gzip'])(
    'cuts an answer off that fails midway, so that it is not taken for whole (%s)',
    async (encoding) => {
      await start({ bookings: entries(2000, undefined, 1000) });
      const response = await ask({ 'accept-encoding': encoding });
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow();
      expect(app.log).toContainEqual(expect.objectContaining({ msg: 'unexpected error', operationId: 'exportPerson' }));
    },
  );

  it('stops reading when the client disconnects, without an error', async () => {
    let read = 0;
    let ended: (() => void) | undefined;
    const stopped = new Promise<void>((done) => (ended = done));
    async function* endless() {
      try {
        for (;;) yield { id: String(read++), notes: 'x'.repeat(500) };
      } finally {
        ended?.();
      }
    }
    await start({ bookings: endless() });
    const response = await ask();
    await response.body!.cancel();
    await stopped;
    expect(app.log.filter(({ msg }) => msg === 'unexpected error')).toEqual([]);
  });
});
