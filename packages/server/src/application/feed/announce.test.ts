import { describe, expect, it } from 'vitest';
import type { Hint } from '../../domain/live/hint.ts';
import { MINUTE } from '@coach-booking/time/units';
import { sweep } from '../sweep/sweep.ts';
import { ANA, createWorld, everyDay, givenCoach, NOW, refusalOf } from '../../../test/application/world.ts';

const NINE = '2026-04-14T09:00:00Z';

const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const { id: coach, serviceId } = await givenCoach(world, overrides);
  /** What was told of the coach since the last time one asked. */
  const told = async (): Promise<readonly Hint[]> => {
    await world.drain();
    const hints = world.state.feeds.get(coach)?.hints ?? [];
    world.state.feeds.delete(coach);
    return hints;
  };
  const use = world.useCases;
  const hold = async (start = NINE, visitor = world.visitor()) =>
    (await use.createHold(visitor, { coachId: coach, serviceId: serviceId!, start })).data;
  const book = async (more: object = {}) =>
    (
      await use.createBooking(world.visitor(), {
        coachId: coach,
        serviceId: serviceId!,
        start: NINE,
        attendee: ANA,
        ...more,
      })
    ).data;
  await told();
  return { world, use, coach, serviceId: serviceId!, told, hold, book };
};

const at = NOW;
const day = ['2026-04-14'];

describe('those who watch a coach are told', () => {
  it('of a booking, where it was and where it is, and of its end', async () => {
    const { world, use, told, book } = await given();
    const { id } = await book();
    expect(await told()).toEqual([{ kind: 'booking', dates: day, at }]);
    await use.rescheduleBooking(world.partner(), { id, start: '2026-04-16T09:00:00Z' });
    expect(await told()).toEqual([{ kind: 'booking', dates: ['2026-04-14', '2026-04-16'], at }]);
    await use.updateBooking(world.partner(), { id, notes: 'Bring shoes.' });
    expect(await told()).toEqual([{ kind: 'booking', dates: ['2026-04-16'], at }]);
    await use.cancelBooking(world.partner(), { id });
    expect(await told()).toEqual([{ kind: 'booking', dates: ['2026-04-16'], at }]);
  });

  it('of a hold, when it ends, and what became of it', async () => {
    const { world, use, told, hold, book } = await given();
    const { id, holdToken } = await hold();
    expect(await told()).toEqual([{ kind: 'hold', dates: day, at, holdId: id, until: NOW + 5 * MINUTE }]);
    await use.extendHold(world.visitor(), { id, holdToken });
    expect(await told()).toEqual([{ kind: 'hold', dates: day, at, holdId: id, until: NOW + 10 * MINUTE }]);
    await use.releaseHold(world.visitor(), { id, holdToken });
    expect(await told()).toEqual([{ kind: 'hold', dates: day, at, holdId: id }]);
    const second = await hold();
    await told();
    await book({ holdToken: second.holdToken });
    expect(await told()).toEqual([{ kind: 'booking', dates: day, at, holdId: second.id }]);
  });

  it('of a hold without its end, when a test clock will decide that', async () => {
    const { world, told, hold } = await given();
    const { id } = await hold('2026-05-04T09:00:00Z', world.visitor({ now: Date.parse('2026-05-03T08:00:00Z') }));
    expect(await told()).toEqual([{ kind: 'hold', dates: ['2026-05-04'], at, holdId: id }]);
  });

  it('of hours, absences, dates and services', async () => {
    const { world, use, coach, serviceId, told } = await given();
    const partner = world.partner();
    const hints = async (change: Promise<unknown>) => {
      await change;
      return told();
    };
    const any = [{ kind: 'schedule', dates: [], at }];
    expect(
      await hints(use.updateSchedule(partner, { coach, timeZone: 'UTC', workingHours: everyDay('10:00', '12:00') })),
    ).toEqual(any);
    expect(await hints(use.updateService(partner, { coach, id: serviceId, title: 'Yoga' }))).toEqual(any);
    expect(await hints(use.updateCoach(partner, { coach, active: false }))).toEqual(any);
    expect(await hints(use.setDateOverride(partner, { coach, date: '2026-04-20', ranges: [] }))).toEqual([
      { kind: 'schedule', dates: ['2026-04-19', '2026-04-20'], at },
    ]);
    const away = { coach, start: '2026-04-21T12:00:00Z', end: '2026-04-22T12:00:00Z' };
    const { data } = await use.addTimeOff(partner, away);
    const absence = [{ kind: 'time_off', dates: ['2026-04-21', '2026-04-22'], at }];
    expect(await told()).toEqual(absence);
    expect(await hints(use.removeTimeOff(partner, { coach, id: data.id }))).toEqual(absence);
  });

  it('of dates in the coach’s zone, the one before too when a session may reach across midnight', async () => {
    const { told, book } = await given({
      timeZone: 'Asia/Tokyo',
      schedule: { workingHours: everyDay('00:00', '24:00'), slotInterval: 30 },
    });
    await book({ start: '2026-04-14T15:00:00Z' });
    expect(await told()).toMatchObject([{ dates: ['2026-04-14', '2026-04-15'] }]);
  });

  it('that any date may be touched, when the last place is taken or free again', async () => {
    const { world, use, told, book } = await given({ capacity: 2 });
    await book({ start: '2026-04-14T11:00:00Z' });
    await told();
    const { id } = await book();
    expect(await told()).toMatchObject([{ kind: 'booking', dates: [] }]);
    await use.cancelBooking(world.partner(), { id });
    expect(await told()).toMatchObject([{ kind: 'booking', dates: [] }]);
  });

  it('of dates alone, while there are more places', async () => {
    const { told, book } = await given({ capacity: 20 });
    await book();
    expect(await told()).toMatchObject([{ kind: 'booking', dates: day }]);
  });
});

