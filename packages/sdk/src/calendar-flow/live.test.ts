import { describe, expect, test } from 'vitest';
import {
  ana,
  ben,
  calendarOf,
  givenWeek,
  jane,
  preferences,
  session,
  since,
} from '../../test/flows/given-calendar-flow.ts';
import type { World } from '../../test/flows/given-calendar-flow.ts';
import { coach, offline, refusal, yoga } from '../../test/flows/world.ts';
import type { CalendarEvent } from '../live/watching.ts';

const changed = (
  kind: 'booking' | 'hold' | 'schedule' | 'time_off' | 'preferences',
  ...dates: string[]
): CalendarEvent => ({
  type: 'changed',
  id: '41',
  kind,
  dates,
});

async function tell(world: World, ...events: CalendarEvent[]) {
  for (const event of events) world.live.watches.at(-1)?.handlers.onEvent(event);
  await world.clock.pass(100);
}

async function enter(world: World, state: 'live' | 'connecting' | 'offline') {
  world.live.watches.at(-1)?.handlers.onState?.(state);
  await world.clock.pass(100);
}

describe('following changes', () => {
  test('continues after the first answer', async () => {
    const world = await givenWeek();
    expect(world.live.watches.map(({ input }) => input)).toEqual([{ coach: 'coach-a', lastEventId: '40' }]);
    expect(world.state().connection).toBe('connecting');
    await enter(world, 'live');
    expect(world.state().connection).toBe('live');
  });

  test('changes that arrive together cause one read, of the days they name', async () => {
    const world = await givenWeek();
    const asked = since(world);
    await tell(
      world,
      changed('booking', '2026-04-14'),
      changed('booking', '2026-04-16'),
      changed('time_off', '2026-04-14'),
    );
    expect(asked()).toEqual(['getCalendar']);
    expect(world.last('getCalendar').input).toMatchObject({ from: '2026-04-14', to: '2026-04-16' });
    await world
      .last('getCalendar')
      .answer(calendarOf(world.last('getCalendar'), [{ ...ana, version: 2, status: 'cancelled' }, ben]));
    expect(world.state().bookings).toMatchObject([{ status: 'cancelled' }, { id: ben.id }]);
    expect(world.state().loading).toBe(false);
  });

  test('reads a change off the screen when it is shown', async () => {
    const far = session('f1', '2026-04-21T13:00:00Z');
    const world = await givenWeek([ana, far]);
    const asked = since(world);
    await tell(world, changed('booking', '2026-04-21'));
    expect(asked()).toEqual([]);
    world.flow.next();
    expect(world.ids()).toEqual([far.id]);
    expect(world.last('getCalendar').input).toMatchObject({ from: '2026-04-21', to: '2026-04-21' });
  });

  test.each([[{ type: 'reset', id: '99' }], [changed('schedule')]] as [CalendarEvent][])(
    'reads everything again after %j',
    async (event) => {
      const world = await givenWeek();
      await tell(world, event);
      expect(world.last('getCalendar').input).toMatchObject({ from: '2026-04-12', to: '2026-04-19' });
      expect(world.state()).toMatchObject({ loading: false, bookings: [ana, ben] });
    },
  );

  test.each([[{ type: 'reset', id: '99' }], [changed('schedule')]] as [CalendarEvent][])(
    'B reads services and team made elsewhere after %j, and shows them',
    async (event) => {
      const world = await givenWeek();
      const asked = since(world);
      await tell(world, event);
      expect(asked()).toEqual(['getCalendar', 'listStaff', 'getCoach']);
      await world.last('listStaff').answer([jane, { ...jane, id: 'new', name: 'Noor' }]);
      await world.last('getCoach').answer({ ...coach, name: 'Coach Ada', services: [...coach.services, yoga] });
      expect(world.state()).toMatchObject({ coach: { name: 'Coach Ada' }, staffNames: { new: 'Noor' } });
      expect(world.state().services.at(-1)).toEqual(yoga);
      expect(world.state().team).toHaveLength(2);
    },
  );

  test('B reads a coach who could not be read with the next look, and not for other hints', async () => {
    const world = await givenWeek();
    await tell(world, changed('schedule'));
    await world.last('getCoach').fail(offline);
    expect(world.state()).toMatchObject({ phase: 'ready', problem: null });
    const asked = since(world);
    await tell(world, changed('booking', '2026-04-14'));
    expect(asked()).toEqual(['getCalendar', 'listStaff', 'getCoach']);
    await world.last('getCoach').answer(coach);
    const later = since(world);
    await tell(world, changed('schedule', '2026-04-15'), changed('booking'));
    expect(later()).toEqual(['getCalendar']);
  });

  test('B reads services and team again when the page is seen again and there is no stream', async () => {
    const world = await givenWeek([ana], { watch: undefined });
    await world.seen.set(false);
    const asked = since(world);
    await world.seen.set(true);
    await world.last('getCalendar').answer(calendarOf(world.last('getCalendar'), [ana]));
    expect(asked()).toEqual(['getCalendar', 'listStaff', 'getCoach']);
  });

  test('reads a day once more that changed during its read', async () => {
    const world = await givenWeek();
    await tell(world, changed('booking', '2026-04-14'));
    const first = world.last('getCalendar');
    const asked = since(world);
    await tell(world, changed('booking', '2026-04-14'));
    expect(asked()).toEqual(['getCalendar']);
    const second = world.last('getCalendar');
    await second.answer(calendarOf(second, [{ ...ana, version: 3, notes: 'newest' }]));
    expect(world.state().bookings[0]?.notes).toBe('newest');
    await first.answer(calendarOf(first, [ana]));
    expect(world.state().bookings[0]?.notes).toBe('newest');
  });

  test('reads a visitor’s hold with those that follow it, and not for a month, which does not show it', async () => {
    const world = await givenWeek();
    const asked = since(world);
    await tell(world, changed('hold', '2026-04-14'));
    expect(asked()).toEqual([]);
    await world.clock.pass(1900);
    expect(asked()).toEqual(['getCalendar']);
    await world.answerReads([ana]);
    world.flow.showView('month');
    await world.answerReads([ana]);
    const later = since(world);
    await tell(world, changed('hold', '2026-04-14'));
    await world.clock.pass(2000);
    expect(later()).toEqual([]);
  });

  test('reads and draws preferences that changed elsewhere', async () => {
    const world = await givenWeek();
    await tell(world, changed('preferences'));
    await world.last('getPreferences').answer({ ...preferences, weekStart: 0 });
    expect(world.state()).toMatchObject({
      preferences: { weekStart: 0 },
      range: { from: '2026-04-12', to: '2026-04-18' },
    });
  });

  test('shows a booking that moved once, wherever it is read first', async () => {
    const world = await givenWeek();
    await tell(world, changed('booking', '2026-04-17'));
    const moved = { ...ana, start: '2026-04-17T13:00:00Z', end: '2026-04-17T14:00:00Z', version: 2 };
    await world.last('getCalendar').answer(calendarOf(world.last('getCalendar'), [moved]));
    expect(world.ids()).toEqual([ben.id, ana.id]);
  });
});

