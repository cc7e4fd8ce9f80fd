import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '@coach-booking/time/units';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import type { InputOf } from '../kernel/contract.ts';

const URL = 'https://calendar.example/private-4f0c/basic.ics';

let world: World;
let coach: string;
beforeEach(async () => {
  world = createWorld();
  coach = (await givenCoach(world)).id;
});
const create = async (given: Partial<InputOf<'createExternalCalendar'>> = {}, context = world.partner()) =>
  (await world.useCases.createExternalCalendar(context, { coach, name: 'Family', url: URL, ...given })).data;
const list = async () => (await world.useCases.listExternalCalendars(world.partner(), { coach })).data;

describe('an external calendar', () => {
  it('waits for its first reading, and never shows its address again', async () => {
    const made = await create();
    expect(made).toEqual({
      id: made.id,
      kind: 'ics',
      name: 'Family',
      host: 'calendar.example',
      writeBookings: false,
      policy: 'keep_last_good',
      active: true,
      state: 'waiting',
      failures: 0,
      problems: [],
      events: 0,
      busyRanges: 0,
      conflicts: 0,
      changed: 0,
      changes: [],
      createdAt: '2026-04-13T08:00:00Z',
      nextTryAt: '2026-04-13T08:00:00Z',
    });
    const { data } = await world.useCases.getExternalCalendar(world.partner(), { coach, id: made.id });
    expect(data).toEqual(made);
    expect(await list()).toEqual([made]);
    expect(JSON.stringify(await list())).not.toContain('4f0c');
  });

  it('accepts the address that calendar programs open', async () => {
    const { id } = await create({ url: 'webcal://calendar.example/a.ics' });
    expect(world.state.calendarSources.get(id)).toHaveProperty('url', 'https://calendar.example/a.ics');
  });

  it.each([
    ['without the field of its kind', { url: undefined }, 'url'],
    ['with a field of another kind', { user: 'ana' }, 'user'],
  ] as const)('is refused %s', async (_, given, path) => {
    const refusal = await refusalOf(create(given as Partial<InputOf<'createExternalCalendar'>>));
    expect(refusal).toMatchObject({ code: 'INVALID_REQUEST', details: { problems: [{ path }] } });
  });

  it('is refused with a name and a password in its address, and in live mode in a private network', async () => {
    expect((await refusalOf(create({ url: 'https://me:pw@calendar.example/a.ics' }))).code).toBe('URL_NOT_ALLOWED');
    const live = createWorld({ mode: 'live' });
    const { id } = await givenCoach(live);
    const inside = { coach: id, name: 'Family', url: 'https://nas.internal/a.ics' };
    const refusal = await refusalOf(live.useCases.createExternalCalendar(live.partner(), inside));
    expect(refusal).toMatchObject({ code: 'URL_NOT_ALLOWED', details: { problems: [{ path: 'url' }] } });
  });

  it('is made once for one key, by a dry run not at all, and ten times at most', async () => {
    const key = { idempotencyKey: 'k1' };
    const first = await create({}, world.partner(key));
    expect((await create({}, world.partner(key))).id).toBe(first.id);
    await create({}, world.partner({ dryRun: true }));
    expect(await list()).toHaveLength(1);
    for (let n = 2; n <= 10; n++) await create();
    expect(await refusalOf(create())).toMatchObject({ code: 'INVALID_REQUEST', detail: expect.stringContaining('10') });
    await world.useCases.deleteExternalCalendar(world.partner(), { coach, id: first.id });
    await create();
    expect(await list()).toHaveLength(10);
  });

  it('is changed, switched off and on, and deleted', async () => {
    const { id } = await create();
    const patch = async (given: Omit<InputOf<'updateExternalCalendar'>, 'coach' | 'id'>) =>
      (await world.useCases.updateExternalCalendar(world.partner(), { coach, id, ...given })).data;
    expect(await patch({ name: ' Work ', policy: 'block_when_stale' })).toMatchObject({
      name: 'Work',
      policy: 'block_when_stale',
    });
    const off = await patch({ active: false });
    expect([off.active, off.state, off.nextTryAt]).toEqual([false, 'waiting', undefined]);
    expect((await refusalOf(world.useCases.refreshExternalCalendar(world.partner(), { coach, id }))).code).toBe(
      'NOT_ALLOWED_NOW',
    );
    world.passTime(MINUTE);
    expect(await patch({ active: true })).toMatchObject({ nextTryAt: '2026-04-13T08:01:00Z' });
    await world.useCases.deleteExternalCalendar(world.partner({ dryRun: true }), { coach, id });
    expect(await list()).toHaveLength(1);
    const { data } = await world.useCases.deleteExternalCalendar(world.partner(), { coach, id });
    expect(data).toEqual({ id, removed: true });
    expect(world.state.calendarSources.size).toBe(0);
    expect((await refusalOf(patch({ active: true }))).code).toBe('EXTERNAL_CALENDAR_NOT_FOUND');
  });

  it('finds no calendar of another coach', async () => {
    const { id } = await create();
    const { id: other } = await givenCoach(world, { name: 'Coach B' });
    const get = world.useCases.getExternalCalendar(world.partner(), { coach: other, id });
    expect((await refusalOf(get)).code).toBe('EXTERNAL_CALENDAR_NOT_FOUND');
  });

  it('is read anew when that is asked for, once a minute', async () => {
    const { id } = await create();
    const refresh = () => world.useCases.refreshExternalCalendar(world.partner(), { coach, id });
    await world.useCases.runDue(world.partner(), {});
    world.passTime(20 * SECOND);
    expect(await refusalOf(refresh())).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 40 });
    world.passTime(40 * SECOND);
    expect((await refresh()).data.nextTryAt).toBe('2026-04-13T08:01:00Z');
  });

  it('is read anew for another time zone or booking window, and for nothing else of the schedule', async () => {
    const { id } = await create();
    await world.useCases.runDue(world.partner(), {});
    const dueAt = () => world.state.calendarSources.get(id)?.dueAt;
    const before = dueAt();
    await world.useCases.patchSchedule(world.partner(), { coach, slotInterval: 15 });
    await world.drain();
    expect(dueAt()).toBe(before);
    await world.useCases.patchSchedule(world.partner(), { coach, bookingWindow: 90 });
    await world.drain();
    expect(dueAt()).toBe(world.deps.realNow());
  });
});

describe('what a test calendar answers', () => {
  it('is said with a test key alone', async () => {
    const { id } = await create();
    const answer = (context = world.partner()) => world.useCases.answerTestCalendar(context, { id, body: '' });
    expect((await answer()).data.nextTryAt).toBe('2026-04-13T08:00:00Z');
    const { caller } = world.partner();
    const live = world.partner({ caller: { ...caller, mode: 'live' } });
    expect((await refusalOf(answer(live))).code).toBe('ROUTE_NOT_FOUND');
    const none = world.useCases.answerTestCalendar(world.partner(), { id: 'f'.repeat(24), body: '' });
    expect((await refusalOf(none)).code).toBe('EXTERNAL_CALENDAR_NOT_FOUND');
  });
});
