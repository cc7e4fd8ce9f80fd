import { beforeEach, describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { calendarText } from '../../../test/application/fake-calendar-reader.ts';
import { ANA, createWorld, everyDay, givenCoach, type World } from '../../../test/application/world.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { createCore } from '../create-use-cases.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { readSource } from './read-source.ts';

const at = (time: string) => `2026-04-14T${time}:00Z`;
const hour = (from: string, to: string) => {
  const written = (time: string) => `20260414T${time.replace(':', '')}00Z`;
  return [written(from), written(to)] as const;
};

let world: World;
let coach: Awaited<ReturnType<typeof givenCoach>>;
let me: Context;
let calendar: string;

beforeEach(async () => {
  world = createWorld();
  coach = await givenCoach(world, { schedule: { workingHours: everyDay('00:00', '23:59'), slotInterval: 30 } });
  const { data } = await world.useCases.createUser(world.partner(), {
    role: 'coach',
    name: 'Maria',
    email: 'maria@example.com',
    phone: '+12125550102',
    coachId: coach.id,
  });
  me = world.person({ userId: data.id, role: 'coach', coachId: coach.id });
  const url = 'https://calendar.example/a.ics';
  calendar = (await world.useCases.createExternalCalendar(world.partner(), { coach: coach.id, name: 'Family', url }))
    .data.id;
});

const book = async (start: string, more: Partial<InputOf<'createBooking'>> = {}) => {
  const input = { coachId: coach.id, serviceId: coach.serviceId!, start: at(start), attendee: ANA, ...more };
  return (await world.useCases.createBooking(world.partner(), input)).data.id;
};
/** Lets the calendar have these events, and everything due happen. */
const has = async (...events: (readonly [string, string])[]) => {
  await world.useCases.answerTestCalendar(world.partner(), {
    id: calendar,
    body: calendarText(...events),
    status: 200,
  });
  await world.useCases.runDue(world.partner(), {});
};
const conflictRows = () =>
  [...world.state.deliveries.values()].filter((one): one is Delivery => one.kind === 'conflict' && 'bookingId' in one);
const summary = () =>
  conflictRows()
    .map(({ bookingId, channel, role, state, code }) =>
      [bookingId, channel, role, state, code].filter(Boolean).join(' '),
    )
    .sort();
const messages = async () =>
  (await world.useCases.listTestMessages(world.partner(), {})).data.filter(({ kind }) => kind === 'conflict');

describe('an event of another calendar at the time of a booking', () => {
  it('sends the coach one message, with the session, the calendar and a way to the desk', async () => {
    const id = await book('10:00');
    await has(hour('10:30', '12:00'));
    expect(summary()).toEqual([`${id} email coach sent`]);
    const [message] = await messages();
    expect(message).toMatchObject({ subject: 'Ana Diaz: Strength session', to: { role: 'coach' } });
    expect(message!.text).toContain('“Family” has something at the time of Strength session with Ana Diaz.');
    expect(message!.text).toContain('Tuesday, April 14, 2026');
    expect(message!.text).toContain('/desk/calendar');
  });

  it('sends nothing again for that time, however often it is read and whatever lies beside it', async () => {
    await book('10:00');
    await has(hour('10:30', '12:00'));
    await has(hour('10:30', '12:00'));
    await has(hour('09:00', '09:30'), hour('10:30', '13:00'));
    expect(conflictRows()).toHaveLength(1);
    await has();
    await has();
    await has(hour('10:30', '12:00'));
    expect(conflictRows()).toHaveLength(1);
  });

  it('sends another message when it takes another part of the booking, or the booking moves into another one', async () => {
    const id = await book('10:00');
    await has(hour('10:30', '12:00'));
    await has(hour('10:00', '12:00'));
    expect(conflictRows()).toHaveLength(2);
    await world.useCases.rescheduleBooking(world.partner(), { id, start: at('15:00') });
    await has(hour('10:00', '12:00'), hour('15:30', '15:45'));
    expect(conflictRows()).toHaveLength(3);
  });

  it('sends nothing about a booking that was made or moved over a busy time on purpose, until there is more', async () => {
    await has(hour('10:30', '12:00'), hour('15:30', '16:30'));
    const id = await book('10:00', { override: true });
    await has(hour('10:30', '12:00'), hour('15:30', '16:30'));
    expect(conflictRows()).toEqual([]);
    await world.useCases.rescheduleBooking(world.partner(), { id, start: at('15:00'), override: true });
    await has(hour('10:30', '12:00'), hour('15:30', '16:30'));
    expect(conflictRows()).toEqual([]);
    await has(hour('10:30', '12:00'), hour('15:15', '15:20'), hour('15:30', '16:30'));
    expect(conflictRows()).toHaveLength(1);
  });

  it('sends nothing about sessions that are over, cancelled or elsewhere', async () => {
    const id = await book('10:00');
    await book('13:00');
    await book('08:30', { start: '2026-04-13T07:30:00Z', override: true });
    await world.useCases.cancelBooking(world.partner(), { id });
    await has(['20260413T070000Z', '20260413T083000Z'], hour('10:00', '13:00'));
    expect(conflictRows()).toEqual([]);
  });

  it('sends messages about the five nearest bookings, and knows them all from then on', async () => {
    const starts = ['10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00'];
    for (const start of starts) await book(start);
    await has(hour('09:00', '18:00'));
    expect(conflictRows()).toHaveLength(5);
    const times = conflictRows().map(({ bookingId }) => (world.state.bookings.get(bookingId) as Booking).time!.start);
    expect(times.sort()).toEqual(starts.slice(0, 5).map((start) => parseInstant(at(start))));
    await has(hour('09:00', '18:00'));
    expect(conflictRows()).toHaveLength(5);
    const of = { coach: coach.id, id: calendar };
    expect((await world.useCases.getExternalCalendar(world.partner(), of)).data.conflicts).toBe(7);
  });
});

describe('the message', () => {
  it('goes by what the coach has chosen', async () => {
    await world.useCases.updateNotifications(me, { kinds: { conflict: { email: false, sms: true } } });
    const id = await book('10:00');
    await has(hour('10:00', '11:00'));
    expect(summary()).toEqual([`${id} email coach skipped opted_out`, `${id} sms coach sent`]);
    expect((await messages()).map(({ channel }) => channel)).toEqual(['sms']);
  });

  it('goes by mail alone in quiet hours', async () => {
    await world.useCases.updateNotifications(me, { kinds: { conflict: { sms: true } } });
    const id = await book('10:00');
    await world.useCases.answerTestCalendar(world.partner(), {
      id: calendar,
      body: calendarText(hour('10:00', '11:00')),
      status: 200,
    });
    const night = parseInstant('2026-04-13T23:00:00Z');
    await world.useCases.runDue(world.partner({ now: night }), {});
    expect(summary()).toEqual([`${id} email coach sent`, `${id} sms coach skipped quiet_hours`]);
  });

  it.each([
    [
      'the event is gone',
      async () => {
        await has();
        await has();
      },
    ],
    [
      'the booking has moved',
      async (id: string) => void (await world.useCases.rescheduleBooking(world.partner(), { id, start: at('15:00') })),
    ],
    [
      'the calendar is switched off',
      async () =>
        void (await world.useCases.updateExternalCalendar(world.partner(), {
          coach: coach.id,
          id: calendar,
          active: false,
        })),
    ],
  ])('is superseded when %s before it goes', async (_, change) => {
    const id = await book('10:00');
    await has(hour('10:00', '11:00'));
    const [row] = conflictRows();
    await change(id);
    world.state.deliveries.set(row!.id, { ...row!, state: 'due' });
    await world.useCases.runDue(world.partner(), {});
    expect(conflictRows()[0]).toMatchObject({ state: 'skipped', code: 'superseded' });
  });

  it('is offered to the coach as a choice, and to nobody else', async () => {
    const kinds = async (context: Context) =>
      (await world.useCases.getNotifications(context, {})).data.kinds.map(({ kind }) => kind);
    expect(await kinds(me)).toContain('conflict');
    const { userId } = me.caller as { readonly userId: string };
    world.state.users.set(userId, { ...world.state.users.get(userId)!, role: 'staff' });
    expect(await kinds({ ...me, caller: { ...me.caller, role: 'staff' } as Context['caller'] })).not.toContain(
      'conflict',
    );
  });
});

it('sends one message when two processes read the calendar at once, or one dies before it notes what it sent', async () => {
  await book('10:00');
  await world.useCases.answerTestCalendar(world.partner(), {
    id: calendar,
    body: calendarText(hour('10:00', '11:00')),
    status: 200,
  });
  const core = createCore(world.deps);
  const now = world.deps.realNow();
  const source = world.state.calendarSources.get(calendar)!;
  const dying = createCore({
    ...world.deps,
    calendarSources: {
      ...world.deps.calendarSources,
      replace: async (changed, version) => {
        if (changed.conflicts) throw new Error('killed');
        return world.deps.calendarSources.replace(changed, version);
      },
    },
  });
  await expect(readSource(dying, source, now)).rejects.toThrow('killed');
  expect(conflictRows()).toHaveLength(1);
  expect(world.state.calendarSources.get(calendar)).not.toHaveProperty('conflicts');
  const again = world.state.calendarSources.get(calendar)!;
  await Promise.all([readSource(core, again, now), readSource(core, again, now)]);
  world.passTime(10 * MINUTE);
  await world.useCases.refreshExternalCalendar(world.partner(), { coach: coach.id, id: calendar });
  await world.useCases.runDue(world.partner(), {});
  expect(conflictRows()).toHaveLength(1);
  expect(world.state.calendarSources.get(calendar)?.conflicts).toHaveLength(1);
});
