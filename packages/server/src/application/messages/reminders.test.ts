import { describe, expect, it } from 'vitest';
import { instant, minus, parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import { ANA, createWorld, everyDay, givenCoach } from '../../../test/application/world.ts';

/** The booking of a session that has one reminder, by mail, a day before. */
const given = async ({ timeZone, start, now }: { timeZone: string; start: string; now: Instant }) => {
  const world = createWorld();
  const { coachId } = await givenCoach(world, {
    timeZone,
    schedule: {
      workingHours: everyDay('00:00', '24:00'),
      slotInterval: 30,
      reminders: { rules: [{ channel: 'email', minutesBefore: 1440 }], followUp: false },
    },
  });
  const attendee = { ...ANA, timeZone };
  const { data } = await world.useCases.createBooking(world.partner({ now }), { coachId, start, attendee });
  /** Returns the reminders that were handled by an instant, each by its state and the reason for that. */
  const remindersAt = async (at: Instant) =>
    (await world.useCases.runDue(world.partner({ now: at }), {})).data.messages
      .filter(({ kind }) => kind === 'reminder')
      .map(({ state, code }) => [state, code].filter(Boolean).join(' '));
  return { world, id: data.id, remindersAt };
};

describe('a reminder a day before', () => {
  it.each([
    ['the short day of Berlin', 'Europe/Berlin', '2026-03-29T08:00:00Z', '9:00'],
    ['the long day of Berlin', 'Europe/Berlin', '2026-10-25T09:00:00Z', '11:00'],
    ['the short day of New York', 'America/New_York', '2026-03-08T14:00:00Z', '9:00'],
    ['the half hour of Lord Howe Island', 'Australia/Lord_Howe', '2026-04-05T01:00:00Z', '12:00'],
  ])('sends a reminder 24 hours before a session on %s, in %s', async (_, timeZone, start, wall) => {
    const at = parseInstant(start);
    const due = minus(at, DAY);
    expect(new Intl.DateTimeFormat('en', { timeZone, timeStyle: 'short', hourCycle: 'h23' }).format(due)).toContain(
      wall,
    );
    const { remindersAt } = await given({ timeZone, start, now: minus(at, 2 * DAY) });
    expect(await remindersAt(instant(due - 1))).toEqual([]);
    expect(await remindersAt(due)).toEqual(['sent']);
    expect(await remindersAt(plus(at, HOUR))).toEqual([]);
  });

  it('skips a reminder when the booking is cancelled a millisecond before it is due', async () => {
    const at = parseInstant('2026-04-16T10:00:00Z');
    const { world, id, remindersAt } = await given({
      timeZone: 'UTC',
      start: '2026-04-16T10:00:00Z',
      now: minus(at, 2 * DAY),
    });
    expect(await remindersAt(instant(at - DAY - 1))).toEqual([]);
    await world.useCases.cancelBooking(world.partner({ now: instant(at - DAY - 1) }), { id });
    expect(await remindersAt(minus(at, DAY))).toEqual(['skipped superseded']);
  });
});
