/** The units that are offered; others may be typed. */
export const UNITS: readonly string[] = [
  'kg',
  'lb',
  'cm',
  'in',
  '%',
  'bpm',
  'reps',
  'min',
  's',
  'km',
  'm',
  'h',
  'steps',
];

const units: Readonly<Record<string, string>> = {
  waist: 'cm',
  hips: 'cm',
  chest: 'cm',
  arm: 'cm',
  thigh: 'cm',
  body_fat: '%',
  resting_pulse: 'bpm',
  push_ups: 'reps',
  pull_ups: 'reps',
  run_5km: 'min',
  run_10km: 'min',
  steps: 'steps',
  sleep: 'h',
  '': '',
};

/** Returns the unit in which a metric is usually measured; kilograms where none is known. */
export function unitOf(metric: string): string {
  return units[metric] ?? 'kg';
}

/**
 * Returns a typed name as the server takes it: `Bench press` becomes `bench_press`. Empty where no Latin letter is in
 * it.
 */
export function metricOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 31);
}
