import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '@coach-booking/time/units';
import { givenTeam } from '../../../test/application/given-team.ts';
import { asCoach, givenClient } from '../../../test/application/given-client.ts';
import { createWorld, refusalOf, type World } from '../../../test/application/world.ts';
import type { Context } from '../kernel/context.ts';
import { createCore } from '../create-use-cases.ts';
import { readFeed } from './read-feed.ts';

const codeOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).code;
const tokenOf = (url: string) => /\/feeds\/(.+)\.ics$/.exec(url)![1]!;
const answers = async (world: World, url: string) =>
  readFeed(createCore(world.deps), tokenOf(url), () => false).then(
    () => 200,
    (error: { code: string }) => error.code,
  );

describe('calendar feeds of a coach', () => {
  let team: Awaited<ReturnType<typeof givenTeam>>;
  let world: World;
  let coach: string;
  let me: Context;
  beforeEach(async () => {
    team = await givenTeam();
    world = team.world;
    coach = team.coach.id;
    me = world.partner();
  });
  const create = async (given: object = {}, context = me) =>
    (await world.useCases.createCalendarFeed(context, { coach, ...given })).data;
  const list = async (context = me) => (await world.useCases.listCalendarFeeds(context, { coach })).data;
  const ofMember = (id: string, given: Partial<Context> = {}) =>
    world.person({ userId: '5'.repeat(24), role: 'staff', coachId: coach, staffId: id }, given);

  it('shows the address of a feed once, and does not store it', async () => {
    const made = await create();
    const token = tokenOf(made.url);
    expect(made).toEqual({
      id: made.id,
      name: 'Coach A',
      detail: 'title',
      language: 'en',
      createdAt: '2026-04-13T08:00:00Z',
      url: `https://book.example/feeds/${token}.ics`,
      webcalUrl: `webcal://book.example/feeds/${token}.ics`,
    });
    const { url: _url, webcalUrl: _webcalUrl, ...kept } = made;
    expect(await list()).toEqual([kept]);
    expect(JSON.stringify([...world.state.calendarFeeds.values()])).not.toContain(token);
    expect(await answers(world, made.url)).toBe(200);
  });

  it('accepts a name, a detail and a language, and changes them under the same address', async () => {
    const { id, url } = await create({ name: ' Gym ', detail: 'busy', language: 'ar' });
    const { data } = await world.useCases.updateCalendarFeed(me, { coach, id, detail: 'full', language: 'de' });
    expect(data).toMatchObject({ id, name: 'Gym', detail: 'full', language: 'de' });
    expect(await list()).toEqual([data]);
    expect(await answers(world, url)).toBe(200);
  });

  it('rolls a feed: the old address ends at once', async () => {
    const before = await create();
    world.passTime(HOUR);
    const { data: after } = await world.useCases.rollCalendarFeed(me, { coach, id: before.id });
    expect(after).toMatchObject({ id: before.id, rolledAt: '2026-04-13T09:00:00Z' });
    expect([await answers(world, before.url), await answers(world, after.url)]).toEqual([
      'CALENDAR_FEED_NOT_FOUND',
      200,
    ]);
  });

  it('deletes a feed once', async () => {
    const { id, url } = await create();
    expect((await world.useCases.deleteCalendarFeed(me, { coach, id })).data).toEqual({ id, removed: true });
    expect(await answers(world, url)).toBe('CALENDAR_FEED_NOT_FOUND');
    for (const asked of [
      world.useCases.deleteCalendarFeed(me, { coach, id }),
      world.useCases.updateCalendarFeed(me, { coach, id, detail: 'busy' }),
      world.useCases.rollCalendarFeed(me, { coach, id }),
    ])
      expect(await codeOf(asked)).toBe('CALENDAR_FEED_NOT_FOUND');
  });

  it('makes one feed for each idempotency key; a retry gives it another address, since the first is lost', async () => {
    const retried = { ...me, idempotencyKey: 'k1' };
    const first = await create({}, retried);
    const second = await create({}, retried);
    expect(second.id).toBe(first.id);
    expect(await list()).toHaveLength(1);
    expect([await answers(world, first.url), await answers(world, second.url)]).toEqual([
      'CALENDAR_FEED_NOT_FOUND',
      200,
    ]);
    expect(await codeOf(create({ detail: 'full' }, retried))).toBe('IDEMPOTENCY_MISMATCH');
  });

  it('changes nothing in a dry run', async () => {
    const { id, url } = await create();
    const kept = await list();
    const dry = { ...me, dryRun: true };
    const tried = await create({}, dry);
    await world.useCases.updateCalendarFeed(dry, { coach, id, detail: 'full' });
    await world.useCases.rollCalendarFeed(dry, { coach, id });
    await world.useCases.deleteCalendarFeed(dry, { coach, id });
    expect(await list()).toEqual(kept);
    expect([await answers(world, url), await answers(world, tried.url)]).toEqual([200, 'CALENDAR_FEED_NOT_FOUND']);
  });

  it('limits feeds to ten of the coach, and of each member of the team', async () => {
    for (let n = 0; n < 10; n++) await create();
    expect(await codeOf(create())).toBe('INVALID_REQUEST');
    await create({ staffId: team.jane.id });
    await world.useCases.deleteCalendarFeed(me, { coach, id: (await list())[0]!.id });
    await create();
  });

  it('records feeds in the audit log, without their address', async () => {
    const { id } = await create();
    await world.useCases.updateCalendarFeed(me, { coach, id, detail: 'full' });
    await world.useCases.rollCalendarFeed(me, { coach, id });
    await world.useCases.deleteCalendarFeed(me, { coach, id });
    const entries = world.state.audit.filter(({ subject }) => subject.id === id);
    expect(entries.map(({ action, subject }) => [action, subject.kind])).toEqual(
      ['created', 'updated', 'rolled', 'deleted'].map((act) => [`calendar_feed.${act}`, 'calendar_feed']),
    );
  });

  it('hides feeds of other coaches from sight and change', async () => {
    const { id } = await create();
    const { data: other } = await world.useCases.createCoach(me, { name: 'Coach B', timeZone: 'UTC' });
    expect((await world.useCases.listCalendarFeeds(me, { coach: other.id })).data).toEqual([]);
    expect(await codeOf(world.useCases.rollCalendarFeed(me, { coach: other.id, id }))).toBe('CALENDAR_FEED_NOT_FOUND');
  });

  describe('for a member of the team', () => {
    it('lists a member’s own sessions for any caller', async () => {
      const coachs = await create();
      const mine = await create({}, ofMember(team.jane.id));
      expect(mine).toMatchObject({ name: 'Jane Smith', staffId: team.jane.id });
      expect((await list(ofMember(team.jane.id))).map(({ id }) => id)).toEqual([mine.id]);
      expect((await list(asCoach(world, { coachId: coach }))).map(({ id }) => id)).toEqual([coachs.id, mine.id]);
      const others = ofMember(team.omar.id);
      expect(await codeOf(create({ staffId: team.jane.id }, others))).toBe('FORBIDDEN');
      expect(await codeOf(world.useCases.rollCalendarFeed(others, { coach, id: mine.id }))).toBe(
        'CALENDAR_FEED_NOT_FOUND',
      );
    });

    it('makes no feed for an unknown member', async () =>
      expect(await codeOf(create({ staffId: 'e'.repeat(24) }))).toBe('STAFF_NOT_FOUND'));

    it('ends feeds with the member, and pauses them while they are inactive', async () => {
      const { url } = await create({ staffId: team.jane.id });
      const set = (active: boolean) => world.useCases.updateStaff(me, { coach, id: team.jane.id, active });
      await set(false);
      expect(await answers(world, url)).toBe('CALENDAR_FEED_NOT_FOUND');
      await set(true);
      expect(await answers(world, url)).toBe(200);
      await world.useCases.deleteStaff(me, { coach, id: team.jane.id });
      expect(await answers(world, url)).toBe('CALENDAR_FEED_NOT_FOUND');
      expect(await list()).toEqual([]);
    });
  });

  it('pauses feeds while the coach is inactive', async () => {
    const { url } = await create();
    await world.useCases.updateCoach(me, { coach, active: false });
    expect(await answers(world, url)).toBe('CALENDAR_FEED_NOT_FOUND');
    await world.useCases.updateCoach(me, { coach, active: true });
    expect(await answers(world, url)).toBe(200);
  });

  it('ends feeds with the account that made them, and erases and exports them with it', async () => {
    const { data: user } = await world.useCases.createUser(me, {
      role: 'coach',
      name: 'Coach A',
      email: 'a@example.com',
      coachId: coach,
    });
    const asUser = world.person({ userId: user.id, role: 'coach', coachId: coach });
    const { id, url } = await create({}, asUser);
    expect(await answers(world, url)).toBe(200);
    const { data: exported } = await world.useCases.exportPerson(me, { email: 'a@example.com' });
    expect(exported.calendarFeeds).toEqual([expect.objectContaining({ id, name: 'Coach A' })]);
    expect(JSON.stringify(exported.calendarFeeds)).not.toMatch(/url|token/i);
    await world.useCases.updateUser(me, { id: user.id, active: false });
    expect(await answers(world, url)).toBe('CALENDAR_FEED_NOT_FOUND');
    await world.useCases.updateCoach(me, { coach, active: false });
    const partners = await create();
    await world.useCases.erasePerson(me, { email: 'a@example.com' });
    expect([...world.state.calendarFeeds.keys()]).toEqual([]);
    expect(await answers(world, partners.url)).toBe('CALENDAR_FEED_NOT_FOUND');
  });

  it('shows when a program read a feed last, to the hour', async () => {
    const { url } = await create();
    const seen = async () => {
      await answers(world, url);
      await world.drain();
      return (await list())[0]!.lastReadAt;
    };
    expect((await list())[0]).not.toHaveProperty('lastReadAt');
    expect(await seen()).toBe('2026-04-13T08:00:00Z');
    world.passTime(HOUR - 1);
    expect(await seen()).toBe('2026-04-13T08:00:00Z');
    world.passTime(DAY);
    expect(await seen()).toBe('2026-04-14T08:59:59.999Z');
  });
});

