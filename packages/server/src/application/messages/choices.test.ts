import { beforeEach, describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { bookAs, givenClient } from '../../../test/application/given-client.ts';
import { createWorld, everyDay, givenCoach, type World } from '../../../test/application/world.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';

const START = '2026-04-15T12:00:00Z';
const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };

let world: World;
let ana: Awaited<ReturnType<typeof givenClient>>;
let coach: Awaited<ReturnType<typeof givenCoach>>;
let asCoach: Context;

const accountOf = async (role: 'coach' | 'staff', staffId?: string): Promise<Context> => {
  const { data } = await world.useCases.createUser(world.partner(), {
    role,
    name: 'Maria',
    email: `${role}@example.com`,
    coachId: coach.id,
    ...(staffId && { staffId }),
  });
  return world.person({ userId: data.id, role, coachId: coach.id, ...(staffId && { staffId }) });
};
beforeEach(async () => {
  world = createWorld();
  ana = await givenClient(world, { phone: '+12125550101' });
  const reminders = {
    rules: [
      { channel: 'email', minutesBefore: 1440 },
      { channel: 'sms', minutesBefore: 120 },
      { channel: 'push', minutesBefore: 30 },
    ],
    followUp: true,
  } as const;
  coach = await givenCoach(world, {
    schedule: { workingHours: everyDay('00:00', '23:59'), reminders: { ...reminders, rules: [...reminders.rules] } },
  });
  asCoach = await accountOf('coach');
});

const choose = (me: Context, patch: InputOf<'updateNotifications'>) => world.useCases.updateNotifications(me, patch);
const withDevice = (me: Context, n = 1) =>
  world.useCases.addPushSubscription(me, { endpoint: `https://push.example/send/${n}`, keys });
const book = () => bookAs(world, ana, { coachId: coach.id, serviceId: undefined }, START);
const at = (now: string) => world.partner({ now: parseInstant(now) });
/** The times at which the coach's reminders are due, before the end of which all have been. */
const REMINDED = ['2026-04-14T12:00:00Z', '2026-04-15T10:00:00Z', '2026-04-15T11:00:00Z', '2026-04-15T11:30:00Z'];
/** Lets happen what is due by then, and returns all messages of a role. */
const by = async (now: string, role = 'attendee') => {
  for (const each of [...REMINDED.filter((moment) => moment < now), now])
    await world.useCases.runDue(at(each), { limit: 500 });
  return [...world.state.deliveries.values()]
    .filter((delivery) => delivery.role.startsWith(role))
    .map(({ kind, channel, state, code, ...rest }) =>
      [kind, channel, 'minutesBefore' in rest && rest.minutesBefore, state, code].filter(Boolean).join(' '),
    )
    .sort();
};

describe('what a client chose', () => {
  it('skips a message when it is due, with the reason that messages of the booking show', async () => {
    await withDevice(ana.me());
    const booking = await book();
    await by('2026-04-13T08:00:00Z');
    await choose(ana.me(), { kinds: { reminder: { email: false, sms: false, push: false } } });
    expect(await by('2026-04-15T11:55:00Z')).toEqual([
      'confirmed email sent',
      'reminder email 1440 skipped opted_out',
      'reminder push 30 skipped opted_out',
      'reminder sms 120 skipped opted_out',
    ]);
    const { data } = await world.useCases.listBookingMessages(asCoach, { id: booking.id });
    expect(data.filter(({ code }) => code === 'opted_out')).toHaveLength(3);
  });

  it('goes beside the mail: a push message when the coach cancels, and none where nobody is to hear of it', async () => {
    await withDevice(ana.me());
    await choose(ana.me(), { kinds: { cancelled: { push: true } } });
    const { id } = await book();
    await by('2026-04-13T08:00:00Z');
    await world.useCases.cancelBooking(asCoach, { id });
    expect(await by('2026-04-13T08:01:00Z')).toEqual(
      expect.arrayContaining(['cancelled email sent', 'cancelled push sent']),
    );
    const second = await book();
    await by('2026-04-13T08:02:00Z');
    await world.useCases.cancelBooking(asCoach, { id: second.id, notify: false });
    expect((await by('2026-04-13T08:03:00Z')).filter((line) => line.endsWith('not_wanted'))).toEqual([
      'cancelled email skipped not_wanted',
      'cancelled push skipped not_wanted',
    ]);
  });

  it('does not keep what becomes of the booking from being told in writing', async () => {
    await choose(ana.me(), { kinds: { reminder: { email: false }, follow_up: { email: false } } });
    await book();
    expect(await by('2026-04-13T08:00:00Z')).toContain('confirmed email sent');
  });

  it('stands in place of the coach’s reminders', async () => {
    await withDevice(ana.me());
    await choose(ana.me(), { reminders: [{ channel: 'push', minutesBefore: 60 }] });
    await book();
    expect(await by('2026-04-15T11:55:00Z')).toEqual(['confirmed email sent', 'reminder push 60 sent']);
  });

  it('accepts no reminder at all', async () => {
    await choose(ana.me(), { reminders: [] });
    await book();
    expect(await by('2026-04-15T11:55:00Z')).toEqual(['confirmed email sent']);
  });

  it('counts for bookings made before, as if they had been made at the change (R45)', async () => {
    await book();
    await by('2026-04-13T08:00:00Z');
    await choose(ana.me({ now: parseInstant('2026-04-14T11:00:00Z') }), {
      reminders: [
        { channel: 'email', minutesBefore: 120 },
        // Its time has come a quarter of an hour after the change at the latest.
        { channel: 'email', minutesBefore: 1490 },
      ],
    });
    await by('2026-04-14T11:00:00Z');
    expect(world.state.users.get(ana.id)).not.toHaveProperty('remindersSince');
    expect(await by('2026-04-15T11:55:00Z')).toEqual([
      'confirmed email sent',
      'reminder email 120 sent',
      'reminder email 1440 skipped rule_off',
      'reminder push 30 skipped rule_off',
      'reminder sms 120 skipped rule_off',
    ]);
  });

  it('returns to the coach’s reminders, once each, when own ones are removed (R8)', async () => {
    await book();
    await by('2026-04-13T08:00:00Z');
    await choose(ana.me(), { reminders: [] });
    await by('2026-04-13T08:01:00Z');
    await choose(ana.me(), { reminders: null });
    expect((await by('2026-04-15T11:00:00Z')).filter((line) => line.endsWith('sent'))).toEqual([
      'confirmed email sent',
      'reminder email 1440 sent',
      'reminder sms 120 sent',
    ]);
  });

  it('holds when the coach changes the rules', async () => {
    await choose(ana.me(), { reminders: [{ channel: 'email', minutesBefore: 60 }] });
    await book();
    await by('2026-04-13T08:00:00Z');
    const reminders = { rules: [{ channel: 'email' as const, minutesBefore: 180 }], followUp: true };
    await world.useCases.patchSchedule(world.partner(), { coach: coach.id, reminders });
    expect(await by('2026-04-15T11:55:00Z')).toEqual(['confirmed email sent', 'reminder email 60 sent']);
  });
});

