import { describe, expect, it } from 'vitest';
import { dying, Killed, killerAt } from '../../../test/application/dying.ts';
import { MINUTE } from '@coach-booking/time/units';
import { calendarText } from '../../../test/application/fake-calendar-reader.ts';
import { createWorld, givenCoach, type World } from '../../../test/application/world.ts';
import { createCore, createUseCases } from '../create-use-cases.ts';
import type { Deps } from '../ports/deps.ts';
import { calendarWork } from './calendar-work.ts';

/** The dependencies of a process that dies at its nth write, before it or after it. */
const dyingAt = (deps: Deps, step: number): Deps => {
  const stepOn = killerAt(step);
  return {
    ...deps,
    calendarSources: dying(deps.calendarSources, ['insert', 'replace', 'remove', 'lease'], stepOn),
    ledgers: dying(deps.ledgers, ['replaceOutside'], stepOn),
  };
};

/** Runs it until it dies. Returns whether it did. */
const dies = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work();
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
};

const LUNCH = calendarText(['20260414T120000Z', '20260414T130000Z']);

const given = async () => {
  const world = createWorld({ mode: 'live' });
  const { id: coach } = await givenCoach(world);
  world.outbound.text = () => ({ text: LUNCH });
  return { world, coach };
};
const isFree = async (world: World, coach: string): Promise<boolean> => {
  const range = { coach, from: '2026-04-14', to: '2026-04-14' };
  const { data } = await world.useCases.listSlots(world.visitor(), range);
  return data.slots.some(({ start }) => start === '2026-04-14T12:00:00Z');
};
/** Another process, once the lease of the dead one has run out. */
const another = async (world: World): Promise<void> => {
  world.passTime(2 * MINUTE);
  await calendarWork(createCore(world.deps));
};

const input = (coach: string) => ({ coach, name: 'Family', url: 'https://calendar.example/a.ics' });
/** Every write of the longest of these has a point before it and one behind. */
const POINTS = Array.from({ length: 14 }, (_, n) => n + 1);

describe('a process that is killed', () => {
  it.each(POINTS)(
    'leaves what the next process puts right when it is killed while it reads, at point %d',
    async (point) => {
      const { world, coach } = await given();
      await world.useCases.createExternalCalendar(world.partner(), input(coach));
      const wasKilled = await dies(() => calendarWork(createCore(dyingAt(world.deps, point))));
      if (point <= 6) expect(wasKilled).toBe(true);
      await another(world);
      expect(await isFree(world, coach)).toBe(false);
      const stored = [...world.state.calendarSources.values()];
      expect(stored.map(({ toShow, leasedUntil, failures }) => [toShow, leasedUntil, failures])).toEqual([
        [false, null, 0],
      ]);
    },
  );

  it.each(POINTS)(
    'deletes a calendar or leaves it whole when it is killed while it deletes, at point %d',
    async (point) => {
      const { world, coach } = await given();
      const { data } = await world.useCases.createExternalCalendar(world.partner(), input(coach));
      await calendarWork(createCore(world.deps));
      const { deleteExternalCalendar } = createUseCases(dyingAt(world.deps, point));
      await dies(() => deleteExternalCalendar(world.partner(), { coach, id: data.id }));
      await another(world);
      const { data: left } = await world.useCases.listExternalCalendars(world.partner(), { coach });
      expect([left.length, world.state.calendarSources.size]).toEqual(point === 1 ? [1, 1] : [0, 0]);
      expect(await isFree(world, coach)).toBe(point > 1);
    },
  );
});
