import { html, nothing, type TemplateResult } from 'lit';
import type { OutputOf } from '@coach-booking/sdk';
import { lineChart } from '@coach-booking/elements/internal/charts/line-chart';
import { pointsOf } from '@coach-booking/elements/internal/charts/points';
import { chartTextsFor } from '@coach-booking/elements/internal/charts/texts';
import { metricName } from '@coach-booking/elements/internal/client/metric-name';
import { selectField, textField } from '@coach-booking/elements/internal/fields';
import type { OwnMeTexts } from '../texts/index.ts';
import { MeLog, type LogRange, type Problem } from './log-part.ts';
import { metricOf, unitOf, UNITS } from './metrics.ts';

type Days = OutputOf<'listMyProgress'>;
type Measured = Days['days'][number]['entries'][number];

/** The choice of a metric that has to be named. */
const OTHER = '';

interface ProgressDraft {
  readonly date: string;
  readonly notes: string;
  /** The metric; empty for one that is named below. */
  readonly metric: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** The measurements of a client, a chart for each metric in each unit. */
export class MeProgress extends MeLog<Measured, Days, ProgressDraft> {
  protected override readonly addText: keyof OwnMeTexts = 'addMeasurement';

  /** The metrics of the period, which are offered first; the one measured last is chosen. */
  #known: readonly string[] = [];
  #last = 'weight';

  protected override async readDays(range: LogRange): Promise<Days> {
    const found = await this.calls.listMyProgress(range);
    this.#known = [...new Set(found.trends.map(({ metric }) => metric))];
    this.#last = found.days[0]?.entries.at(-1)?.metric ?? 'weight';
    return found;
  }

  protected override draftOf(entry: Measured | null): ProgressDraft {
    const { date = this.today, notes = '', metric = this.#last, value, unit = unitOf(metric) } = entry ?? {};
    return { date, notes, metric, name: '', value: value?.toString() ?? '', unit };
  }

  #input({ date, notes, metric, name, value, unit }: ProgressDraft) {
    return { date, notes: notes.trim(), metric: metric || metricOf(name), value: Number(value), unit: unit.trim() };
  }

  protected override addEntry(draft: ProgressDraft): Promise<unknown> {
    return this.calls.addProgress(this.#input(draft));
  }

  protected override changeEntry({ id }: Measured, draft: ProgressDraft): Promise<unknown> {
    return this.calls.updateProgress({ id, ...this.#input(draft) });
  }

  protected override deleteEntry({ id }: Measured): Promise<unknown> {
    return this.calls.deleteProgress({ id });
  }

  protected override problemIn(draft: ProgressDraft): Problem | null {
    const isNamed = draft.metric !== OTHER || metricOf(draft.name) !== '';
    return isNamed ? super.problemIn(draft) : { id: 'name', text: this.texts.metricHint };
  }

  /** The metrics that have a translated name. */
  get #named(): readonly string[] {
    const prefix = 'metric_';
    return Object.keys(this.texts).flatMap((phrase) => (phrase.startsWith(prefix) ? phrase.slice(prefix.length) : []));
  }

  #nameOf(metric: string): string {
    const { say, language } = this.words;
    return metricName(say, metric, language);
  }

  protected override nameOf({ metric, value, unit }: Measured): string {
    return `${this.#nameOf(metric)}, ${this.words.quantities.value(value, unit)}`;
  }

  protected override entryView({ metric, value, unit }: Measured): TemplateResult {
    return html`<p><bdi>${this.#nameOf(metric)}</bdi>: <b class="number">${this.words.quantities.value(value, unit)}</b></p>`;
  }

  protected override charts(days: Days): readonly TemplateResult[] {
    const { language, dir } = this.words;
    return days.trends.map((trend) => {
      const points = pointsOf(days, trend);
      const { unit, ratePerWeek } = trend;
      return lineChart({
        label: this.#nameOf(trend.metric),
        unit,
        points,
        ratePerWeek,
        language,
        dir,
        texts: chartTextsFor(language),
      });
    });
  }

  protected override fields({ date, metric, name, value, unit, notes }: ProgressDraft): TemplateResult {
    const { texts } = this;
    const set = (change: Partial<ProgressDraft>): void => this.typed(change);
    const error = (id: string) => this.problemOf(id);
    const offered = [...new Set([...this.#known, ...(metric ? [metric] : []), ...this.#named])];
    const choose = (metric: string): void => set({ metric, unit: unitOf(metric) });
    const options = [
      ...offered.map((each) => [each, this.#nameOf(each)] as const),
      [OTHER, texts.otherMetric] as const,
    ];
    return html`${textField({ id: 'date', label: texts.logDate, type: 'date', value: date, required: true, error: error('date'), input: (date) => set({ date }) })}
      ${selectField({ id: 'metric', label: texts.metric, value: metric, options, change: choose })}
      ${metric === OTHER ? textField({ id: 'name', label: texts.metricName, hint: texts.metricHint, value: name, required: true, maxLength: 30, error: error('name'), input: (name) => set({ name }) }) : nothing}
      <div class="fields">
        ${textField({ id: 'value', label: texts.value, type: 'number', value, required: true, min: 0, max: 1_000_000, step: 0.001, error: error('value'), input: (value) => set({ value }) })}
        ${textField({ id: 'unit', label: texts.unit, value: unit, required: true, maxLength: 12, list: 'units', error: error('unit'), input: (unit) => set({ unit }) })}
      </div>
      <datalist id="units">${UNITS.map((each) => html`<option value=${each}></option>`)}</datalist>
      ${textField({ id: 'notes', label: texts.logNotes, type: 'area', value: notes, maxLength: 2000, input: (notes) => set({ notes }) })}`;
  }
}
