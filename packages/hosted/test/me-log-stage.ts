import type { OutputOf } from '@coach-booking/sdk';
import type { MeCalls } from '../src/me/calls.ts';

type WorkoutDays = OutputOf<'listMyWorkoutLogs'>;
type DietDays = OutputOf<'listMyDietLogs'>;
type ProgressDays = OutputOf<'listMyProgress'>;

const id = (n: number): string => `665f0000000000000000c0${String(n).padStart(2, '0')}`;
const range = { from: '2028-03-18', to: '2028-04-15', timeZone: 'UTC' };
const createdAt = '2028-04-14T08:00:00Z';

/** Workouts of three weeks, the second without one. */
export const ownWorkouts: WorkoutDays = {
  ...range,
  days: [
    {
      date: '2028-04-12',
      entries: [
        {
          id: id(1),
          date: '2028-04-12',
          title: 'Lower body',
          duration: 55,
          exercises: [
            {
              name: 'Squat',
              sets: [
                { reps: 5, weightKg: 60 },
                { reps: 5, weightKg: 60 },
              ],
            },
            { name: 'Plank', sets: [{ seconds: 45 }] },
          ],
          notes: 'Felt strong.',
          createdAt,
        },
      ],
    },
    {
      date: '2028-04-10',
      entries: [{ id: id(2), date: '2028-04-10', title: 'Run', duration: 38, exercises: [], notes: '', createdAt }],
    },
    {
      date: '2028-03-28',
      entries: [{ id: id(3), date: '2028-03-28', title: 'Yoga', exercises: [], notes: '', createdAt, duration: 60 }],
    },
  ],
};

/** Meals of two days; those of one were counted. */
export const ownMeals: DietDays = {
  ...range,
  days: [
    {
      date: '2028-04-13',
      calories: 1180,
      entries: [
        {
          ...{ id: id(11), date: '2028-04-13', meal: 'breakfast', description: 'Oats and berries' },
          ...{ calories: 420, proteinG: 18, carbsG: 62, fatG: 9.5, notes: '', createdAt },
        },
        {
          id: id(12),
          date: '2028-04-13',
          meal: 'dinner',
          description: 'Lentil curry',
          calories: 760,
          notes: '',
          createdAt,
        },
      ],
    },
    {
      date: '2028-04-12',
      calories: 2000,
      entries: [
        { id: id(13), date: '2028-04-12', meal: 'lunch', description: 'Soup', calories: 2000, notes: '', createdAt },
      ],
    },
  ],
};

const weights = [83.4, 82.8, 82.9, 81.6, 80.7, 79.9, 79];
const weighed = weights.map((value, n) => ({
  date: `2028-04-${String(n * 2 + 1).padStart(2, '0')}`,
  entries: [
    {
      ...{ id: id(20 + n), date: `2028-04-${String(n * 2 + 1).padStart(2, '0')}`, metric: 'weight', value },
      ...{ unit: 'kg', notes: '', createdAt },
    },
  ],
}));

/** Weights of two weeks, and a metric with a name of its own. */
export const ownProgress: ProgressDays = {
  ...range,
  days: [
    {
      date: '2028-04-14',
      entries: [
        {
          ...{ id: id(30), date: '2028-04-14', metric: 'grip_strength', value: 41, unit: 'kg', notes: '', createdAt },
        },
      ],
    },
    ...[...weighed].reverse(),
  ],
  trends: [
    {
      ...{ metric: 'weight', unit: 'kg', count: 7, change: -4.4, ratePerWeek: -2.52 },
      first: { date: '2028-04-01', value: 83.4 },
      last: { date: '2028-04-13', value: 79 },
    },
    {
      ...{ metric: 'grip_strength', unit: 'kg', count: 1, change: 0, ratePerWeek: null },
      first: { date: '2028-04-14', value: 41 },
      last: { date: '2028-04-14', value: 41 },
    },
  ],
};

/** Logs without an entry. */
export const noLogs: Partial<MeCalls> = {
  listMyWorkoutLogs: async () => ({ ...range, days: [] }),
  listMyDietLogs: async () => ({ ...range, days: [] }),
  listMyProgress: async () => ({ ...range, days: [], trends: [] }),
};

const removed = async ({ id }: { readonly id: string }) => ({ id, removed: true as const });

/** The calls of a server with these logs; each change succeeds. */
export const logCalls = {
  listMyWorkoutLogs: async () => ownWorkouts,
  listMyDietLogs: async () => ownMeals,
  listMyProgress: async () => ownProgress,
  addWorkoutLog: async () => ownWorkouts.days[0]!.entries[0]!,
  addDietLog: async () => ownMeals.days[0]!.entries[0]!,
  addProgress: async () => ownProgress.days[0]!.entries[0]!,
  updateWorkoutLog: async () => ownWorkouts.days[0]!.entries[0]!,
  updateDietLog: async () => ownMeals.days[0]!.entries[0]!,
  updateProgress: async () => ownProgress.days[0]!.entries[0]!,
  deleteWorkoutLog: removed,
  deleteDietLog: removed,
  deleteProgress: removed,
} satisfies Partial<MeCalls>;
