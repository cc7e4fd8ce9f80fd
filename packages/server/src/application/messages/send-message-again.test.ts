import { beforeEach, describe, expect, it } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { ANA, createWorld, everyDay, givenCoach, NOW, refusalOf, type World } from '../../../test/application/world.ts';

const START = '2026-04-15T09:00:00Z';
const START_AT = instant(Date.parse(START));

let world: World;
let coach: Awaited<ReturnType<typeof givenCoach>>;
beforeEach(async () => {
  world = createWorld();
  coach = await givenCoach(world, {
    schedule: {
      workingHours: everyDay('09:00', '17:00'),
      reminders: { rules: [{ channel: 'email', minutesBefore: 1440 }], followUp: true },
    },
  });
});

const book = async (more: object = {}) =>
  (await world.useCases.createBooking(world.visitor(), { coachId: coach.id, start: START, attendee: ANA, ...more }))
    .data;
const runAt = async (now = NOW) => {
  const { data } = await world.useCases.runDue(world.partner({ now }), { limit: 500 });
  return data.messages.map(({ kind, to, state, code, again }) =>
    [kind, to.role, state, code, again].filter((part) => part !== undefined).join(' '),
  );
};
const again = (id: string, messageId: string, more: object = {}) =>
  world.useCases.sendMessageAgain(world.partner(more), { id, messageId });
const messagesOf = async (id: string) => (await world.useCases.listBookingMessages(world.partner(), { id })).data;
/** A booking whose confirmation its attendee's provider refused. */
const givenRefused = async () => {
  const { id } = await book();
  await world.useCases.failTestProvider(world.partner(), { provider: 'email', kind: 'revoked', times: 1 });
  await runAt();
  return { id, message: (await messagesOf(id)).find(({ to }) => to.role === 'attendee')! };
};

describe('R46 a message that is sent again', () => {
  it('lists another message with an id of its own, which arrives as another mail of the thread', async () => {
    const { id, message } = await givenRefused();
    const { data } = await again(id, message.id);
    expect(data).toMatchObject({ id: `${message.id}:again:1`, again: 1, kind: 'confirmed', state: 'due', attempts: 0 });
    expect(data).not.toHaveProperty('code');
    expect(await runAt()).toEqual(['confirmed attendee sent 1']);
    const listed = (await messagesOf(id)).filter(({ kind, to }) => kind === 'confirmed' && to.role === 'attendee');
    expect(listed.map(({ state }) => state).sort()).toEqual(['failed', 'sent']);
    const { data: mails } = await world.useCases.listTestMessages(world.partner(), { bookingId: id });
    expect(mails.map(({ headers }) => headers?.['Message-ID'])).toEqual([
      `<${id}.confirmed.1.attendee.again.1@book.example>`,
    ]);
    expect((await refusalOf(again(id, message.id))).code).toBe('NOT_ALLOWED_NOW');
  });

  it('sends one message when it is asked for twice at once, and none in a dry run', async () => {
    const { id, message } = await givenRefused();
    await again(id, message.id, { dryRun: true });
    expect(await runAt()).toEqual([]);
    await Promise.all([again(id, message.id), again(id, message.id)]);
    expect(await runAt()).toHaveLength(1);
  });

  it('sends a message again that had no recipient at first', async () => {
    const { data } = await world.useCases.createBooking(world.partner(), {
      coachId: coach.id,
      start: START,
      attendee: ANA,
      notify: false,
    });
    await runAt();
    const message = (await messagesOf(data.id)).find(
      ({ to, code }) => to.role === 'attendee' && code === 'not_wanted',
    )!;
    await again(data.id, message.id);
    expect(await runAt()).toEqual(['confirmed attendee sent 1']);
  });

  it('sends a reminder again that came too late or is in no rule any more, before the session', async () => {
    const { id } = await book();
    await runAt();
    const late = plus(START_AT, -2 * HOUR);
    expect(await runAt(late)).toEqual(['reminder attendee skipped too_late']);
    const reminder = (await messagesOf(id)).find(({ kind }) => kind === 'reminder')!;
    await world.useCases.patchSchedule(world.partner(), { coach: coach.id, reminders: { rules: [], followUp: true } });
    await again(id, reminder.id, { now: late });
    expect(await runAt(late)).toEqual(['reminder attendee sent 1']);
  });

  it('sends no message again that is no longer true', async () => {
    const { id, message } = await givenRefused();
    await world.useCases.cancelBooking(world.partner(), { id, notify: false });
    await again(id, message.id);
    expect(await runAt()).toContain('confirmed attendee skipped superseded 1');
  });

  it('refuses a message of another booking, and one that is still to be sent', async () => {
    const { id, message } = await givenRefused();
    const other = await book({ start: '2026-04-16T09:00:00Z' });
    expect((await refusalOf(again(other.id, message.id))).code).toBe('MESSAGE_NOT_FOUND');
    const reminder = (await messagesOf(id)).find(({ kind }) => kind === 'reminder')!;
    expect((await refusalOf(again(id, reminder.id))).code).toBe('NOT_ALLOWED_NOW');
  });
});
