import type { Plural } from '../../i18n/say.ts';

const count = (one: string, other: string): Plural => ({ one, other });

/**
 * The texts about a client’s profile and logs, in English. `{…}` are filled in; where a text has forms, `{count}`
 * decides.
 */
export const en = {
  notConnected: '{name} has not shared their profile with you.',
  notConnectedWhy:
    'You see what each booking has: name, contact and notes. Clients share profile and logs by booking while they are signed in, or by saying yes in their account.',
  nothing: 'Nothing logged since {date}.',
  audited: 'Each look at a client is written to the audit log.',
  listComma: ', ',
  // The profile.
  profile: 'At a glance',
  injuries: 'Injuries',
  healthComplications: 'Health complications',
  goals: 'Goals',
  dietaryRestrictions: 'Dietary restrictions',
  gymAccess: 'Gym access',
  gym_none: 'None',
  gym_home: 'At home',
  gym_gym: 'Gym',
  gym_gym_and_home: 'Gym and at home',
  notTold: 'Not told',
  born: 'Born',
  bornAge: '{date} (age {age})',
  gender: 'Gender',
  gender_female: 'Female',
  gender_male: 'Male',
  gender_other: 'Other',
  height: 'Height',
  measurements: 'Measurements',
  asOf: 'Profile as of {date}',
  progress: 'Progress',
  // Metrics.
  metric_weight: 'Weight',
  metric_waist: 'Waist',
  metric_hips: 'Hips',
  metric_chest: 'Chest',
  metric_arm: 'Arm',
  metric_thigh: 'Thigh',
  metric_body_fat: 'Body fat',
  metric_resting_pulse: 'Resting pulse',
  metric_squat_max: 'Squat, best',
  metric_bench_max: 'Bench press, best',
  metric_deadlift_max: 'Deadlift, best',
  metric_push_ups: 'Push-ups',
  metric_pull_ups: 'Pull-ups',
  metric_run_5km: '5 km run',
  metric_run_10km: '10 km run',
  metric_steps: 'Steps',
  metric_sleep: 'Sleep',
  // Logs.
  workouts: 'Last workouts',
  reps: count('{count} rep', '{count} reps'),
  diet: 'Diet',
  average: count('{amount} on the one day that was counted', '{amount} a day on average, over {count} days'),
  kcal: '{amount} kcal',
  proteinG: 'protein {amount}',
  carbsG: 'carbohydrates {amount}',
  fatG: 'fat {amount}',
  breakfast: 'Breakfast',
  lunch: 'Lunch',
  dinner: 'Dinner',
  snack: 'Snack',
  since: 'Connected since',
} as const satisfies Record<string, string | Plural>;
