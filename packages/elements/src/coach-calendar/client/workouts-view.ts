import { html, nothing } from 'lit';
import type { Part } from './context.ts';
import { foldedList } from './folded-list.ts';

type Workout = Part['workouts']['days'][number]['entries'][number];
type WorkoutSet = NonNullable<Workout['exercises'][number]['sets']>[number];

/** Renders the last workouts, the newest first. */
export function workoutsView(part: Part): unknown {
  const { say, date, workouts } = part;
  const entries = workouts.days.flatMap((day) => [...day.entries].reverse());
  return html`<section part="client-workouts">
    <h3>${say('workouts')}</h3>
    ${entries.length === 0 ? html`<p class="none">${say('nothing', { date: date(workouts.from) })}</p>` : foldedList(say, entries, (entry) => workoutView(part, entry))}
  </section>`;
}

function workoutView(part: Part, { date, title, duration, exercises, notes }: Workout): unknown {
  return html`<p><b><bdi>${title}</bdi></b> <span class="quiet">${part.date(date)}${duration ? html` · ${part.quantities.value(duration, 'min')}` : nothing}</span></p>
    ${exercises.length > 0 ? html`<ul class="answers">${exercises.map(({ name, sets = [] }) => html`<li><bdi>${name}</bdi>${sets.length > 0 ? html`: ${setsText(part, sets)}` : nothing}</li>`)}</ul>` : nothing}
    ${notes ? html`<p class="typed"><bdi>${notes}</bdi></p>` : nothing}`;
}

/** Writes sets, equal ones as one: `3 × 5 × 60 kg, 4 × 62.5 kg`. */
function setsText(part: Part, sets: readonly WorkoutSet[]): string {
  const runs: { text: string; count: number }[] = [];
  for (const text of sets.map((set) => setText(part, set))) {
    const last = runs.at(-1);
    if (last?.text === text) last.count++;
    else if (text) runs.push({ text, count: 1 });
  }
  const { number } = part.quantities;
  return runs.map(({ text, count }) => (count > 1 ? `${number(count)} × ${text}` : text)).join(part.say('listComma'));
}

/** Writes one set: `5 × 60 kg`, `12 reps`, `6.2 km, 38 min`. */
function setText(
  { say, quantities: { number, value } }: Part,
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
