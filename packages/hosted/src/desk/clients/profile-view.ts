import { html, nothing, type TemplateResult } from 'lit';
import { lineChart } from '@coach-booking/elements/internal/charts/line-chart';
import { pointsOf } from '@coach-booking/elements/internal/charts/points';
import { chartTextsFor } from '@coach-booking/elements/internal/charts/texts';
import { metricName } from '@coach-booking/elements/internal/client/metric-name';
import { setsText } from '@coach-booking/elements/internal/client/sets-text';
import { quantitiesFor } from '@coach-booking/elements/internal/charts/quantity';
import { filled, isolated, sayer } from '@coach-booking/elements/internal/i18n/say';
import type { ListFormat } from '../lists/list-format.ts';
import type { ClientLogs, ClientProfile } from './calls.ts';
import type { ClientPageTexts } from './texts/index.ts';

/** The words and formats of a client. */
export interface ClientWords {
  readonly texts: ClientPageTexts;
  readonly format: ListFormat;
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
}

type Profile = ClientProfile['profile'];
type Workout = ClientLogs['workouts']['days'][number]['entries'][number];
type Meal = ClientLogs['meals']['days'][number]['entries'][number];

const row = (term: string, value: unknown, kind = ''): TemplateResult =>
  html`<div class=${kind || nothing}><dt>${term}</dt><dd>${value}</dd></div>`;

const unit = (language: string, value: number, name: string): string =>
  isolated(new Intl.NumberFormat(language, { style: 'unit', unit: name, maximumFractionDigits: 1 }).format(value));

/** Renders the facts that a coach needs before the session, health first; unanswered questions are shown as such. */
export function profileView({ profile }: ClientProfile, words: ClientWords): TemplateResult {
  const { texts, format, language } = words;
  const notTold = html`<span class="quiet">${texts.notTold}</span>`;
  const answers = (values: readonly string[]) =>
    values.length === 0
      ? notTold
      : html`<ul class="plain">${values.map((value) => html`<li><bdi>${value}</bdi></li>`)}</ul>`;
  const careful = (list: 'injuries' | 'healthComplications') =>
    row(texts[list], answers(profile[list]), profile[list].length > 0 ? 'careful' : '');
  return html`<section class="card" aria-labelledby="profile">
    <h2 id="profile">${texts.profile}</h2>
    <dl class="facts">
      ${careful('injuries')} ${careful('healthComplications')} ${row(texts.goals, answers(profile.goals))}
      ${row(texts.dietaryRestrictions, answers(profile.dietaryRestrictions))}
      ${row(texts.gymAccess, profile.gymAccess ? texts[`gym_${profile.gymAccess}`] : notTold)} ${bodyRows(profile, words)}
    </dl>
    <p class="quiet">${profile.updatedAt ? `${filled(texts.asOf, { date: format.day(profile.updatedAt) })}. ` : ''}${texts.audited}</p>
  </section>`;

  function bodyRows(
    { dateOfBirth, age, gender, heightCm, weightKg, measurements }: Profile,
    { texts }: ClientWords,
  ): unknown {
    const born = dateOfBirth && format.date(dateOfBirth);
    const measured = Object.entries(measurements);
    return [
      born
        ? row(texts.born, age === undefined ? born : filled(texts.bornAge, { date: born, age: format.number(age) }))
        : nothing,
      gender ? row(texts.gender, texts[`gender_${gender}`]) : nothing,
      heightCm ? row(texts.height, unit(language, heightCm, 'centimeter')) : nothing,
      weightKg ? row(texts.metric_weight, unit(language, weightKg, 'kilogram')) : nothing,
      measured.length > 0
        ? row(
            texts.measurements,
            html`<ul class="plain">${measured.map(([name, value]) => html`<li><bdi>${metricName((phrase) => texts[phrase], name, language)}</bdi>: ${unit(language, value, 'centimeter')}</li>`)}</ul>`,
          )
        : nothing,
    ];
  }
}

/** Renders a chart of each measurement in each unit. */
function progressView({ progress }: ClientLogs, { texts, format, language, dir }: ClientWords): TemplateResult {
  return html`<section class="card" aria-labelledby="progress">
    <h2 id="progress">${texts.progress}</h2>
    ${progress.trends.length === 0 ? html`<p class="quiet">${filled(texts.nothing, { date: format.date(progress.from) })}</p>` : nothing}
    ${progress.trends.map((trend) =>
      lineChart({
        label: metricName((phrase) => texts[phrase], trend.metric, language),
        unit: trend.unit,
        points: pointsOf(progress, trend),
        ratePerWeek: trend.ratePerWeek,
        language,
        dir,
        texts: chartTextsFor(language),
      }),
    )}
  </section>`;
}

interface Logged<E> {
  readonly from: string;
  readonly days: readonly { readonly date: string; readonly entries: readonly E[] }[];
}

/** Renders the days of a log, the newest first; the first week of them in sight. */
function daysView<E>(
  id: string,
  title: string,
  { days, from }: Logged<E>,
  { texts, format }: ClientWords,
  draw: (entry: E) => TemplateResult,
): TemplateResult {
  return html`<section class="card" aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    ${days.length === 0 ? html`<p class="quiet">${filled(texts.nothing, { date: format.date(from) })}</p>` : nothing}
    <ul class="plain">${days.map(({ date, entries }) => html`<li><span class="quiet">${format.date(date)}</span><ul class="plain">${entries.map((entry) => html`<li>${draw(entry)}</li>`)}</ul></li>`)}</ul>
  </section>`;
}

/** Renders the logs of the last four weeks. */
export function logsView(logs: ClientLogs, words: ClientWords): TemplateResult {
  const { texts, format, language, dir } = words;
  const logWords = { say: sayer({ texts, language, dir }), quantities: quantitiesFor(language) };
  const workout = ({ title, duration, exercises, notes }: Workout) =>
    html`<b><bdi>${title}</bdi></b>${duration ? html` <span class="quiet number">${format.minutes(duration)}</span>` : nothing}
      ${exercises.map(({ name, sets: done = [] }) => html`<br /><bdi>${name}</bdi>${done.length > 0 ? html`: <span class="quiet">${setsText(logWords, done)}</span>` : nothing}`)}
      ${notes ? html`<br /><span class="quiet"><bdi>${notes}</bdi></span>` : nothing}`;
  const meal = ({ meal: kind, description, calories, notes }: Meal) =>
    html`<b>${texts[kind]}</b> <bdi>${description}</bdi>${calories ? html` <span class="quiet number">${filled(texts.kcal, { amount: format.number(calories) })}</span>` : nothing}
      ${notes ? html`<br /><span class="quiet"><bdi>${notes}</bdi></span>` : nothing}`;
  return html`${progressView(logs, words)} ${daysView('workouts', texts.workouts, logs.workouts, words, workout)}
  ${daysView('meals', texts.diet, logs.meals, words, meal)}`;
}
