import type { Exercise } from '../domain/client/log.ts';
import type { Rhythm } from './person.ts';
import type { RandomSource } from './seeded.ts';

/** A session of training. Minutes. */
export interface Session {
  readonly title: string;
  readonly duration: number;
  readonly exercises: readonly Exercise[];
}

type Maker = (chance: RandomSource, progress: number) => Session;

const plates = (weightKg: number): number => Math.round(weightKg / 2.5) * 2.5;

/** Three to five sets of five; the bar gets heavier over the period. */
const lifts =
  (title: string, ...names: readonly (readonly [name: string, startKg: number])[]): Maker =>
  (chance, progress) => ({
    title,
    duration: chance.between(50, 75),
    exercises: names.map(([name, startKg]) => {
      const weightKg = plates(startKg * (1 + 0.12 * progress));
      return {
        name,
        sets: Array.from({ length: chance.between(3, 5) }, () => ({ reps: chance.between(4, 6), weightKg })),
      };
    }),
  });

const rounds =
  (title: string, ...names: readonly string[]): Maker =>
  (chance, progress) => ({
    title,
    duration: chance.between(25, 45),
    exercises: names.map((name) => {
      const seconds = 30 + 5 * Math.round(3 * progress);
      return { name, sets: Array.from({ length: chance.between(3, 4) }, () => ({ seconds })) };
    }),
  });

const run =
  (title: string, km: number): Maker =>
  (chance, progress) => {
    const distanceM = Math.round(km * (1 + 0.2 * progress) * 10 + chance.between(-5, 5)) * 100;
    const seconds = Math.round((distanceM / 1000) * (365 - 25 * progress) + chance.between(-60, 60));
    return { title, duration: Math.round(seconds / 60), exercises: [{ name: 'Run', sets: [{ distanceM, seconds }] }] };
  };

const makers: Readonly<Record<Rhythm['plan'], readonly Maker[]>> = {
  strength: [
    lifts('Lower body', ['Squat', 55], ['Romanian deadlift', 60], ['Split squat', 20]),
    lifts('Upper body', ['Bench press', 45], ['Row', 42.5], ['Overhead press', 30]),
    lifts('Deadlift day', ['Deadlift', 80], ['Front squat', 45], ['Farmer’s walk', 32.5]),
  ],
  hiit: [
    rounds('Intervals', 'Burpees', 'Skipping', 'Mountain climbers'),
    rounds('Circuit', 'Step-ups', 'Plank', 'Jumping jacks'),
  ],
  functional: [
    rounds('Mobility and core', 'Dead bug', 'Side plank', 'Bear crawl'),
    lifts('Kettlebells', ['Swing', 16], ['Goblet squat', 16], ['Get-up', 8]),
  ],
  running: [run('Easy run', 6), run('Tempo run', 8), run('Long run', 12)],
};

/** The n-th session of a plan, with `progress` from 0 to 1 through the period. */
export function sessionOf(plan: Rhythm['plan'], n: number, chance: RandomSource, progress: number): Session {
  const of = makers[plan];
  return of[n % of.length]!(chance, progress);
}