describe('what the coach side chose', () => {
  it('notifies the coach side by other channels: without the mail, with the push message', async () => {
    await withDevice(asCoach);
    await choose(asCoach, { kinds: { confirmed: { email: false, push: true } } });
    await book();
    expect(await by('2026-04-13T08:00:00Z', 'coach')).toEqual([
      'confirmed email skipped opted_out',
      'confirmed push sent',
    ]);
  });

  it('waits without a mail for the end of the quiet hours, since nothing may replace it', async () => {
    await withDevice(asCoach);
    await choose(asCoach, { kinds: { confirmed: { email: false, push: true } } });
    await bookAs(
      world,
      { me: () => ana.me({ now: parseInstant('2026-04-13T22:00:00Z') }) },
      { coachId: coach.id, serviceId: undefined },
      START,
    );
    expect(await by('2026-04-13T22:00:00Z', 'coach')).toContain('confirmed push due');
    expect(await by('2026-04-14T07:59:00Z', 'coach')).toContain('confirmed push due');
    expect(await by('2026-04-14T08:00:00Z', 'coach')).toContain('confirmed push sent');
  });

  it('sends an SMS that was chosen, until the phone answers STOP', async () => {
    await world.useCases.updateMe(asCoach, { phone: '+12125550102' });
    await choose(asCoach, { kinds: { confirmed: { sms: true } } });
    await book();
    expect(await by('2026-04-13T08:00:00Z', 'coach')).toContain('confirmed sms sent');
  });

  it('sends own reminders, made for bookings before and after', async () => {
    await book();
    await by('2026-04-13T08:00:00Z');
    await choose(asCoach, { reminders: [{ channel: 'email', minutesBefore: 15 }] });
    await bookAs(world, ana, { coachId: coach.id, serviceId: undefined }, '2026-04-15T15:00:00Z');
    const sent = (lines: readonly string[]) => lines.filter((line) => line === 'reminder email 15 sent').length;
    expect(sent(await by('2026-04-15T11:45:00Z', 'coach'))).toBe(1);
    expect(sent(await by('2026-04-15T14:45:00Z', 'coach'))).toBe(2);
  });

  it('sends reminders to a member of the team while a session is theirs, and not once it is another’s', async () => {
    const { data: jonas } = await world.useCases.createStaff(world.partner(), {
      coach: coach.id,
      name: 'Jonas',
      email: 'staff@example.com',
    });
    const member = await accountOf('staff', jonas.id);
    await choose(member, { reminders: [{ channel: 'email', minutesBefore: 30 }] });
    const { id, version } = await book();
    await by('2026-04-13T08:00:00Z');
    await world.useCases.updateBooking(asCoach, { id, version, staffId: jonas.id });
    expect(await by('2026-04-13T08:01:00Z', 'staff')).toEqual(['reminder email 30 due']);
    const { data } = await world.useCases.getBooking(asCoach, { id });
    await world.useCases.updateBooking(asCoach, { id, version: data.version, staffId: null });
    expect(await by('2026-04-15T11:31:00Z', 'staff')).toEqual(['reminder email 30 skipped superseded']);
  });
});
