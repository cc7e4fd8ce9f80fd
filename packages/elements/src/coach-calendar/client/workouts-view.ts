import { html, nothing } from 'lit';
import { setsText } from '../../internal/client/sets-text.ts';
import type { Part } from './context.ts';
import { foldedList } from './folded-list.ts';

type Workout = Part['workouts']['days'][number]['entries'][number];

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
