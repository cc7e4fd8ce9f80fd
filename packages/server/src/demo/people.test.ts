import { describe, expect, it } from 'vitest';
import { caloriesOf, groupByDate } from '../domain/client/days.ts';
import { isBirthDate } from '../domain/client/profile.ts';
import { trendsOf } from '../domain/client/trends.ts';
import { addDays } from '@coach-booking/time/dates';
import { instant } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import { localOf, zoneOf } from '@coach-booking/time/zone';
import { demoGuests } from './guests.ts';
import { demoCoaches } from './demo-coaches.ts';
import { dishesFor } from './meals.ts';
import { demoBookings } from './people-bookings.ts';
import { DEMO_DAYS, demoLogs } from './people-logs.ts';
import { demoPeople } from './people.ts';

const now = instant(Date.UTC(2026, 3, 14, 15));
/** A week of days on which the demo may be started, and a change of clocks. */
const starts = [
  ...Array.from({ length: 7 }, (_, i) => now + i * DAY),
  Date.UTC(2026, 2, 29, 0, 30),
  Date.UTC(2026, 10, 1, 5, 30),
];

describe('the people of the demo', () => {
  it('has ten people, each with a name, an address and a zone of their own', () => {
    expect(demoPeople).toHaveLength(10);
    for (const field of ['key', 'name', 'email'] as const)
      expect(new Set(demoPeople.map((person) => person[field])).size).toBe(10);
    expect(new Set(demoPeople.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'es', 'fr', 'ar']));
    for (const { email, timeZone, profile } of demoPeople) {
      expect(email).toMatch(/@demo\.example$/);
      expect(zoneOf(timeZone).id).toBe(timeZone);
      expect(isBirthDate(profile.dateOfBirth!, '2026-04-14')).toBe(true);
    }
  });

  it('shows everything that a profile can hold', () => {
    const profiles = demoPeople.map(({ profile }) => profile);
    for (const list of ['goals', 'dietaryRestrictions', 'healthComplications', 'injuries'] as const)
      expect(new Set(profiles.flatMap((profile) => profile[list])).size, list).toBeGreaterThanOrEqual(5);
    expect(new Set(profiles.map(({ gymAccess }) => gymAccess))).toEqual(
      new Set(['none', 'home', 'gym', 'gym_and_home', undefined]),
    );
    expect(new Set(profiles.map(({ gender }) => gender))).toEqual(new Set(['female', 'male', 'other']));
  });
});

describe.each(demoPeople)('the logs of $name', (person) => {
  const logs = demoLogs(person, now);
  const today = localOf(zoneOf(person.timeZone), now).date;
  const entries = logs.map((log, i) => ({ ...log, id: `${i}`, createdAt: instant(i) }));
  const of = <K extends string>(kind: K) =>
    entries.filter((log): log is Extract<typeof log, { kind: K }> => log.kind === kind);

  it('writes the same logs every time, within the days that end today in their zone', () => {
    expect(demoLogs(person, now)).toEqual(logs);
    const dates = logs.map(({ date }) => date);
    expect([...dates].sort()).toEqual(dates);
    expect(dates[0]! >= addDays(today, 1 - DEMO_DAYS) && dates.at(-1)! <= today).toBe(true);
  });

  it('miss days, some of them in a row, and not most of them', () => {
    const written = new Set(logs.map(({ date }) => date));
    const all = Array.from({ length: DEMO_DAYS }, (_, i) => written.has(addDays(today, -i)));
    expect(all.filter(Boolean).length).toBeGreaterThan(40);
    expect(all.map((isWritten) => (isWritten ? 'x' : '.')).join('')).toContain('....');
    expect(all.slice(0, 7).filter(Boolean).length).toBeGreaterThan(3);
  });

  it('writes sessions only on the days of training', () => {
    const days = new Set(of('workout').map(({ date }) => new Date(`${date}T00:00Z`).getUTCDay()));
    for (const weekday of days) expect(person.rhythm.trainsOn).toContain(weekday);
    expect(of('workout').length).toBeGreaterThanOrEqual(2);
  });

  it('writes whole days of food that come near the average', () => {
    const days = groupByDate(of('diet')).filter(({ entries }) => entries.length === 4);
    expect(days.length).toBeGreaterThan(3);
    const mean = days.reduce((sum, { entries }) => sum + caloriesOf(entries)!, 0) / days.length;
    expect(Math.abs(mean / person.rhythm.calories - 1)).toBeLessThan(0.15);
  });

  it('writes nothing to eat that is avoided', () => {
    const table = ['breakfast', 'lunch', 'dinner', 'snack'] as const;
    const allowed = table.flatMap((meal) =>
      dishesFor(meal, person.rhythm.avoids).map(({ description }) => description),
    );
    for (const { description } of of('diet')) expect(allowed).toContain(description);
    expect(dishesFor('dinner', ['meat', 'dairy', 'gluten']).length).toBeGreaterThanOrEqual(3);
  });

  it('shows where the trends are going', () => {
    const trends = trendsOf(of('progress'));
    expect(trends.map(({ metric }) => metric)).toEqual(person.rhythm.habits.map(({ metric }) => metric).sort());
    for (const habit of person.rhythm.habits) {
      const { ratePerWeek, count } = trends.find(({ metric }) => metric === habit.metric)!;
      expect(count).toBeGreaterThanOrEqual(6);
      expect(Math.abs(ratePerWeek! - habit.perWeek), habit.metric).toBeLessThan(Math.max(0.12, habit.noise * 0.4));
    }
  });
});

