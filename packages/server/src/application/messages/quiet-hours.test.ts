import { beforeEach, describe, expect, it } from 'vitest';
import { instant, parseInstant } from '@coach-booking/time/instant';
import { ANA, createWorld, everyDay, givenCoach, type World } from '../../../test/application/world.ts';

let world: World;
let coach: Awaited<ReturnType<typeof givenCoach>>;
const admin = () => world.person({ userId: 'd'.repeat(24), role: 'admin' });
const rules = [
  { channel: 'sms', minutesBefore: 120 },
  { channel: 'push', minutesBefore: 30 },
] as const;
beforeEach(async () => {
  world = createWorld();
  const reminders = { rules: [...rules], followUp: true };
  const schedule = { workingHours: everyDay('00:00', '23:59'), slotInterval: 15, minimumNotice: 0, reminders };
  coach = await givenCoach(world, { capacity: 10, schedule });
});

/** Returns the state of the attendee's reminders by then, and when each was due. */
const runAt = async (now: string) => {
  await world.useCases.runDue(world.partner({ now: parseInstant(now) }), { limit: 500 });
  return [...world.state.deliveries.values()]
    .filter(({ kind }) => kind === 'reminder')
    .map(({ channel, state, code, dueAt }) =>
      [channel, state, code, new Date(dueAt).toISOString().slice(5, 16)].filter(Boolean).join(' '),
    )
    .sort();
};
const book = (start: string, now: string) =>
  world.useCases.createBooking(world.visitor({ now: parseInstant(now) }), { coachId: coach.id, start, attendee: ANA });

describe('quiet hours of the reader (New York is four hours behind)', () => {
  it('moves a reminder to the last minute before quiet hours, with the time left in its text (R35)', async () => {
    await book('2026-04-15T11:00:00Z', '2026-04-13T08:00:00Z');
    expect(await runAt('2026-04-15T00:59:00Z')).toEqual([
      'push skipped no_address 04-15T00:59',
      'sms sent 04-15T00:59',
    ]);
    const { data } = await world.useCases.listTestMessages(world.partner(), { limit: 10 });
    expect(data.find(({ channel }) => channel === 'sms')!.text).toContain('10 hours');
  });

  it('sends a mail in place of an SMS that would come too soon after the booking', async () => {
    await book('2026-04-15T11:00:00Z', '2026-04-15T02:00:00Z');
    expect(await runAt('2026-04-15T09:00:00Z')).toEqual([
      'email sent 04-15T09:00',
      'push due 04-15T10:30',
      'sms skipped quiet_hours 04-15T09:00',
    ]);
    await runAt('2026-04-15T09:00:00Z');
    const { data } = await world.useCases.listTestMessages(world.partner(), { limit: 10 });
    expect(data.map(({ kind, channel }) => `${kind} ${channel}`)).toEqual(['confirmed email', 'reminder email']);
  });

  it('applies the partner’s own quiet hours, also to messages made before they were changed', async () => {
    await book('2026-04-15T19:00:00Z', '2026-04-13T08:00:00Z');
    await world.useCases.runDue(world.partner({ now: parseInstant('2026-04-13T09:00:00Z') }), { limit: 500 });
    await world.useCases.updateMessaging(admin(), { quietHours: { from: '12:00', to: '14:00' } });
    // Others apply a change within seconds.
    world.passTime(10_000);
    expect(await runAt('2026-04-15T17:00:00Z')).toContain('sms skipped quiet_hours 04-15T17:00');
    expect(await runAt('2026-04-15T17:00:00Z')).toContain('email sent 04-15T17:00');
  });

  it('keeps no quiet hours where the partner wants none', async () => {
    await world.useCases.updateMessaging(admin(), { quietHours: { from: '00:00', to: '00:00' } });
    await book('2026-04-15T11:00:00Z', '2026-04-13T08:00:00Z');
    expect(await runAt('2026-04-15T09:00:00Z')).toContain('sms sent 04-15T09:00');
  });

  it('applies quiet hours to reminders by changed rules, too (R45)', async () => {
    await book('2026-04-15T11:00:00Z', '2026-04-13T08:00:00Z');
    const reminders = { rules: [{ channel: 'sms' as const, minutesBefore: 60 }], followUp: true };
    await world.useCases.patchSchedule(world.partner(), { coach: coach.id, reminders });
    expect(await runAt('2026-04-15T00:59:00Z')).toContain('sms sent 04-15T00:59');
    const sent = [...world.state.deliveries.values()].filter(
      ({ state, channel }) => state === 'sent' && channel === 'sms',
    );
    expect(sent).toMatchObject([{ minutesBefore: 60 }]);
  });

  it('counts 23 and 25 hours where the clock jumps', async () => {
    const deliveries = async (start: string) => {
      await book(start, new Date(Date.parse(start) - 20 * 86_400_000).toISOString());
      await world.useCases.runDue(world.partner({ now: instant(Date.parse(start) - 19 * 86_400_000) }), { limit: 500 });
      return [...world.state.deliveries.values()]
        .filter(({ channel, about }) => channel === 'sms' && 'start' in about && about.start === Date.parse(start))
        .map(({ dueAt }) => new Date(dueAt).toISOString());
    };
    // New York went from five to four hours behind on 8 March, and back on 1 November.
    expect(await deliveries('2027-03-14T10:00:00Z')).toEqual(['2027-03-14T01:59:00.000Z']);
    expect(await deliveries('2026-11-01T10:00:00Z')).toEqual(['2026-11-01T00:59:00.000Z']);
    expect(await deliveries('2026-11-02T11:00:00Z')).toEqual(['2026-11-02T01:59:00.000Z']);
  });
});
