import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { minus, parseInstant, plus } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import { bookAs, givenClient } from '../../../test/application/given-client.ts';
import { givenTeam, onTeamDay } from '../../../test/application/given-team.ts';
import { ANA, givenCoach, NOW, type World } from '../../../test/application/world.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import { createCore } from '../create-use-cases.ts';
import { readFeed } from './read-feed.ts';

const tokenOf = (url: string) => /\/feeds\/(.+)\.ics$/.exec(url)![1]!;

describe('reading a feed', () => {
  let team: Awaited<ReturnType<typeof givenTeam>>;
  let world: World;
  let coach: string;
  beforeEach(async () => {
    team = await givenTeam();
    world = team.world;
    coach = team.coach.id;
  });

  /** Answers, and counts the reads of bookings. */
  const reader = (url: string) => {
    let reads = 0;
    const { bookings } = world.deps;
    const counted = {
      ...bookings,
      forFeed: (query: Parameters<typeof bookings.forFeed>[0]) => (reads++, bookings.forFeed(query)),
    };
    const core = { ...createCore(world.deps), bookings: counted };
    const read = (known?: string) => readFeed(core, tokenOf(url), (etag) => etag === known);
    return { read, reads: () => reads };
  };
  const feedOf = async (given: object = {}) =>
    (await world.useCases.createCalendarFeed(world.partner(), { coach, ...given })).data.url;
  const eventsOf = async (url: string) => {
    const { text } = await reader(url).read();
    return new ICAL.Component(ICAL.parse(text!)).getAllSubcomponents('vevent').map((component) => ({
      id: (component.getFirstPropertyValue('uid') as string).split('@')[0],
      status: component.getFirstPropertyValue('status'),
      summary: component.getFirstPropertyValue('summary'),
    }));
  };

  it('shows the bookings of the coach by their start, whoever runs them, with their status', async () => {
    const late = await team.book(onTeamDay('13:00'), { staffId: team.jane.id });
    const early = await team.book(onTeamDay('09:00'));
    await world.useCases.patchSchedule(world.partner(), { coach, autoConfirm: false });
    const asked = await world.useCases.createBooking(world.visitor(), {
      coachId: coach,
      serviceId: team.coach.serviceId!,
      start: onTeamDay('15:00'),
      attendee: ANA,
    });
    await world.useCases.deleteBooking(world.partner(), { id: early.id });
    expect(await eventsOf(await feedOf())).toEqual([
      { id: early.id, status: 'CANCELLED', summary: 'Strength session' },
      { id: late.id, status: 'CONFIRMED', summary: 'Strength session' },
      { id: asked.data.id, status: 'TENTATIVE', summary: 'Strength session' },
    ]);
    expect((await eventsOf(await feedOf({ staffId: team.jane.id }))).map(({ id }) => id)).toEqual([late.id]);
    expect((await eventsOf(await feedOf({ detail: 'full' }))).map(({ summary }) => summary)).toEqual([
      'Ana Diaz: Strength session',
      'Ana Diaz: Strength session',
      'Ana Diaz: Strength session',
    ]);
  });

  it('leaves out what has no time, what its guest has not confirmed (R14), and what is far away', async () => {
    const { id } = await team.book(onTeamDay('09:00'));
    const stored = team.stored(id);
    const time = (start: number) => ({ ...stored.time!, start: plus(NOW, start), end: plus(NOW, start + HOUR) });
    const { time: _time, ...timeless } = stored;
    const kept: Record<string, Booking> = {
      timeless: { ...timeless, id: 'timeless' },
      unproven: { ...stored, id: 'unproven', unproven: true },
      old: { ...stored, id: 'old', time: time(-29 * DAY) },
      tooOld: { ...stored, id: 'too old', time: time(-32 * DAY) },
      ahead: { ...stored, id: 'ahead', time: time(730 * DAY) },
      tooFar: { ...stored, id: 'too far', time: time(734 * DAY) },
      gone: { ...stored, id: 'gone', status: 'cancelled', cancelledAt: minus(NOW, 32 * DAY) },
      goneLately: { ...stored, id: 'gone lately', status: 'cancelled', cancelledAt: minus(NOW, 29 * DAY) },
      expired: { ...stored, id: 'expired', status: 'pending', time: time(-HOUR) },
    };
    for (const one of Object.values(kept)) world.state.bookings.set(one.id, one);
    const found = await eventsOf(await feedOf());
    expect(found.map(({ id: each }) => each).sort()).toEqual([id, 'ahead', 'expired', 'gone lately', 'old'].sort());
    expect(found.find(({ id: each }) => each === 'expired')!.status).toBe('CANCELLED');
  });

  it('costs no read of bookings while nothing has changed, and one when something has', async () => {
    const { read, reads } = reader(await feedOf());
    await world.drain();
    const { etag, text } = await read();
    expect([text === null, reads()]).toEqual([false, 1]);
    expect(await read(etag)).toEqual({ etag, text: null });
    expect(reads()).toBe(1);
    const { id } = await team.book(onTeamDay('09:00'));
    await world.drain();
    const second = await read(etag);
    expect(second.etag).not.toBe(etag);
    expect(second.text).toContain(id);
    expect(reads()).toBe(2);
    await world.useCases.rescheduleBooking(world.partner(), { id, start: onTeamDay('11:00') });
    await world.drain();
    expect((await read(second.etag)).text).toContain('SEQUENCE:1');
  });

  it('answers anew after a change of the feed itself, and on another day', async () => {
    const { data } = await world.useCases.createCalendarFeed(world.partner(), { coach });
    const { read } = reader(data.url);
    await world.drain();
    const { etag } = await read();
    await world.useCases.updateCalendarFeed(world.partner(), { coach, id: data.id, detail: 'busy' });
    const changed = await read(etag);
    expect([changed.etag === etag, changed.text === null]).toEqual([false, false]);
    world.passTime(DAY);
    expect((await read(changed.etag)).text).not.toBeNull();
  });

  it('shows a client’s bookings with all coaches, recognised by the text', async () => {
    const ana = await givenClient(world);
    const other = await givenCoach(world, { name: 'Coach B' });
    const first = await bookAs(world, ana, { ...team.coach, coachId: coach }, onTeamDay('09:00'));
    const second = await bookAs(world, ana, other, onTeamDay('11:00'));
    await team.book(onTeamDay('13:00'), { attendee: { ...ANA, email: 'bo@example.com' } });
    const { data } = await world.useCases.createMyCalendarFeed(ana.me(), { detail: 'full' });
    expect(await eventsOf(data.url)).toEqual([
      { id: first.id, status: 'CONFIRMED', summary: 'Strength session with Coach A' },
      { id: second.id, status: 'CONFIRMED', summary: 'Strength session with Coach B' },
    ]);
    const { read } = reader(data.url);
    const { etag } = await read();
    expect(await read(etag)).toEqual({ etag, text: null });
    await world.useCases.cancelBooking(ana.me(), { id: first.id });
    expect((await read(etag)).text).toContain('STATUS:CANCELLED');
  });

  it('refuses while the partner is suspended', async () => {
    const url = await feedOf();
    const { partnerId } = world.partner().caller;
    const suspended = { id: partnerId, suspendedAt: parseInstant('2026-04-13T00:00:00Z') };
    const core = { ...createCore(world.deps), cachedPartner: async () => suspended as never };
    await expect(readFeed(core, tokenOf(url), () => false)).rejects.toMatchObject({ code: 'PARTNER_SUSPENDED' });
  });
});