describe.each(starts.map((start) => [new Date(start).toISOString(), start] as const))(
  'the bookings of a demo begun at %s',
  (_, start) => {
    const bookings = demoBookings(instant(start));

    it('makes three to five bookings for each coach, before and after now, of several statuses', () => {
      for (const { slug } of demoCoaches) {
        const own = bookings.filter(({ coach }) => coach === slug);
        expect(own.length).toBeGreaterThanOrEqual(3);
        expect(own.length).toBeLessThanOrEqual(5);
        expect(own.some((booking) => booking.start < start) && own.some((booking) => booking.start > start)).toBe(true);
        expect(new Set(own.map(({ status }) => status)).size).toBeGreaterThanOrEqual(3);
      }
    });

    it('names existing people and services, in working hours, without an overlap', () => {
      for (const coach of demoCoaches) {
        const zone = zoneOf(coach.timeZone!);
        const own = bookings.filter((booking) => booking.coach === coach.slug);
        const ranges = own.map((booking) => {
          const service = coach.services!.find(({ slug }) => slug === booking.service)!;
          const local = localOf(zone, booking.start);
          const [from, to] = [local.minutes, local.minutes + service.duration];
          const clock = (minutes: number) =>
            `${Math.floor(minutes / 60)}:${`${minutes % 60}`.padStart(2, '0')}`.padStart(5, '0');
          const ofDay = ({ dayOfWeek }: { dayOfWeek: number }) => dayOfWeek === local.weekday;
          const isOpen = coach
            .schedule!.workingHours!.filter(ofDay)
            .some((hours) => hours.start <= clock(from) && clock(to) <= hours.end);
          const isFree = !(coach.schedule!.breaks ?? [])
            .filter(ofDay)
            .some((pause) => pause.start < clock(to) && clock(from) < pause.end);
          expect(isOpen && isFree, `${booking.person} at ${coach.slug}`).toBe(true);
          expect([...demoPeople, ...demoGuests].map(({ key }) => key)).toContain(booking.person);
          return { start: booking.start, end: booking.start + service.duration * MINUTE };
        });
        const sorted = ranges.sort((a, b) => a.start - b.start);
        const gap = Math.max(coach.schedule!.bufferBefore ?? 0, coach.schedule!.bufferAfter ?? 0) * MINUTE;
        for (const [i, range] of sorted.slice(1).entries())
          expect(range.start).toBeGreaterThanOrEqual(sorted[i]!.end + gap);
      }
    });

    it('gives each booking the status that its time allows, made before, in the window', () => {
      for (const { status, start: at, madeAt, coach } of bookings) {
        const isPast = ['completed', 'no_show', 'cancelled'].includes(status);
        expect(isPast).toBe(at < start);
        expect(madeAt < at && madeAt < start).toBe(true);
        expect(at).toBeLessThan(start + demoCoaches.find(({ slug }) => slug === coach)!.schedule!.bookingWindow! * DAY);
      }
    });
  },
);
