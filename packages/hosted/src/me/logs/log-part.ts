import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError } from '@coach-booking/sdk';
import { quantitiesFor } from '@coach-booking/elements/internal/charts/quantity';
import { chartStyles } from '@coach-booking/elements/internal/charts/styles';
import type { LogWords } from '@coach-booking/elements/internal/client/sets-text';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { filled, isolated, sayer } from '@coach-booking/elements/internal/i18n/say';
import { addDays, dateOf, utcOf } from '@coach-booking/time/dates';
import { pageLanguage } from '../../page-language.ts';
import { dialogView } from '../../ui/dialog.ts';
import { showToast } from '../../ui/toasts.ts';
import { emptyView, segmentsView, skeletonView } from '../../ui/views.ts';
import { MeSection } from '../me-section.ts';
import { meTextsFor, type OwnMeTexts } from '../texts/index.ts';
import { logStyles } from './styles.ts';

/** The periods to look at, in days until today: an answer of the server has 400 at most. */
const PERIODS = ['28', '91', '365'] as const;
type Period = (typeof PERIODS)[number];

/** Entries that are shown at first, and added by each press. */
const AT_A_TIME = 20;

export interface Entry {
  readonly id: string;
  readonly date: string;
  readonly notes: string;
}

/** The days of a log that have an entry, the newest first. */
export interface LogDays<E> {
  readonly from: string;
  readonly days: readonly { readonly date: string; readonly entries: readonly E[] }[];
}

/** The plain dates of a list, both included. */
export interface LogRange {
  readonly from: string;
  readonly to: string;
}

/** The fields of every form of an entry, as they are typed. */
export interface Draft {
  readonly date: string;
  readonly notes: string;
}

/** A field that is not as it has to be, and why, in words. */
export interface Problem {
  readonly id: string;
  readonly text: string;
}

/** The form that is open: for a stored entry or a new one, as it is typed and as it was first. */
interface Opened<E, T> {
  readonly entry: E | null;
  readonly draft: T;
  readonly first: T;
}

/** The first date that an entry may have. */
const FIRST_DATE = '1900-01-01';

/** The words of a log in the language of the page. */
export interface OwnLogWords extends LogWords {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * A log of a client: a period with its charts, each with a table behind it, the entries day by day, and a form for a
 * new entry or a stored one. The kinds of logs say what an entry has.
 */
export abstract class MeLog<E extends Entry, D extends LogDays<E>, T extends Draft> extends MeSection {
  static override styles = [...MeSection.styles, chartStyles, logStyles];
  static override properties: PropertyDeclarations = { ...MeSection.properties };

  /** The clock, and the question before something typed is lost; tests replace them. */
  static now: () => number = Date.now;
  static ask: (question: string) => boolean = (question) => confirm(question);

  /** The name of the button that adds an entry. */
  protected abstract readonly addText: keyof OwnMeTexts;

  #period: Period = '28';
  #days: D | null = null;
  #shown = AT_A_TIME;
  #open: Opened<E, T> | null = null;
  #wrong: Problem | null = null;
  #words: OwnLogWords | null = null;

  protected abstract readDays(range: LogRange): Promise<D>;
  protected abstract draftOf(entry: E | null): T;
  protected abstract addEntry(draft: T): Promise<unknown>;
  protected abstract changeEntry(entry: E, draft: T): Promise<unknown>;
  protected abstract deleteEntry(entry: E): Promise<unknown>;
  /** Names an entry in one line. */
  protected abstract nameOf(entry: E): string;
  protected abstract entryView(entry: E): TemplateResult;
  protected abstract charts(days: D): readonly TemplateResult[];
  protected abstract fields(draft: T): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(this.#read);
  }