describe('a change of one’s own under way', () => {
  const pending = { ...ana, status: 'pending' as const };

  test('keeps a change under way on the screen through a read meanwhile', async () => {
    const world = await givenWeek([pending]);
    const seen: (string | undefined)[] = [];
    world.flow.confirm(pending.id);
    world.flow.$state.listen(({ bookings }) => seen.push(bookings[0]?.status));
    await tell(world, changed('booking', '2026-04-14'));
    const stale = world.last('getCalendar');
    await stale.answer(calendarOf(stale, [pending]));
    await tell(world, changed('booking', '2026-04-14'));
    const late = world.last('getCalendar');
    const { actions: _actions, ...answer } = { ...pending, status: 'confirmed' as const, version: 2 };
    await world.last('confirmBooking').answer(answer);
    // This answer to an earlier request arrives later, with the old state.
    await late.answer(calendarOf(late, [pending]));
    expect(new Set(seen)).toEqual(new Set(['confirmed']));
    const settled = world.last('getCalendar');
    await settled.answer(calendarOf(settled, [{ ...pending, status: 'confirmed', version: 2, actions: ['cancel'] }]));
    expect(world.state()).toMatchObject({
      busy: [],
      bookings: [{ status: 'confirmed', version: 2, actions: ['cancel'] }],
    });
  });

  test('keeps a moved booking at its new time, no matter what an older read returns for either date', async () => {
    const world = await givenWeek();
    void world.flow.reschedule(ana.id, { start: '2026-04-16T13:00:00Z' });
    await tell(world, changed('booking', '2026-04-14', '2026-04-16'));
    const late = world.last('getCalendar');
    const { actions: _actions, ...answer } = {
      ...ana,
      start: '2026-04-16T13:00:00Z',
      end: '2026-04-16T14:00:00Z',
      version: 2,
    };
    await world.last('rescheduleBooking').answer(answer);
    await late.answer(calendarOf(late, [ana, ben]));
    expect(world.ids()).toEqual([ben.id, ana.id]);
  });
});

