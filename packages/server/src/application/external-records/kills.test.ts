import { describe, expect, it } from 'vitest';
import { dying, killerAt } from '../../../test/application/dying.ts';
import { MINUTE } from '@coach-booking/time/units';
import { givenMeetings } from '../../../test/application/given-meetings.ts';
import { createCore } from '../create-use-cases.ts';
import { drainAll } from '../messages/drain.ts';
import type { Deps } from '../ports/deps.ts';
import { recordWork } from './record-work.ts';

type Given = Awaited<ReturnType<typeof givenMeetings>>;

/** The dependencies of a process that dies at its nth step: before or after each write, and inside of each call. */
const dyingAt = ({ world, zoom }: Given, step: number): Deps => {
  const stepOn = killerAt(step);
  zoom.during = stepOn;
  return {
    ...world.deps,
    externalRecords: dying(world.deps.externalRecords, ['mark', 'replace', 'remove', 'lease'], stepOn),
    bookings: dying(world.deps.bookings, ['setMeeting', 'drop'], stepOn),
  };
};

/** Works until it dies, whatever is thrown then: a process that is dead writes nothing more. */
const worksAndDies = async (given: Given, step: number): Promise<void> => {
  const core = createCore(dyingAt(given, step));
  await drainAll(core).catch(() => undefined);
  await recordWork(core).catch(() => undefined);
  given.zoom.during = () => undefined;
};

/** Another process, each time the lease of the dead one has run out. */
const another = async ({ world, work }: Given): Promise<void> => {
  for (let n = 0; n < 4; n += 1) {
    world.passTime(2 * MINUTE);
    await work();
  }
};

const POINTS = Array.from({ length: 24 }, (_, n) => n + 1);

describe('a process that is killed', () => {
  it.each(POINTS)('makes no meeting twice and leaves none behind, at point %d of a creation', async (point) => {
    const given = await givenMeetings();
    const { id } = await given.book();
    await worksAndDies(given, point);
    await another(given);
    expect([given.zoom.made, given.zoom.kept.size]).toEqual([1, 1]);
    expect(await given.videoOf(id)).toMatchObject({ state: 'ready' });
  });

  it.each(POINTS)('leaves nothing of a booking that is cancelled meanwhile, at point %d', async (point) => {
    const given = await givenMeetings();
    const { id } = await given.book();
    await worksAndDies(given, point);
    await given.world.useCases.cancelBooking(given.world.partner(), { id });
    await another(given);
    expect(given.zoom.kept.size).toBe(0);
    expect(given.zoom.made).toBeLessThanOrEqual(1);
    expect(await given.recordOf(id)).toMatchObject({ state: 'done', wanted: 'absent' });
  });

  it.each(POINTS)('takes a meeting to another host whole, at point %d', async (point) => {
    const given = await givenMeetings();
    const { world, coach, zoom } = given;
    const { data: staff } = await world.useCases.createStaff(world.partner(), { coach: coach.id, name: 'Ben' });
    const { id } = await given.book();
    await given.work();
    await world.useCases.updateBooking(world.partner(), { id, staffId: staff.id });
    await worksAndDies(given, point);
    await another(given);
    expect([...zoom.kept.values()].map(({ account }) => account)).toEqual([`//${staff.id}`]);
    expect(zoom.made).toBe(2);
  });

  it.each(POINTS)('forgets the record of an erased person once nothing is left, at point %d', async (point) => {
    const given = await givenMeetings();
    const { world, zoom } = given;
    const { id, attendee } = await given.book();
    await given.work();
    await world.useCases.erasePerson(world.partner(), { email: attendee.email! });
    await worksAndDies(given, point);
    await another(given);
    expect(zoom.kept.size).toBe(0);
    expect(await given.recordOf(id)).toBeNull();
  });
});

describe('two processes', () => {
  it('make one meeting of a booking', async () => {
    const given = await givenMeetings();
    const ids = [];
    for (let n = 0; n < 3; n += 1) ids.push((await given.book({ start: `2026-04-15T1${n}:00:00Z` })).id);
    await Promise.all([given.work(), given.work(), given.work()]);
    expect([given.zoom.made, given.zoom.kept.size]).toEqual([3, 3]);
    for (const id of ids) expect(await given.videoOf(id)).toMatchObject({ state: 'ready' });
  });

  it('leave one meeting where the slower was taken for dead inside of its call', async () => {
    const given = await givenMeetings();
    const { world, zoom, work } = given;
    const { id } = await given.book();
    let isFirst = true;
    zoom.during = async () => {
      if (!isFirst) return;
      isFirst = false;
      // Its creation is not seen yet by the process that takes over.
      const late = zoom.kept.get('m1')!;
      zoom.kept.delete('m1');
      world.passTime(2 * MINUTE);
      await work();
      zoom.kept.set('m1', late);
    };
    await work();
    expect(zoom.calls).toEqual(['create', 'find', 'create', 'remove']);
    expect([...zoom.kept.keys()]).toEqual(['m2']);
    expect(await given.videoOf(id)).toMatchObject({ state: 'ready', password: 'pw-m2' });
  });
});
