import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { ANA, CONNECTION, FAMILY, SOURCE } from '../../../test/google/given-google.ts';
import { googleWorld, LIVE, type GoogleWorld } from '../../../test/google/google-world.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';
import { googleHook } from '../../adapters/google/google-hook.ts';
import { calendarWork } from '../calendars-in/calendar-work.ts';
import type { Core } from '../ports/core.ts';
import { createUseCases } from '../create-use-cases.ts';
import { keepChannels, type GoogleSource } from './channels.ts';

let given: GoogleWorld;
let core: Core;
let app: TestApp;
beforeEach(async () => {
  given = await googleWorld();
  core = { ...given.core, publicUrl: () => 'https://book.fit.example' };
  const hosted = express.Router();
  hosted.use(googleHook(core));
  app = await startApp({ hosted });
});
afterEach(async () => {
  await app.close();
  await given.close();
});
const channels = () => [...given.google.channels.values()];
const of = (method: string) => given.google.taken.filter((one) => one.method === method);
const untilDue = async () => (await given.source()).dueAt! - core.realNow();

describe('notices of Google', () => {
  it('opens a channel for each calendar, and reads once an hour then', async () => {
    await given.connect([ANA, FAMILY]);
    await calendarWork(core);
    expect(channels()).toMatchObject([{ calendarId: ANA }, { calendarId: FAMILY }]);
    expect(channels()[0]!.address).toMatch(/^https:\/\/book\.fit\.example\/hooks\/google\/./);
    expect((await given.source()).push!.channels).toMatchObject([
      { calendarId: ANA, expiresAt: plus(core.realNow(), 7 * DAY) },
      { calendarId: FAMILY },
    ]);
    expect(await untilDue()).toBe(HOUR);
  });

  it('reads at once after a notice', async () => {
    await given.connect();
    await calendarWork(core);
    given.world.passTime(MINUTE);
    given.google.put(ANA, {
      start: { dateTime: '2026-04-14T12:00:00Z' },
      end: { dateTime: '2026-04-14T13:00:00Z' },
    });
    expect(await given.google.notify(channels()[0]!, app.origin, 'sync')).toBe(200);
    expect(await untilDue()).toBeGreaterThan(MINUTE);
    expect(await given.google.notify(channels()[0]!, app.origin)).toBe(200);
    expect(await untilDue()).toBe(0);
    await calendarWork(core);
    expect((await given.source()).good!.busy).toHaveLength(2);
  });

  it('finds by the hourly reading a change whose notice was lost', async () => {
    await given.connect();
    await calendarWork(core);
    given.google.put(ANA, {
      start: { dateTime: '2026-04-14T12:00:00Z' },
      end: { dateTime: '2026-04-14T13:00:00Z' },
    });
    given.world.passTime(HOUR);
    await calendarWork(core);
    expect((await given.source()).good!.busy).toHaveLength(2);
  });

  it('opens another channel a day before one ends, and stops that', async () => {
    await given.connect();
    await calendarWork(core);
    const [first] = channels();
    given.world.passTime(5 * DAY);
    await calendarWork(core);
    expect(channels()).toEqual([first]);
    given.world.passTime(DAY + HOUR);
    await calendarWork(core);
    expect(channels()).toHaveLength(1);
    expect(channels()[0]!.id).not.toBe(first!.id);
  });

  it('tries again in an hour where Google opens no channel, and reads more often', async () => {
    await given.connect();
    given.google.failNext({ status: 400, reason: 'pushNotSupportedForRequestedResource' }, { of: 'events.watch' });
    await calendarWork(core);
    expect(channels()).toEqual([]);
    expect(await untilDue()).toBe(10 * MINUTE);
    given.world.passTime(11 * MINUTE);
    await calendarWork(core);
    expect(of('events.watch')).toHaveLength(1);
    given.world.passTime(HOUR);
    await calendarWork(core);
    expect(channels()).toHaveLength(1);
  });

  it('stops channels of calendars that are read no more, and where Google cannot reach the server any more', async () => {
    await given.connect([ANA, FAMILY]);
    await calendarWork(core);
    const source = await given.source();
    const fewer = { ...source, calendars: [{ id: ANA, name: 'Ana' }] } as GoogleSource;
    const push = await keepChannels(core, fewer, core.realNow());
    expect(channels()).toMatchObject([{ calendarId: ANA }]);
    const inside = { ...core, publicUrl: () => 'http://127.0.0.1:4000' };
    expect(await keepChannels(inside, { ...fewer, push }, core.realNow())).toEqual({ channels: [] });
    expect(channels()).toEqual([]);
  });

  it('stops channels with their source', async () => {
    await given.connect();
    await calendarWork(core);
    const { deleteExternalCalendar } = createUseCases({ ...core });
    await deleteExternalCalendar(given.world.partner(), { coach: given.coachId, id: SOURCE });
    await given.world.drain();
    expect(channels()).toEqual([]);
    expect(await core.calendarSources.byId(LIVE, SOURCE)).toBeNull();
    expect((await core.providerConnections.byId(CONNECTION))!.state).toBe('ok');
  });

  it('asks for notices that could bring no titles', async () => {
    await given.connect();
    await calendarWork(core);
    expect(Object.keys(of('events.watch')[0]!.body as object).sort()).toEqual([
      'address',
      'expiration',
      'id',
      'token',
      'type',
    ]);
  });
});
