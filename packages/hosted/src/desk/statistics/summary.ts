import { html, type TemplateResult } from 'lit';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { Stats } from './calls.ts';
import type { Words } from './figures-of.ts';

/** Renders the figures of a period's bookings by themselves. Those that are not known are left out. */
export function summaryOf({ texts, format }: Words, { summary, trends, utilisation, revenue }: Stats): TemplateResult {
  const { number, percent, money } = format;
  const known = <T>(value: T | null, write: (value: T) => string): string | null =>
    value === null ? null : write(value);
  const amounts = revenue.byCurrency.flatMap(({ currency, total, completed, discount }) => [
    [filled(texts.revenue, { currency }), money(total, currency)] as const,
    [filled(texts.revenueCompleted, { currency }), money(completed, currency)] as const,
    [filled(texts.discount, { currency }), discount > 0 ? money(discount, currency) : null] as const,
  ]);
  const figures: readonly (readonly [name: string, value: string | null])[] = [
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
  const there = figures.filter(([, value]) => value !== null);
  return html`<dl>${there.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
