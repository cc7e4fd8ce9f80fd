import { describe, expect, test } from 'vitest';
import { given, givenConfirming, minute, twoServices } from '../../test/flows/given-booking-flow.ts';
import { created, handClock, hold, nine, settle, slots, ten, tomorrow } from '../../test/flows/world.ts';
import type { Slots } from '../schemas.ts';
import { keepSlotsFresh } from './keep-slots-fresh.ts';

type Changed = (dates: readonly string[]) => void;

/** Returns a flow on a page whose visibility and stream the test changes. */
function watching() {
  const clock = handClock();
  const page = { hidden: false, listener: () => undefined as void };
  const followed: { coach: string; ended: boolean; tell: Changed }[] = [];
  const follow = (coach: string, tell: Changed) => {
    const one = { coach, ended: false, tell };
    followed.push(one);
    return () => void (one.ended = true);
  };
  const visibility = {
    isHidden: () => page.hidden,
    onChange: (listener: () => void) => ((page.listener = listener), () => void (page.listener = () => undefined)),
  };
  const ports = { follow, visibility, clock: clock.clock, timers: clock.timers, random: () => 0.5 };
  const options = { clock: clock.clock, timers: clock.timers };
  return {
    clock,
    page,
    followed,
    options: {
      ...options,
      watch: (...shown: Parameters<typeof keepSlotsFresh> extends [...infer S, unknown] ? S : never) =>
        keepSlotsFresh(...shown, ports),
    },
    tell: async (...dates: string[]) => (followed.at(-1)!.tell(dates), settle()),
    async show(hidden: boolean) {
      page.hidden = hidden;
      page.listener();
      await settle();
    },
  };
}

/** Returns a flow whose slots are shown and followed. */
async function givenWatched(answer: Slots = slots([nine, ten, tomorrow])) {
  const live = watching();
  const world = given(live.options);
  world.flow.start();
  await world.last('listSlots').answer(answer);
  await live.clock.pass(300);
  return { ...world, ...live };
}

const statuses = (world: Awaited<ReturnType<typeof givenWatched>>) =>
  Object.values(world.state().slots.byDate).flatMap((list) => list.map(({ status }) => status));
const taken = (): Slots => {
  const answer = slots([nine, ten, tomorrow]);
  return {
    ...answer,
    slots: answer.slots.map((slot) => (slot.start === ten.start ? { ...slot, status: 'booked' } : slot)),
  };
};

describe('slots on the screen', () => {
  test('reads slots again in the background, a quarter of a second after one was taken elsewhere', async () => {
    const world = await givenWatched();
    world.flow.chooseDay('2026-04-14');
    await world.tell('2026-04-14');
    await world.clock.pass(249);
    expect(world.count('listSlots')).toBe(2);
    const before = world.state().slots;
    expect(before.loading).toBe(false);
    await world.last('listSlots').answer(taken());
    expect(statuses(world)).toEqual(['available', 'booked', 'available']);
    expect(world.state().slots).toMatchObject({ day: '2026-04-14', month: before.month, loading: false });
    expect(world.state().problem).toBeNull();
  });

  test('reads slots when anything may have changed, and for dates next to the month', async () => {
    for (const dates of [[], ['2026-03-31'], ['2026-05-01'], ['2026-07-01', '2026-04-30']]) {
      const world = await givenWatched();
      await world.tell(...dates);
      await world.clock.pass(250);
      expect(world.count('listSlots')).toBe(2);
    }
  });

  test('does not read other months before they are shown again', async () => {
    const world = await givenWatched();
    world.flow.showMonth('2026-06');
    await world.last('listSlots').answer(slots([]));
    world.flow.showMonth('2026-04');
    await world.tell('2026-06-10');
    await world.clock.pass(minute);
    const read = world.count('listSlots');
    world.flow.showMonth('2026-06');
    expect(world.state().slots.loading).toBe(false);
    expect(world.count('listSlots')).toBe(read + 1);
  });

  test('reads slots once for a burst, and less and less often while it lasts', async () => {
    const world = await givenWatched();
    for (let n = 0; n < 5; n++) await world.tell('2026-04-14');
    await world.clock.pass(250);
    expect(world.count('listSlots')).toBe(2);
    for (let second = 0; second < 60; second++) {
      await world.last('listSlots').answer(slots([nine]));
      await world.tell('2026-04-14');
      await world.clock.pass(1000);
    }
    expect(world.count('listSlots')).toBeLessThan(12);
    await world.clock.pass(minute);
    await world.last('listSlots').answer(slots([nine]));
    await world.clock.pass(minute);
    const read = world.count('listSlots');
    await world.tell('2026-04-14');
    await world.clock.pass(250);
    expect(world.count('listSlots')).toBe(read + 1);
  });

  test('waits until the page is visible', async () => {
    const world = await givenWatched();
    await world.show(true);
    await world.tell('2026-04-14');
    await world.clock.pass(minute);
    expect(world.count('listSlots')).toBe(1);
    await world.show(false);
    await world.clock.pass(250);
    expect(world.count('listSlots')).toBe(2);
    await world.show(true);
    await world.show(false);
    await world.clock.pass(minute);
    expect(world.count('listSlots')).toBe(2);
  });

  test('waits until the request under way is answered', async () => {
    const world = await givenWatched();
    world.flow.showMonth('2026-05');
    await world.tell('2026-05-10');
    await world.clock.pass(minute);
    expect(world.count('listSlots')).toBe(2);
    expect(world.last('listSlots').signal?.aborted).toBe(false);
    await world.last('listSlots').answer(slots([]));
    await world.clock.pass(250);
    expect(world.count('listSlots')).toBe(3);
  });

  test('keeps the slots when the read fails, and reports no problem', async () => {
    const world = await givenWatched();
    const before = world.state();
    await world.tell();
    await world.clock.pass(250);
    await world.last('listSlots').fail(new Error('away'));
    expect(world.state()).toEqual(before);
  });
});

describe('a coach is followed', () => {
  test('follows a coach once the slots are shown, and not while a service is chosen', async () => {
    const live = watching();
    const world = given(live.options);
    world.flow.start();
    await world.last('listSlots').answer(slots([nine], twoServices));
    await live.clock.pass(minute);
    expect(live.followed).toEqual([]);
    world.flow.chooseService('yoga-30');
    await live.clock.pass(300);
    expect(live.followed).toMatchObject([{ coach: twoServices.coach.id, ended: false }]);
    world.flow.backToServices();
    expect(live.followed).toMatchObject([{ ended: true }]);
  });

  test('reads nothing during the details until the slots are shown again', async () => {
    const world = await givenWatched();
    world.flow.chooseSlot(nine);
    await settle();
    await world.last('createHold').answer(hold('1'));
    await world.tell('2026-04-14');
    await world.clock.pass(minute);
    expect(world.count('listSlots')).toBe(1);
    world.flow.backToSlots();
    await settle();
    expect(world.followed).toHaveLength(1);
    await world.last('releaseHold').answer({});
    expect(world.state().slots.loading).toBe(false);
    expect(world.count('listSlots')).toBe(2);
  });

  test('stops following when the slot is booked, or when the page is left', async () => {
    const live = watching();
    const world = await givenConfirming(live.options);
    await live.clock.pass(300);
    expect(live.followed).toMatchObject([{ ended: false }]);
    await world.last('createBooking').answer(created);
    expect(live.followed).toMatchObject([{ ended: true }]);

    const left = await givenWatched();
    await left.tell();
    left.flow.stop();
    await left.clock.pass(minute);
    expect(left.followed).toMatchObject([{ ended: true }]);
    expect(left.count('listSlots')).toBe(1);
  });
});
