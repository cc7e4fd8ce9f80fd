import { describe, expect, it } from 'vitest';
import type { Hint } from '../../domain/live/hint.ts';
import { parseInstant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { sweep } from '../sweep/sweep.ts';
import { ANA, createWorld, everyDay, givenCoach, NOW, refusalOf } from '../../../test/application/world.ts';

const NINE = '2026-04-14T09:00:00Z';

const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const { id: coach, serviceId } = await givenCoach(world, overrides);
  /** Returns the hints of the coach since the last call. */
  const publishedHints = async (): Promise<readonly Hint[]> => {
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
  await publishedHints();
  return { world, use, coach, serviceId: serviceId!, publishedHints, hold, book };
};

const at = NOW;
const day = ['2026-04-14'];

describe('the watchers of a coach are notified', () => {
  it('publishes a booking, at its times before and after, and its end', async () => {
    const { world, use, publishedHints, book } = await given();
    const { id } = await book();
    expect(await publishedHints()).toEqual([{ kind: 'booking', dates: day, at }]);
    await use.rescheduleBooking(world.partner(), { id, start: '2026-04-16T09:00:00Z' });
    expect(await publishedHints()).toEqual([{ kind: 'booking', dates: ['2026-04-14', '2026-04-16'], at }]);
    await use.updateBooking(world.partner(), { id, notes: 'Bring shoes.' });
    expect(await publishedHints()).toEqual([{ kind: 'booking', dates: ['2026-04-16'], at }]);
    await use.cancelBooking(world.partner(), { id });
    expect(await publishedHints()).toEqual([{ kind: 'booking', dates: ['2026-04-16'], at }]);
  });

  it('publishes a hold, its expiry, and what it became', async () => {
    const { world, use, publishedHints, hold, book } = await given();
    const { id, holdToken } = await hold();
    expect(await publishedHints()).toEqual([{ kind: 'hold', dates: day, at, holdId: id, until: NOW + 5 * MINUTE }]);
    await use.extendHold(world.visitor(), { id, holdToken });
    expect(await publishedHints()).toEqual([{ kind: 'hold', dates: day, at, holdId: id, until: NOW + 10 * MINUTE }]);
    await use.releaseHold(world.visitor(), { id, holdToken });
    expect(await publishedHints()).toEqual([{ kind: 'hold', dates: day, at, holdId: id }]);
    const second = await hold();
    await publishedHints();
    await book({ holdToken: second.holdToken });
    expect(await publishedHints()).toEqual([{ kind: 'booking', dates: day, at, holdId: second.id }]);
  });

  it('publishes a hold without its expiry, when a test clock decides that', async () => {
    const { world, publishedHints, hold } = await given();
    const { id } = await hold('2026-05-04T09:00:00Z', world.visitor({ now: parseInstant('2026-05-03T08:00:00Z') }));
    expect(await publishedHints()).toEqual([{ kind: 'hold', dates: ['2026-05-04'], at, holdId: id }]);
  });

  it('publishes changes of hours, absences, dates, services and team', async () => {
    const { world, use, coach, serviceId, publishedHints } = await given();
    const partner = world.partner();
    const hints = async (change: Promise<unknown>) => {
      await change;
      return publishedHints();
    };
    const any = [{ kind: 'schedule', dates: [], at }];
    expect(
      await hints(use.updateSchedule(partner, { coach, timeZone: 'UTC', workingHours: everyDay('10:00', '12:00') })),
    ).toEqual(any);
    expect(await hints(use.updateService(partner, { coach, id: serviceId, title: 'Yoga' }))).toEqual(any);
    expect(await hints(use.createStaff(partner, { coach, name: 'Jane Smith' }))).toEqual(any);
    expect(await hints(use.updateCoach(partner, { coach, active: false }))).toEqual(any);
    expect(await hints(use.setDateOverride(partner, { coach, date: '2026-04-20', ranges: [] }))).toEqual([
      { kind: 'schedule', dates: ['2026-04-19', '2026-04-20'], at },
    ]);
    const away = { coach, start: '2026-04-21T12:00:00Z', end: '2026-04-22T12:00:00Z' };
    const { data } = await use.addTimeOff(partner, away);
    const absence = [{ kind: 'time_off', dates: ['2026-04-21', '2026-04-22'], at }];
    expect(await publishedHints()).toEqual(absence);
    expect(await hints(use.removeTimeOff(partner, { coach, id: data.id }))).toEqual(absence);
  });

  it('publishes dates in the coach’s zone, also the one before when a session may cross midnight', async () => {
    const { publishedHints, book } = await given({
      timeZone: 'Asia/Tokyo',
      schedule: { workingHours: everyDay('00:00', '24:00'), slotInterval: 30 },
    });
    await book({ start: '2026-04-14T15:00:00Z' });
    expect(await publishedHints()).toMatchObject([{ dates: ['2026-04-14', '2026-04-15'] }]);
  });

  it('publishes any date, when the last place is taken or freed', async () => {
    const { world, use, publishedHints, book } = await given({ capacity: 2 });
    await book({ start: '2026-04-14T11:00:00Z' });
    await publishedHints();
    const { id } = await book();
    expect(await publishedHints()).toMatchObject([{ kind: 'booking', dates: [] }]);
    await use.cancelBooking(world.partner(), { id });
    expect(await publishedHints()).toMatchObject([{ kind: 'booking', dates: [] }]);
  });

  it('publishes the booking’s dates alone, while there are more places', async () => {
    const { publishedHints, book } = await given({ capacity: 20 });
    await book();
    expect(await publishedHints()).toMatchObject([{ kind: 'booking', dates: day }]);
  });
});

describe('the watchers of a coach are not notified', () => {
  it('publishes no dry runs, refusals, and changes without effect', async () => {
    const { world, use, coach, publishedHints, book } = await given();
    const { id } = await book();
    await publishedHints();
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
    expect(await publishedHints()).toEqual([]);
  });
});

describe('the write of a booking', () => {
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

describe('a change that a dead process did not announce', () => {
  it('announces by the sweeper what a dead process did not, when it settles and when it releases', async () => {
    const { world, coach, publishedHints, book } = await given();
    const { id } = await book();
    await publishedHints();
    const ledger = world.state.ledgers.get(`${coach}:2026-04-14`)!;
    const [claim] = ledger.claims;
    const stray = { ...claim!, id: 'stray', owner: { kind: 'booking', id: 'f'.repeat(24) } as const };
    ledger.claims = [claim!, stray].map((each) => ({ ...each, settled: false, sweepAt: NOW }));
    await sweep(world.deps);
    expect(ledger.claims).toMatchObject([{ owner: { id }, settled: true }]);
    expect(await publishedHints()).toMatchObject([
      { kind: 'booking', dates: ['2026-04-13', '2026-04-14'] },
      { kind: 'booking', dates: ['2026-04-13', '2026-04-14'] },
    ]);
  });
});
