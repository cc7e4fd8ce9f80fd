import type { OutputOf } from '@coach-booking/sdk';
import type { Quantities } from '../charts/quantity.ts';
import type { Say } from '../i18n/say.ts';
import type { ClientDataPhrase } from './texts/phrases.ts';

type Workout = OutputOf<'listClientWorkoutLogs'>['days'][number]['entries'][number];
type WorkoutSet = NonNullable<Workout['exercises'][number]['sets']>[number];

/** The words and numbers of a language. */
export interface LogWords {
  readonly say: Say<ClientDataPhrase>;
  readonly quantities: Quantities;
}

/** Writes sets, equal ones as one: `3 × 5 × 60 kg, 4 × 62.5 kg`. */
export function setsText(words: LogWords, sets: readonly WorkoutSet[]): string {
  const runs: { text: string; count: number }[] = [];
  for (const text of sets.map((set) => setText(words, set))) {
    const last = runs.at(-1);
    if (last?.text === text) last.count++;
    else if (text) runs.push({ text, count: 1 });
  }
  const { number } = words.quantities;
  return runs.map(({ text, count }) => (count > 1 ? `${number(count)} × ${text}` : text)).join(words.say('listComma'));
}

/** Writes one set: `5 × 60 kg`, `12 reps`, `6.2 km, 38 min`. */
function setText(
  { say, quantities: { number, value } }: LogWords,
  { reps, weightKg, seconds, distanceM }: WorkoutSet,
): string {
  const weight = weightKg === undefined ? '' : value(weightKg, 'kg');
  const done = reps === undefined ? weight : weight ? `${number(reps)} × ${weight}` : say('reps', { count: reps });
  const distance =
    distanceM === undefined ? '' : distanceM < 1000 ? value(distanceM, 'm') : value(distanceM / 1000, 'km');
  return [done, distance, seconds === undefined ? '' : durationText(value, seconds)]
    .filter(Boolean)
    .join(say('listComma'));
}

/** Writes up to two minutes in seconds, more in minutes and seconds. */
function durationText(value: (value: number, unit: string) => string, seconds: number): string {
  if (seconds < 120) return value(seconds, 's');
  const rest = seconds % 60;
  return `${value(Math.floor(seconds / 60), 'min')}${rest ? ` ${value(rest, 's')}` : ''}`;
}