describe('they are not told', () => {
  it('of dry runs, refusals, and changes that change nothing', async () => {
    const { world, use, coach, told, book } = await given();
    const { id } = await book();
    await told();
    const dry = { dryRun: true };
    await use.cancelBooking(world.partner(dry), { id });
    await use.updateCoach(world.partner(dry), { coach, name: 'Else' });
    await use.createHold(world.visitor(dry), {
      coachId: coach,
      serviceId: (await use.getBooking(world.partner(), { id })).data.serviceId!,
      start: '2026-04-14T11:00:00Z',
    });
    await use.rescheduleBooking(world.partner(), { id, start: NINE });
    await refusalOf(book());
    expect(await told()).toEqual([]);
  });
});

describe('a booking', () => {
  it('does not wait for the feed, and does not fail with it', async () => {
    const world = createWorld();
    const { id: coachId, serviceId } = await givenCoach(world);
    world.deps.feeds.publish = async () => Promise.reject(new Error('away'));
    const { data } = await world.useCases.createBooking(world.visitor(), {
      coachId,
      serviceId: serviceId!,
      start: NINE,
      attendee: ANA,
    });
    expect(data.status).toBe('confirmed');
  });
});

describe('what a process that died could not tell', () => {
  it('is told by the sweeper, of what it settles and of what it pulls', async () => {
    const { world, coach, told, book } = await given();
    const { id } = await book();
    await told();
    const ledger = world.state.ledgers.get(`${coach}:2026-04-14`)!;
    const [claim] = ledger.claims;
    const stray = { ...claim!, id: 'stray', owner: { kind: 'booking', id: 'f'.repeat(24) } as const };
    ledger.claims = [claim!, stray].map((each) => ({ ...each, settled: false, sweepAt: NOW }));
    await sweep(world.deps);
    expect(ledger.claims).toMatchObject([{ owner: { id }, settled: true }]);
    expect(await told()).toMatchObject([
      { kind: 'booking', dates: ['2026-04-13', '2026-04-14'] },
      { kind: 'booking', dates: ['2026-04-13', '2026-04-14'] },
    ]);
  });
});
