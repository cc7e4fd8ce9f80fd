import type { LogFields, LogKind, Meal } from '../domain/client/log.ts';
import type { Instant } from '@coach-booking/time/instant';
import { epochDay, fromEpochDay, weekdayOfEpochDay, type PlainDate } from '@coach-booking/time/plain-date';
import { localOf, zoneOf } from '@coach-booking/time/zone';
import { dishesFor } from './meals.ts';
import type { DemoPerson, Habit } from './person.ts';
import { seeded, type RandomSource } from './seeded.ts';
import { sessionOf } from './sessions.ts';

/** An entry as a client would send it. */
export type DemoLog = { [K in LogKind]: { readonly kind: K } & LogFields<K> }[LogKind];

/** The number of days for which the demo's people have logs. */
export const DEMO_DAYS = 60;

const KCAL = { protein: 4, carbs: 4, fat: 9 } as const;
const remarks = ['', '', '', '', 'Felt light.', 'Slept badly.', 'Short of time.', 'Best one this week.'];
const meals: readonly Meal[] = ['breakfast', 'lunch', 'dinner', 'snack'];

/** The factor of the meals and of their logging, by weekday: Fridays and Saturdays are longer, weekends are lazier. */
const appetite = [1.08, 0.97, 0.98, 1, 1, 1.06, 1.14];
const adherence = [0.75, 1, 1, 1, 0.95, 0.85, 0.7];

const dietOf = (person: DemoPerson, date: PlainDate, weekday: number, chance: RandomSource): DemoLog[] => {
  const { avoids, calories, discipline } = person.rhythm;
  // The share of the usual day: the four meals of a table come to some 2000 kcal.
  const share = (calories / 2000) * appetite[weekday]!;
  return meals.flatMap((meal) => {
    const dish = chance.one(dishesFor(meal, avoids));
    const eaten = Math.round(dish.calories * share * (1 + chance.noise(0.12)));
    const isWritten = chance.next() < (meal === 'snack' ? 0.6 : 0.97) * adherence[weekday]! * (0.5 + discipline / 2);
    const [proteinG, carbsG, fatG] = [
      (eaten * dish.shares[0]) / KCAL.protein,
      (eaten * dish.shares[1]) / KCAL.carbs,
      (eaten * dish.shares[2]) / KCAL.fat,
    ].map(Math.round) as [number, number, number];
    const entry: DemoLog = {
      kind: 'diet',
      date,
      meal,
      description: dish.description,
      calories: eaten,
      proteinG,
      carbsG,
      fatG,
      notes: '',
    };
    return isWritten ? [entry] : [];
  });
};

const decimalsOf = (unit: string): number => (unit === 'bpm' || unit === 'reps' ? 0 : 1);

const measured = (habit: Habit, daysLeft: number, chance: RandomSource): number => {
  const value = habit.value - (habit.perWeek * daysLeft) / 7 + chance.noise(habit.noise);
  return Number(value.toFixed(decimalsOf(habit.unit)));
};

const progressOf = (
  person: DemoPerson,
  date: PlainDate,
  weekday: number,
  daysLeft: number,
  chance: RandomSource,
): DemoLog[] =>
  person.rhythm.habits.flatMap((habit) => {
    const value = measured(habit, daysLeft, chance);
    const isDone =
      habit.every === 'week' ? weekday === person.rhythm.trainsOn.at(-1) : chance.next() < adherence[weekday]!;
    return isDone
      ? [{ kind: 'progress', date, metric: habit.metric, value, unit: habit.unit, notes: '' } satisfies DemoLog]
      : [];
  });

/** The same for the same person, however the list of people is changed. */
const seedOf = (key: string): number => [...key].reduce((sum, sign) => Math.imul(sum, 31) + sign.codePointAt(0)!, 7);

/**
 * Returns the logs of a person in the days up to and including today, by date: sessions on the training days, meals,
 * and measurements. Some of it is missing, as it is in life; a few days in a row are missing whole. Depends on nothing
 * but the person and, for the dates, on `now` (an instant): the same day before the end has the same shape of a week,
 * moved by weekdays.
 */
export function demoLogs(person: DemoPerson, now: Instant): readonly DemoLog[] {
  const today = epochDay(localOf(zoneOf(person.timeZone), now).date);
  const chance = seeded(seedOf(person.key));
  // Ill, or on a journey: nothing is written. Never the last week, which the demo opens with.
  const away = chance.between(14, DEMO_DAYS - 10);
  const isAway = (daysLeft: number): boolean => daysLeft <= away && daysLeft > away - 4;
  let sessions = 0;
  return Array.from({ length: DEMO_DAYS }, (_, i) => DEMO_DAYS - 1 - i).flatMap((daysLeft) => {
    const day = today - daysLeft;
    const [date, weekday] = [fromEpochDay(day), weekdayOfEpochDay(day)];
    const { trainsOn, discipline, plan } = person.rhythm;
    const session = sessionOf(plan, sessions, chance, 1 - daysLeft / DEMO_DAYS);
    const isTraining = trainsOn.includes(weekday) && chance.next() < discipline;
    const notes = chance.one(remarks);
    const entries = [...dietOf(person, date, weekday, chance), ...progressOf(person, date, weekday, daysLeft, chance)];
    if (isAway(daysLeft)) return [];
    if (!isTraining) return entries;
    sessions += 1;
    return [{ kind: 'workout', date, ...session, notes } satisfies DemoLog, ...entries];
  });
}
