import { html, nothing, type TemplateResult } from 'lit';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { Stats } from './calls.ts';
import type { Words } from './figures-of.ts';

type Figure = readonly [name: string, value: string | null];

/** Writes the figures of a period by themselves, in one order for all periods; null where one is not known. */
function figuresOf({ texts, format }: Words, { summary, trends, utilisation, revenue }: Stats): readonly Figure[] {
  const { number, percent, money } = format;
  const known = <T>(value: T | null, write: (value: T) => string): string | null =>
    value === null ? null : write(value);
  const amounts = revenue.byCurrency.flatMap(({ currency, total, completed, discount }): readonly Figure[] => [
    [filled(texts.revenue, { currency }), money(total, currency)],
    [filled(texts.revenueCompleted, { currency }), money(completed, currency)],
    [filled(texts.discount, { currency }), discount > 0 ? money(discount, currency) : null],
  ]);
  return [
    [texts.total, number(summary.total)],
    [texts.completionRate, percent(summary.completionRate)],
    [texts.cancellationRate, percent(summary.cancellationRate)],
    [texts.noShowRate, percent(summary.noShowRate)],
    [texts.upcoming, number(summary.upcoming)],
    [texts.utilisation, known(utilisation.rate, percent)],
    [texts.weekly, number(trends.weeklyAverage)],
    [texts.growth, known(trends.growth, format.change)],
    [texts.busiestDay, known(trends.busiestDay, format.weekday)],
    [texts.busiestHour, known(trends.busiestHour, format.hour)],
    [texts.daysAhead, known(trends.daysAhead, number)],
    ...amounts,
  ];
}

/**
 * Renders the figures of a period's bookings by themselves, each with that of the period before where the two are
 * compared. Those that are not known are left out.
 */
export function summaryOf(words: Words, stats: Stats, before: Stats | null): TemplateResult {
  const earlier = new Map(before ? figuresOf(words, before) : []);
  const there = figuresOf(words, stats).filter(([, value]) => value !== null);
  const was = (name: string) => {
    const value = name === words.texts.growth ? null : earlier.get(name);
    return value ? html`<dd class="was">${filled(words.texts.beforeWas, { value })}</dd>` : nothing;
  };
  return html`<dl>${there.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd>${was(name)}</div>`)}</dl>`;
}
