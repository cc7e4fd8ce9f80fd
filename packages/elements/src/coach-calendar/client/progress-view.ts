import { html } from 'lit';
import { lineChart } from '../../internal/charts/line-chart.ts';
import { pointsOf } from '../../internal/charts/points.ts';
import { chartTextsFor } from '../../internal/charts/texts.ts';
import { metricName } from '../../internal/client/metric-name.ts';
import type { Part } from './context.ts';

/** Renders a chart for each metric in each unit. */
export function progressView({ view, say, date, progress }: Part): unknown {
  const { language, dir } = view;
  const texts = chartTextsFor(language);
  return html`<section part="client-progress">
    <h3>${say('progress')}</h3>
    ${progress.trends.length === 0 ? html`<p class="none">${say('nothing', { date: date(progress.from) })}</p>` : null}
    ${progress.trends.map((trend) =>
      lineChart({
        label: metricName(say, trend.metric, language),
        unit: trend.unit,
        points: pointsOf(progress, trend),
        language,
        dir,
        texts,
        ratePerWeek: trend.ratePerWeek,
      }),
    )}
  </section>`;
}
