import { html, nothing, type TemplateResult } from 'lit';
import type { OutputOf } from '@coach-booking/sdk';
import { lineChart } from '@coach-booking/elements/internal/charts/line-chart';
import { chartTextsFor } from '@coach-booking/elements/internal/charts/texts';
import type { AdminCalls } from './calls.ts';
import type { AdminView } from './view.ts';

/** The logs of a client in the last four weeks. */
export interface Logs {
  readonly workouts: OutputOf<'listClientWorkoutLogs'>;
  readonly meals: OutputOf<'listClientDietLogs'>;
  readonly progress: OutputOf<'listClientProgress'>;
}

/** Reads all three kinds, through a connected coach. */
export async function readLogs(calls: AdminCalls, client: string, coach: string, signal: AbortSignal): Promise<Logs> {
  const [workouts, meals, progress] = await Promise.all([
    calls.listClientWorkoutLogs({ coach, client }, { signal }),
    calls.listClientDietLogs({ coach, client }, { signal }),
    calls.listClientProgress({ coach, client }, { signal }),
  ]);
  return { workouts, meals, progress };
}

/** Renders days with their entries, the newest first. */
const daysView = <E>(
  { say, format }: AdminView,
  title: string,
  days: readonly { readonly date: string; readonly entries: readonly E[] }[],
  draw: (entry: E) => unknown,
): TemplateResult =>
  html`<details>
    <summary>${title} <span class="quiet">(${format.number(days.reduce((sum, { entries }) => sum + entries.length, 0))})</span></summary>
    ${days.length === 0 ? html`<p class="quiet">${say('noLogs')}</p>` : nothing}
    <ul class="days">
      ${days.map(({ date, entries }) => html`<li><b>${format.date(date)}</b><ul>${entries.map((entry) => html`<li>${draw(entry)}</li>`)}</ul></li>`)}
    </ul>
  </details>`;

/** Renders charts of the measurements, and the entries of each day. */
export function logsView(view: AdminView, { workouts, meals, progress }: Logs): TemplateResult {
  const { say, format, dir } = view;
  const entries = progress.days.flatMap((day) => day.entries);
  const texts = chartTextsFor(format.language);
  return html`<h3>${say('progress')}</h3>
    ${progress.trends.length === 0 ? html`<p class="quiet">${say('noLogs')}</p>` : nothing}
    <div class="charts">
      ${progress.trends.map(({ metric, unit, ratePerWeek }) => {
        const points = entries.filter((entry) => entry.metric === metric).reverse();
        return lineChart({
          label: metric.replaceAll('_', ' '),
          unit,
          points,
          ratePerWeek,
          language: format.language,
          dir,
          texts,
        });
      })}
    </div>
    ${daysView(
      view,
      say('workouts'),
      workouts.days,
      ({
        title,
        duration,
        exercises,
        notes,
      }) => html`${title}${duration ? ` · ${format.unit(duration, 'minute')}` : nothing}
      ${exercises?.length ? html`<div class="quiet">${exercises.map(({ name }) => name).join(', ')}</div>` : nothing}${notes ? html`<div class="quiet">${notes}</div>` : nothing}`,
    )}
    ${daysView(
      view,
      say('meals'),
      meals.days,
      ({
        description,
        calories,
        notes,
      }) => html`${description}${calories ? ` · ${say('calories', { count: calories })}` : nothing}
      ${notes ? html`<div class="quiet">${notes}</div>` : nothing}`,
    )}`;
}
