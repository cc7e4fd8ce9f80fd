import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, givenCoach } from '../../../test/application/world.ts';
import { createCore, createUseCases } from '../../application/create-use-cases.ts';
import type { Refusal } from '../../application/kernel/refusal.ts';
import { calendarFeedFile } from './calendar-feed-file.ts';
import { createFloods } from './floods.ts';

describe('GET /feeds/{token}.ics', () => {
  const secret = (n: number) => `${'Xk3v-8jQm2_'.repeat(4).slice(0, 42)}${n}`;
  let origin: string;
  let url: string;
  let close: () => void;

  beforeAll(async () => {
    const world = createWorld();
    let made = 0;
    const deps = { ...world.deps, newSecret: () => secret(made++) };
    const coach = await givenCoach(world);
    const core = createCore(deps);
    const { data } = await createUseCases(deps).createCalendarFeed(world.partner(), {
      coach: coach.id,
      name: 'Yoga; am Hafen',
    });
    await world.drain();
    url = new URL(data.url).pathname;
    const app = express().use(calendarFeedFile(core, createFloods({ most: 8, now: () => 0 })));
    const refuse: express.ErrorRequestHandler = (error: Refusal, _request, response, _next) => {
      response.status(error.code === 'RATE_LIMITED' ? 429 : 404).json({ code: error.code });
    };
    app.use(refuse);
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
  });
  afterAll(() => close());

  const get = (path: string, init: RequestInit = {}) => fetch(`${origin}${path}`, init);

  it('answers a calendar that only its reader may keep, and no search engine lists', async () => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'content-disposition': 'inline; filename="sessions.ics"',
      'x-robots-tag': 'noindex',
      etag: expect.stringMatching(/^W\/"[\w-]+"$/) as string,
    });
    expect(await response.text()).toContain('X-WR-CALNAME:Yoga\\; am Hafen');
  });

  it('answers 304 to a program that has it, and only the headers to one that asks for no more', async () => {
    const etag = (await get(url)).headers.get('etag')!;
    const again = await get(url, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await get(url, { headers: { 'if-none-match': 'W/"old"' } })).status).toBe(200);
    const head = await get(url, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  });

  it.each([
    ['a token that nobody has', () => `/feeds/${secret(9)}.ics`, 404],
    ['what is no token', () => '/feeds/a.ics', 404],
    ['a token without its ending', () => url.slice(0, -4), 404],
  ])('knows nothing of %s', async (_, path, status) => expect((await get(path())).status).toBe(status));

  it('refuses a program that asks over and over, whatever comes of it', async () => {
    const path = `/feeds/${secret(8)}.ics`;
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await get(path)).status));
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });
});