describe('connection', () => {
  test('reads everything again when the network is back', async () => {
    const world = await givenWeek();
    await world.net.set(false);
    expect(world.state()).toMatchObject({ connection: 'offline', bookings: [ana, ben], problem: null });
    const asked = since(world);
    await world.net.set(true);
    expect(asked()).toEqual(['getCalendar']);
    await world.last('getCalendar').answer(calendarOf(world.last('getCalendar'), [ben]));
    expect(world.state()).toMatchObject({ connection: 'connecting', bookings: [ben] });
  });

  test('concludes nothing about the network from a failed stream; a read does', async () => {
    const world = await givenWeek();
    await enter(world, 'live');
    await enter(world, 'offline');
    expect(world.state().connection).toBe('connecting');
    await world.last('getCalendar').fail(offline);
    expect(world.state()).toMatchObject({ connection: 'offline', problem: null, bookings: [ana, ben] });
    const asked = since(world);
    await enter(world, 'live');
    expect(world.state().connection).toBe('live');
    expect(asked()).toEqual(['getCalendar']);
  });

  test('reads nothing for a hidden page until it is visible', async () => {
    const world = await givenWeek();
    await world.seen.set(false);
    const asked = since(world);
    await tell(world, changed('booking', '2026-04-14'));
    expect(asked()).toEqual([]);
    await world.seen.set(true);
    expect(asked()).toEqual(['getCalendar']);
  });

  test('repeats a background read that failed later', async () => {
    const world = await givenWeek();
    await tell(world, changed('booking', '2026-04-14'));
    await world.last('getCalendar').fail(refusal('INTERNAL'));
    expect(world.state().problem).toBeNull();
    const asked = since(world);
    await world.clock.pass(30_000);
    expect(asked()).toEqual(['getCalendar']);
  });

  test.each(['a quiet read', 'the stream'])(
    'requires the sign-in when %s is refused without a session',
    async (which) => {
      const world = await givenWeek();
      const ended = refusal('SESSION_EXPIRED');
      if (which === 'the stream') world.live.watches[0]?.handlers.onRefused?.(ended);
      else {
        await tell(world, changed('booking', '2026-04-14'));
        await world.last('getCalendar').fail(ended);
      }
      expect(world.state()).toMatchObject({
        phase: 'signed_out',
        bookings: [ana, ben],
        problem: { kind: 'signed_out' },
      });
      const asked = since(world);
      await tell(world, changed('booking', '2026-04-14'));
      expect(asked()).toEqual([]);
      world.flow.refresh();
      await world.last('getPreferences').answer(preferences);
      await world.last('getCoach').answer(coach);
      await world.answerReads([ana]);
      expect(world.state()).toMatchObject({ phase: 'ready', problem: null });
      expect(world.live.watches).toHaveLength(2);
    },
  );
});
