import { compilePlan, type CompiledPlan } from '../../packages/server/src/domain/availability/compile.ts';
import {
  defaultSchedule,
  type Plan,
  type Schedule,
  type WeeklyRange,
} from '../../packages/server/src/domain/schedule/schedule.ts';
import type { Occupied, SlotQuestion, SlotRules } from '../../packages/server/src/domain/slots/slot-question.ts';
import { minus, parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import type { Weekday } from '@coach-booking/time/plain-date';

/** Returns an instant of the days of 2026 that most tests use: `at('04-14 09:00')`. UTC. */
export function at(text: string): Instant {
  return parseInstant(`2026-${text.replace(' ', 'T')}Z`);
}

/** Returns the `HH:MM` of instants, with the date in front where it is not the one before it. UTC. */
export function times(instants: ArrayLike<number>): string[] {
  return Array.from(instants, (instant, i) => {
    const text = new Date(instant).toISOString();
    return i > 0 && text.slice(0, 10) === new Date(instants[i - 1]!).toISOString().slice(0, 10)
      ? text.slice(11, 16)
      : `${text.slice(5, 10)} ${text.slice(11, 16)}`;
  });
}

/** `daily('09:00-12:00')`, or on some weekdays only. */
export function daily(range: string, days: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]): WeeklyRange[] {
  const [start, end] = range.split('-') as [string, string];
  return days.map((dayOfWeek) => ({ dayOfWeek, start, end }));
}

/** Returns a compiled plan: open 09:00–12:00 UTC every day, hourly sessions, with the given changes. */
export function planWith(schedule: Partial<Schedule> = {}, rest: Partial<Omit<Plan, 'schedule'>> = {}): CompiledPlan {
  return compilePlan({
    schedule: {
      ...defaultSchedule,
      workingHours: daily('09:00-12:00'),
      slotInterval: 60,
      defaultDuration: 60,
      ...schedule,
    },
    overrides: [],
    timeOff: [],
    ...rest,
  });
}

/** Returns a booking, or a hold, whose padded time equals its raw time unless buffers (minutes) are given. */
export function taken(
  start: Instant,
  minutes: number,
  more: { kind?: Occupied['kind']; before?: number; after?: number } = {},
): Occupied {
  const end = plus(start, minutes * 60_000);
  return {
    start,
    end,
    paddedStart: minus(start, (more.before ?? 0) * 60_000),
    paddedEnd: plus(end, (more.after ?? 0) * 60_000),
    kind: more.kind ?? 'booking',
  };
}

/** Returns the question for Tuesday 14 April 2026, asked the evening before, for an hour; nothing is taken. */
export function ask(
  plan: CompiledPlan,
  more: Partial<Omit<SlotQuestion, 'rules'>> & { rules?: Partial<SlotRules> } = {},
): SlotQuestion {
  return {
    from: at('04-14 00:00'),
    to: at('04-15 00:00'),
    now: at('04-13 20:00'),
    occupied: [],
    ...more,
    plan,
    rules: { duration: 60, ...more.rules },
  };
}