  protected get words(): OwnLogWords {
    const translation = meTextsFor(pageLanguage());
    const { language, dir } = translation;
    if (this.#words?.language !== language)
      this.#words = { language, dir, say: sayer(translation), quantities: quantitiesFor(language) };
    return this.#words;
  }

  /** The date of today, at the clock of this device. */
  protected get today(): string {
    const { now } = this.constructor as typeof MeLog;
    return dateOf(+wallDate(now(), deviceZone()));
  }

  /** The last date that an entry may have: plans for tomorrow are entries, too. */
  protected get tomorrow(): string {
    return addDays(this.today, 1);
  }

  protected dateText(plain: string): string {
    const { language } = this.words;
    return isolated(new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(utcOf(plain)));
  }

  /** The open form as it is typed now. */
  protected get draft(): T | null {
    return this.#open?.draft ?? null;
  }

  /** Changes what is typed. */
  protected typed(change: Partial<T>): void {
    if (!this.#open) return;
    this.#open = { ...this.#open, draft: { ...this.#open.draft, ...change } };
    this.requestUpdate();
  }

  /** Returns what is wrong with a form whose fields each have a value of their kind. */
  protected problemIn({ date }: T): Problem | null {
    return date < FIRST_DATE || date > this.tomorrow ? { id: 'date', text: this.texts.dateBounds } : null;
  }

  /** Returns the problem of a field in words, or null. */
  protected problemOf(id: string): string | null {
    return this.#wrong?.id === id ? this.#wrong.text : null;
  }

  readonly #read = (): void =>
    void this.run('read', async () => {
      await this.#readDays();
      return null;
    });

  async #readDays(): Promise<void> {
    const from = addDays(this.today, 1 - Number(this.#period));
    this.#days = await this.readDays({ from, to: this.tomorrow });
  }

  readonly #choose = (period: Period): void => {
    if (this.isBusy()) return;
    this.#period = period;
    this.#shown = AT_A_TIME;
    this.#read();
  };

  readonly #more = (): void => {
    const first = this.#shown;
    this.#shown += AT_A_TIME;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.renderRoot.querySelectorAll<HTMLElement>('.entry button')[first]?.focus();
    });
  };

