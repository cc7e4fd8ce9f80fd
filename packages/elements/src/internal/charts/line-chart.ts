import { html, nothing, svg, type TemplateResult } from 'lit';
import { utcOf } from '@coach-booking/time/dates';
import type { PlainDate } from '../dates/plain-date.ts';
import { filled } from '../i18n/say.ts';
import { quantitiesFor } from './quantity.ts';
import { placesOf, ticksFor, type ChartPoint, type Place } from './scale.ts';
import type { ChartTexts } from './texts.ts';

/** The input of a chart. */
export interface LineChart {
  /** The name of the metric, in the reader's language. */
  readonly label: string;
  readonly unit: string;
  /** The points in any order; points of one date in the order given. */
  readonly points: readonly ChartPoint[];
  /** BCP 47. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: ChartTexts;
  /** The change per week, in the unit; absent or null when that is unknown. */
  readonly ratePerWeek?: number | null;
}

/** The number of dots above which they would hide the line. */
const MAX_DOTS = 100;

const byDate = (a: ChartPoint, b: ChartPoint): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** Returns functions that write numbers and dates in the language. */
const writer = ({ language, unit }: LineChart) => {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const quantities = quantitiesFor(language);
  return {
    date: (date: PlainDate) => day.format(utcOf(date)),
    number: quantities.number,
    unit: quantities.unit(unit),
    value: (value: number) => quantities.value(value, unit),
    change: (value: number) => quantities.change(value, unit),
  };
};
type Writer = ReturnType<typeof writer>;

/** Returns the description of the chart for screen readers. */
const sentence = ({ label, texts }: LineChart, points: readonly ChartPoint[], write: Writer): string => {
  const [first, last] = [points[0]!, points.at(-1)!];
  const values = points.map(({ value }) => value);
  return filled(points.length === 1 ? texts.one : texts.many, {
    label,
    from: write.date(first.date),
    to: write.date(last.date),
    first: write.value(first.value),
    last: write.value(last.value),
    change: write.change(last.value - first.value),
    low: write.value(Math.min(...values)),
    high: write.value(Math.max(...values)),
  });
};

/** Returns the visible summary: its first and last value, and the rate of change. */
const summary = ({ texts, ratePerWeek }: LineChart, points: readonly ChartPoint[], write: Writer) => {
  const [first, last] = [points[0]!, points.at(-1)!];
  const span = filled(points.length === 1 ? texts.only : texts.span, {
    from: write.value(first.value),
    to: write.value(last.value),
  });
  const hasRate = points.length > 1 && typeof ratePerWeek === 'number';
  return html`<p class="chart-summary" part="chart-summary">${hasRate ? filled(texts.rate, { span, rate: write.change(ratePerWeek) }) : span}</p>`;
};

const lineOf = (places: readonly Place[]): string =>
  places.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
/** Returns lines of almost no length with round ends: dots that keep their shape when the square is stretched. */
const dotsOf = (places: readonly Place[]): string => places.map(({ x, y }) => `M${x} ${y}h.01`).join('');

const picture = (chart: LineChart, points: readonly ChartPoint[], write: Writer) => {
  const ticks = ticksFor(points.map(({ value }) => value));
  const places = placesOf(points, ticks, chart.dir === 'rtl');
  const across = ticks.map((_, i) => `M0 ${(i / (ticks.length - 1)) * 100}H100`).join('');
  return html`<div class="chart-ticks" aria-hidden="true">${ticks.map((tick) => html`<span>${write.number(tick)}</span>`)}</div>
    <svg role="img" aria-label=${sentence(chart, points, write)} viewBox="0 0 100 100" preserveAspectRatio="none">
      <path class="chart-grid" d=${across} />
      <path class="chart-line" part="chart-line" d=${lineOf(places)} />
      ${places.length <= MAX_DOTS ? svg`<path class="chart-dots" d=${dotsOf(places)} />` : nothing}
    </svg>
    <div class="chart-ends" aria-hidden="true">
      <span>${write.date(points[0]!.date)}</span>${points[0]!.date === points.at(-1)!.date ? nothing : html`<span>${write.date(points.at(-1)!.date)}</span>`}
    </div>`;
};

const table = ({ label, texts }: LineChart, points: readonly ChartPoint[], write: Writer) =>
  html`<details class="chart-table">
    <summary>${texts.table}</summary>
    <table>
      <thead><tr><th scope="col">${texts.date}</th><th scope="col">${label} (${write.unit})</th></tr></thead>
      <tbody>${points.map(({ date, value }) => html`<tr><th scope="row">${write.date(date)}</th><td>${write.number(value)}</td></tr>`)}</tbody>
    </table>
  </details>`;

/**
 * Renders a line through measurements over time, with a summary in words, a sentence that describes the line, and a
 * table of its values. Needs `chartStyles` in its shadow root; takes its colours and its width from its surroundings.
 */
export function lineChart(chart: LineChart): TemplateResult {
  const points = [...chart.points].sort(byDate);
  const write = writer(chart);
  return html`<figure class="chart" part="chart" dir=${chart.dir} lang=${chart.language}>
    <figcaption>${chart.label} <small>(${write.unit})</small></figcaption>
    ${points.length === 0 ? html`<p class="chart-none">${chart.texts.none}</p>` : [summary(chart, points, write), picture(chart, points, write), table(chart, points, write)]}
  </figure>`;
}
