import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SessionToken, User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { firstWeekday } from '@coach-booking/elements/internal/dates/week';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { saveFile } from '../../files/save-file.ts';
import { pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { PageSection } from '../../page-section.ts';
import {
  statisticsCalls,
  type Conversion,
  type RecoveryFunnel,
  type Reliability,
  type StatisticsCalls,
  type Stats,
} from './calls.ts';
import { chartStyles } from './chart-styles.ts';
import { beforeOf } from './before.ts';
import { barsOf, chart, columnsOf, diagonalOf, weekOf, type Picture } from './charts.ts';
import type { Figures } from './figures.ts';
import {
  bookingFigures,
  conversionFigures,
  dayFigures,
  funnelFigures,
  hourFigures,
  reliabilityFigures,
  type Words,
} from './figures-of.ts';
import { periodForm, periodIn, type Period } from './period-form.ts';
import { statisticsFormat } from './statistics-format.ts';
import { summaryOf } from './summary.ts';
import { statisticsTextsFor } from './texts/index.ts';

/** Everything that is shown of a period. */
interface Found {
  readonly stats: Stats;
  /** The figures of the period before, of the same length, where the two are compared. */
  readonly before: Stats | null;
  readonly byService: Conversion;
  readonly bySource: Conversion;
  readonly byDay: Conversion;
  /** For admins: over all coaches. */
  readonly byCoach: Conversion | null;
  readonly recovery: RecoveryFunnel;
  /** Of the partner; not for members of the team. */
  readonly reliability: Reliability | null;
}

const USUAL: Period = { days: 30 };

/** The figures of a coach: bookings, how visits become bookings, unfinished ones, and how suggestions came true. */
export class DeskStatistics extends PageSection {
  static override styles = [...PageSection.styles, chartStyles];

  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    user: { attribute: false },
    coach: { attribute: false },
  };

  /** The calls of the server, and what hands over a file; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => StatisticsCalls = statisticsCalls;
  static save = saveFile;

  declare session: PageSession;
  declare user: User;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;

  #calls: StatisticsCalls | null = null;
  #found: Found | null = null;
  #period: Period = USUAL;
  #isOwn = false;
  #isCompared = false;
  #isWrong = false;
  /** Raised with each choice of a period: the answer to an earlier one is dropped. */
  #asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(this.#read);
  }

  get #own(): typeof DeskStatistics {
    return this.constructor as typeof DeskStatistics;
  }

  /** Returns the first and last day, as the calls take them: the last days end today, by the coach's clock. */
  async #range(calls: StatisticsCalls): Promise<readonly [Stats, { readonly from: string; readonly to: string }]> {
    const period = this.#period;
    const stats = await calls.getStats({
      coach: this.coach,
      ...('days' in period ? { period: period.days } : period),
    });
    return [stats, { from: stats.period.from, to: stats.period.to }];
  }

  async #find(): Promise<Found> {
    this.#calls ??= this.#own.calls(this.session.token, defaultBaseUrl(import.meta.url));
    const calls = this.#calls;
    const [stats, range] = await this.#range(calls);
    const of = { coach: this.coach, ...range };
    const { role } = this.user;
    const [before, byService, bySource, byDay, byCoach, recovery, reliability] = await Promise.all([
      this.#isCompared ? calls.getStats({ coach: this.coach, ...beforeOf(stats.period) }) : null,
      calls.getConversion({ ...of, groupBy: 'service' }),
      calls.getConversion({ ...of, groupBy: 'source' }),
      calls.getConversion({ ...of, groupBy: 'day' }),
      role === 'admin' ? calls.getPartnerConversion({ ...range, groupBy: 'coach' }) : null,
      calls.getRecoveryFunnel(of),
      role === 'staff' ? null : calls.getReliability({ coach: this.coach }),
    ]);
    return { stats, before, byService, bySource, byDay, byCoach, recovery, reliability };
  }

  readonly #read = (): void =>
    void this.run('read', async () => {
      let asked: number;
      do {
        asked = this.#asked;
        const found = await this.#find();
        if (asked === this.#asked) this.#found = found;
      } while (asked !== this.#asked);
      return null;
    });

  readonly #chosen = (form: HTMLFormElement): void => {
    const period = periodIn(form);
    this.#isOwn = new FormData(form).get('last') === 'own';
    this.#isWrong = period === null;
    this.requestUpdate();
    if (!period) return;
    this.#period = period;
    this.#asked += 1;
    this.#read();
  };

  readonly #compare = (isCompared: boolean): void => {
    this.#isCompared = isCompared;
    this.#asked += 1;
    this.#read();
  };

  #words(): Words & { readonly isRtl: boolean } {
    const { texts, language, dir } = statisticsTextsFor(pageLanguage());
    return { texts, format: statisticsFormat(language), isRtl: dir === 'rtl' };
  }

  #chart(figures: Figures, picture: (figures: Figures) => Picture): TemplateResult {
    return chart(figures, picture, this.#words().texts, this.#own.save);
  }

  #bars(figures: Figures): TemplateResult {
    const { isRtl } = this.#words();
    return this.#chart(figures, (given) => barsOf(given, isRtl));
  }

  #section(id: string, title: string, text: string, content: unknown): TemplateResult {
    return html`<section aria-labelledby=${id}><h2 id=${id}>${title}</h2><p class="quiet">${text}</p>${content}</section>`;
  }

  #bookings({ stats, before }: Found): TemplateResult {
    const words = this.#words();
    const { texts, format, isRtl } = words;
    const weekStart = firstWeekday(pageLanguage());
    const week = { isRtl, weekStart, weekday: format.shortWeekday, hour: format.hour };
    const hours = (given: Figures) => weekOf(given, stats.byHour, week);
    const charts = html`${this.#chart(hourFigures(words, stats, weekStart), hours)}
      <div class="charts">${bookingFigures(words, stats, before).map((each) => this.#bars(each))}</div>`;
    return this.#section('bookings', texts.bookings, texts.bookingsText, [
      summaryOf(words, stats, before),
      stats.summary.total === 0 ? nothing : charts,
    ]);
  }

  #conversion({ byService, bySource, byDay, byCoach }: Found): TemplateResult {
    const words = this.#words();
    const { texts, format, isRtl } = words;
    const { views, bookings, rate } = byDay.total;
    const written = { views: format.number(views), bookings: format.number(bookings) };
    const sentence =
      bookings > views
        ? filled(texts.conversionMore, written)
        : rate === null
          ? texts.conversionNone
          : filled(texts.conversionRate, { ...written, rate: format.percent(rate) });
    const isEmpty = byDay.rows.length === 0;
    return this.#section('conversion', texts.conversion, texts.conversionText, [
      html`<p>${sentence}</p>`,
      isEmpty ? nothing : this.#chart(dayFigures(words, byDay), (given) => columnsOf(given, isRtl)),
      isEmpty
        ? nothing
        : html`<div class="charts">
              ${this.#bars(conversionFigures(words, byService))} ${this.#bars(conversionFigures(words, bySource))}
              ${byCoach ? this.#bars(conversionFigures(words, byCoach)) : nothing}
            </div>
            <p class="quiet">${texts.sourceText}</p>`,
    ]);
  }

  #recovery({ recovery }: Found): TemplateResult {
    const words = this.#words();
    const { texts, format } = words;
    const { recoveryRate, captured } = recovery;
    return this.#section('recovery', texts.recovery, texts.recoveryText, [
      recoveryRate === null
        ? nothing
        : html`<p>${filled(texts.recoveryRate, { rate: format.percent(recoveryRate) })}</p>`,
      captured === 0 ? html`<p>${texts.recoveryNone}</p>` : this.#bars(funnelFigures(words, recovery)),
    ]);
  }

  #reliability({ reliability }: Found): unknown {
    if (!reliability) return nothing;
    const words = this.#words();
    const { texts, format, isRtl } = words;
    const { calibrationError, scaled } = reliability;
    const figures = reliabilityFigures(words, reliability);
    const axes = { x: texts.predicted, y: texts.observed };
    const sentence =
      calibrationError === null
        ? texts.reliabilityNone
        : filled(texts.reliabilityError, { error: format.percent(calibrationError * 100) });
    return this.#section('reliability', texts.reliability, texts.reliabilityText, [
      html`<p>${sentence}${scaled ? html` ${texts.scaledText}` : nothing}</p>`,
      figures.rows.length === 0 ? nothing : this.#chart(figures, (given) => diagonalOf(given, isRtl, axes)),
    ]);
  }

  #shown(found: Found): TemplateResult {
    const { texts, format } = this.#words();
    const range = ({ period: { from, to } }: Stats) =>
      filled(texts.shown, { from: format.date(from), to: format.date(to) });
    const { stats, before } = found;
    return html`<p role="status">${range(stats)}${before ? html` <span class="quiet">${filled(texts.beforeWas, { value: range(before) })}</span>` : nothing}</p>
      ${this.#bookings(found)} ${this.#conversion(found)} ${this.#recovery(found)} ${this.#reliability(found)}`;
  }

  protected override render(): TemplateResult {
    const { texts, format } = this.#words();
    const isReading = this.isBusy('read');
    return html`<div class="sections" aria-busy=${isReading}>
      ${periodForm({ texts, format, isOwn: this.#isOwn, isWrong: this.#isWrong, chosen: this.#chosen, isCompared: this.#isCompared, compare: this.#compare })}
      ${isReading && !this.#found ? html`<p role="status">${this.shared.busy}</p>` : nothing}
      ${this.#found ? this.#shown(this.#found) : nothing} ${this.outcome('read')}
      ${isReading && !this.#found ? nothing : html`<div class="actions"><button type="button" aria-disabled=${this.isBusy()} @click=${this.#read}>${isReading ? this.shared.busy : texts.reload}</button></div>`}
    </div>`;
  }
}