  #edit(entry: E | null): void {
    const draft = this.draftOf(entry);
    this.#open = { entry, draft, first: draft };
    this.#wrong = null;
    this.forget();
    this.requestUpdate();
  }

  readonly #close = (): void => {
    this.#open = null;
    this.requestUpdate();
  };

  /** Returns the first field without a value that it needs, or with one that it does not take. */
  #wrongIn(form: HTMLFormElement): Problem | null {
    const fields = [...form.querySelectorAll<HTMLInputElement>('input, select, textarea')];
    const isMissing = ({ required, value, validity }: HTMLInputElement) =>
      required && value.trim() === '' && !validity.badInput;
    const wrong = fields.find((field) => isMissing(field) || !field.validity.valid);
    return wrong ? { id: wrong.id, text: isMissing(wrong) ? this.shared.required : this.texts.checkNumbers } : null;
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    if (!this.#open || this.isBusy()) return;
    const { entry, draft } = this.#open;
    const form = event.target as HTMLFormElement;
    this.#wrong = this.#wrongIn(form) ?? this.problemIn(draft);
    this.requestUpdate();
    if (this.#wrong) return form.querySelector<HTMLElement>(`#${this.#wrong.id}`)?.focus();
    void this.run('save', async () => {
      await (entry ? this.changeEntry(entry, draft) : this.addEntry(draft));
      this.#open = null;
      showToast(this.texts.entrySaved);
      await this.#readDays();
      return null;
    });
  };

  #delete(entry: E): void {
    void this.run('save', async () => {
      await this.deleteEntry(entry);
      this.#open = null;
      await this.#readDays();
      const run = (): void => this.#putBack(entry);
      showToast(this.texts.entryDeleted, { action: { text: this.texts.undo, run } });
      await this.focusOn('#add-entry');
      return null;
    });
  }

  #putBack(entry: E): void {
    void this.run('read', async () => {
      await this.addEntry(this.draftOf(entry));
      await this.#readDays();
      return null;
    });
  }

  protected override sentenceOf(error: unknown): string {
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    if (error.code === 'LOG_NOT_FOUND') return this.texts.entryGone;
    return error.code === 'INVALID_REQUEST' ? this.texts.entryRefused : super.sentenceOf(error);
  }

  get #isTyped(): boolean {
    return JSON.stringify(this.#open?.draft) !== JSON.stringify(this.#open?.first);
  }

  #sheet({ entry, draft }: Opened<E, T>): TemplateResult {
    const { texts } = this;
    const { ask } = this.constructor as typeof MeLog;
    const remove = entry
      ? html`<button type="button" class="danger" aria-disabled=${this.isBusy()} @click=${() => this.#delete(entry)}>${texts.deleteEntry}</button>`
      : nothing;
    const content = html`<form novalidate @submit=${this.#save}>
      ${this.fields(draft)} ${this.outcome('save')}
      <div class="actions">
        <button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('save') ? this.shared.busy : texts.saveProfile}</button>
        ${remove}
      </div>
    </form>`;
    return dialogView({
      title: entry ? texts.editEntry : texts[this.addText],
      closeText: this.shared.close,
      side: true,
      content,
      mayClose: () => !this.#isTyped || ask(texts.leaveEntry),
      closed: this.#close,
    });
  }

  #entry(entry: E): TemplateResult {
    const { texts } = this;
    const name = filled(texts.editOf, { entry: isolated(this.nameOf(entry)) });
    return html`<li class="entry">
      <div>${this.entryView(entry)} ${entry.notes ? html`<p class="quiet typed"><bdi>${entry.notes}</bdi></p>` : nothing}</div>
      <button type="button" class="quiet" aria-label=${name} @click=${() => this.#edit(entry)}>${texts.edit}</button>
    </li>`;
  }

  #list({ days }: D): TemplateResult {
    const { texts } = this;
    let left = this.#shown;
    const shown = days.flatMap(({ date, entries }) => {
      const some = entries.slice(0, Math.max(left, 0));
      left -= entries.length;
      return some.length > 0 ? [{ date, some }] : [];
    });
    return html`<section aria-labelledby="entries">
      <h2 id="entries">${texts.entries}</h2>
      ${shown.map(
        ({ date, some }) => html`<div class="day"><h3>${this.dateText(date)}</h3>
          <ul class="rows">${some.map((entry) => this.#entry(entry))}</ul></div>`,
      )}
      ${left < 0 ? html`<div class="actions"><button type="button" @click=${this.#more}>${texts.more}</button></div>` : nothing}
    </section>`;
  }

  #known(days: D): TemplateResult {
    const { texts } = this;
    const add = html`<button type="button" class="go" @click=${() => this.#edit(null)}>${texts[this.addText]}</button>`;
    if (days.days.length === 0)
      return emptyView({
        title: texts.noEntries,
        text: filled(texts.nothing, { date: this.dateText(days.from) }),
        action: add,
      });
    const charts = this.charts(days);
    return html`${charts.length > 0 ? html`<section aria-label=${texts.charts}>${charts}</section>` : nothing} ${this.#list(days)}`;
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const days = this.#days;
    const periods = PERIODS.map((period) => [period, texts[`period_${period}`]] as const);
    const loading = this.isBusy('read')
      ? skeletonView(this.shared.busy, 6)
      : html`<p><button type="button" class="go" @click=${this.#read}>${this.shared.retry}</button></p>`;
    return html`<div class="above-log">
        ${segmentsView({ name: 'period', legend: texts.period, options: periods, value: this.#period, change: this.#choose })}
        ${days && days.days.length > 0 ? html`<button type="button" class="go" id="add-entry" @click=${() => this.#edit(null)}>${texts[this.addText]}</button>` : nothing}
      </div>
      ${this.outcome('read')}
      <div class="log" aria-busy=${this.isBusy('read')}>${days ? this.#known(days) : loading}</div>
      ${this.#open ? this.#sheet(this.#open) : nothing}`;
  }
}