describe('calendar feeds of a client', () => {
  it('makes, changes, rolls a client’s own feeds, and ends them with the account', async () => {
    const world = createWorld();
    const ana = await givenClient(world);
    const bo = await givenClient(world, { name: 'Bo', email: 'bo@example.com' });
    const { data: made } = await world.useCases.createMyCalendarFeed(ana.me(), {});
    const { id } = made;
    expect(made).toMatchObject({ name: 'Sessions', detail: 'title' });
    expect((await world.useCases.listMyCalendarFeeds(bo.me(), {})).data).toEqual([]);
    expect(await codeOf(world.useCases.rollMyCalendarFeed(bo.me(), { id }))).toBe('CALENDAR_FEED_NOT_FOUND');
    await world.useCases.updateMyCalendarFeed(ana.me(), { id, detail: 'full' });
    const { data: rolled } = await world.useCases.rollMyCalendarFeed(ana.me(), { id });
    expect((await world.useCases.listMyCalendarFeeds(ana.me(), {})).data).toMatchObject([{ id, detail: 'full' }]);
    expect([await answers(world, made.url), await answers(world, rolled.url)]).toEqual([
      'CALENDAR_FEED_NOT_FOUND',
      200,
    ]);
    const { data: second } = await world.useCases.createMyCalendarFeed(ana.me(), {});
    await world.useCases.deleteMyCalendarFeed(ana.me(), { id });
    expect(await answers(world, rolled.url)).toBe('CALENDAR_FEED_NOT_FOUND');
    await world.useCases.updateUser(world.partner(), { id: ana.id, active: false });
    expect(await answers(world, second.url)).toBe('CALENDAR_FEED_NOT_FOUND');
  });
});
