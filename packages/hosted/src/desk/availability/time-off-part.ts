import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '@coach-booking/elements/internal/fields';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import {
  initialTimeOffForm,
  skippedIn,
  timeOffInputOf,
  type TimeOffForm,
} from '@coach-booking/elements/internal/time-off-form';
import { pageLanguage } from '../../page-language.ts';
import { dialogView } from '../../ui/dialog.ts';
import { showToast } from '../../ui/toasts.ts';
import { emptyView, skeletonView, switchView } from '../../ui/views.ts';
import type { TimeOff, TimeOffCalls } from './calls.ts';
import { availabilityTextsFor, type AvailabilityTexts } from './texts/index.ts';

/** The part of the page that the time off uses. */
export interface TimeOffHost {
  readonly coach: string;
  requestUpdate(): void;
  calls(): TimeOffCalls;
  /** The zone of the coach, by whose clock days begin. */
  zone(): string;
  /** The words while something is sent. */
  busyText(): string;
  sentenceOf(error: unknown): string;
}

const DAY = 86_400_000;

/** Writes time off by the coach's clock: whole days as dates, other time off with its times. */
export function spanOf({ start, end }: Pick<TimeOff, 'start' | 'end'>, zone: string, language: string): string {
  const { allDay, fromDate, toDate, fromTime, toTime } = initialTimeOffForm({ start, end }, { timeZone: zone });
  const time = { timeStyle: 'short' } as const;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC', ...(allDay ? {} : time) });
  const at = (date: string, wall: string) => new Date(`${date}T${allDay ? '00:00' : wall}Z`);
  const text = format.formatRange(at(fromDate, fromTime), at(toDate, toTime));
  // A time stays with its half of the day.
  return text.replaceAll(/(\d:\d\d)\s(?=\p{L})/gu, '$1\u00a0');
}

/** The list of absences with what can be done about them: added, changed, removed and put back. */
export class TimeOffPart {
  #list: readonly TimeOff[] | null = null;
  #problem = '';
  #busy = false;
  #opened: { readonly before: TimeOff | null; readonly form: TimeOffForm } | null = null;

  constructor(private readonly host: TimeOffHost) {}

  get #texts(): AvailabilityTexts {
    return availabilityTextsFor(pageLanguage()).texts;
  }

  #span(timeOff: Pick<TimeOff, 'start' | 'end'>): string {
    return isolated(spanOf(timeOff, this.host.zone(), pageLanguage()));
  }

  async #run(act: () => Promise<void>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#problem = '';
    this.host.requestUpdate();
    try {
      await act();
      return true;
    } catch (error) {
      this.#problem = this.host.sentenceOf(error);
      return false;
    } finally {
      this.#busy = false;
      this.host.requestUpdate();
    }
  }

  read(): Promise<boolean> {
    return this.#run(async () => {
      this.#list = await this.host.calls().listTimeOff({ coach: this.host.coach });
    });
  }

  #open(before: TimeOff | null): void {
    const zone = this.host.zone();
    const now = new Date();
    const given = before ?? { start: now.toISOString(), end: now.toISOString() };
    const form = initialTimeOffForm(given, { timeZone: zone });
    const first = { ...form, allDay: true, fromTime: '09:00', toTime: '17:00' };
    this.#opened = { before, form: before ? form : first };
    this.#problem = '';
    this.host.requestUpdate();
  }

  #close(): void {
    this.#opened = null;
    this.#problem = '';
    this.host.requestUpdate();
  }

  async #put(timeOff: Pick<TimeOff, 'start' | 'end'> & Partial<TimeOff>, before: TimeOff | null): Promise<void> {
    const { coach } = this.host;
    const { start, end, reason } = timeOff;
    // The form does not show these: they stay as they are.
    const { title, kind, repeat } = before ?? timeOff;
    const more = { ...(title && { title }), ...(kind && { kind }), ...(repeat && { repeat }) };
    const added = await this.host.calls().addTimeOff({ coach, start, end, ...(reason && { reason }), ...more });
    // The new one is there before the old one goes, so that a failure leaves the time closed.
    if (before) await this.host.calls().removeTimeOff({ coach, id: before.id });
    this.#list = await this.host.calls().listTimeOff({ coach });
    const count = String(added.conflicts.length);
    showToast(added.conflicts.length > 0 ? filled(this.#texts.conflictsText, { count }) : this.#texts.saved);
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const { before, form } = this.#opened!;
    const input = timeOffInputOf(form, this.host.zone());
    this.#opened = { before, form: { ...form, submitted: true } };
    this.host.requestUpdate();
    if (!input || typeof input === 'string') return;
    const reason = form.reason.trim();
    void this.#run(() => this.#put({ ...input, ...(reason && { reason }) }, before)).then((isDone) => {
      if (isDone) this.#close();
    });
  };

  async #remove(timeOff: TimeOff): Promise<void> {
    const isDone = await this.#run(async () => {
      await this.host.calls().removeTimeOff({ coach: this.host.coach, id: timeOff.id });
      this.#list = this.#list!.filter(({ id }) => id !== timeOff.id);
    });
    if (!isDone) return;
    const putBack = () => void this.#run(() => this.#put(timeOff, null));
    showToast(filled(this.#texts.removed, { span: this.#span(timeOff) }), {
      action: { text: this.#texts.undo, run: putBack },
    });
  }

  #row(timeOff: TimeOff): TemplateResult {
    const texts = this.#texts;
    const span = this.#span(timeOff);
    const isOver = !timeOff.repeat && Date.parse(timeOff.end) < Date.now() - DAY;
    const words = timeOff.title ?? timeOff.reason;
    return html`<li>
      <span><b>${span}</b>${words ? html`<br /><span class="quiet"><bdi>${words}</bdi></span>` : nothing}</span>
      ${
        isOver
          ? nothing
          : html`<div class="actions">
              <button type="button" aria-label=${filled(texts.editNamed, { span })} @click=${() => this.#open(timeOff)}>${texts.edit}</button>
              <button type="button" class="danger" aria-label=${filled(texts.removeNamed, { span })} aria-disabled=${this.#busy} @click=${() => void this.#remove(timeOff)}>${texts.remove}</button>
            </div>`
      }
    </li>`;
  }

  #problemView(): TemplateResult {
    return html`<div role="alert">${this.#problem ? html`<p class="problem">${this.#problem}</p>` : nothing}</div>`;
  }

  view(retryText: string): TemplateResult {
    const texts = this.#texts;
    const add = html`<button type="button" id="add-time-off" @click=${() => this.#open(null)}>${texts.addTimeOff}</button>`;
    const list = this.#list;
    const content = () => {
      if (!list)
        return this.#problem
          ? html`<div class="actions"><button type="button" @click=${() => void this.read()}>${retryText}</button></div>`
          : skeletonView(this.host.busyText());
      if (list.length === 0) return emptyView({ title: texts.none, text: texts.noneText, action: add });
      return html`<ul class="rows">${list.map((timeOff) => this.#row(timeOff))}</ul><div class="actions">${add}</div>`;
    };
    return html`<section class="card" aria-labelledby="time-off">
      <div><h2 id="time-off">${texts.timeOff}</h2><p class="quiet">${texts.timeOffText}</p></div>
      ${this.#opened ? nothing : this.#problemView()} ${content()}
    </section>`;
  }

  #field(name: 'fromDate' | 'toDate' | 'fromTime' | 'toTime' | 'reason'): TemplateResult {
    const texts = this.#texts;
    const { form } = this.#opened!;
    const input = timeOffInputOf(form, this.host.zone());
    const isSkipped = (name === 'fromTime' || name === 'toTime') && skippedIn(form, this.host.zone()).includes(name);
    const isMissing = form.submitted && name !== 'reason' && !form[name];
    const isLast = name === (form.allDay ? 'toDate' : 'toTime');
    const error = isMissing
      ? texts.required
      : isSkipped
        ? texts.skippedTime
        : isLast && input === 'endAfterStart'
          ? texts.endAfterStart
          : undefined;
    return textField({
      id: name,
      label: texts[name],
      type: name === 'reason' ? 'text' : name.endsWith('Date') ? 'date' : 'time',
      value: form[name],
      required: name !== 'reason',
      first: name === 'fromDate',
      maxLength: 200,
      busy: this.#busy,
      hint: name === 'reason' ? texts.optional : undefined,
      error,
      input: (value) => this.#change({ [name]: value }),
    });
  }

  #change(change: Partial<TimeOffForm>): void {
    const { before, form } = this.#opened!;
    this.#opened = { before, form: { ...form, ...change } };
    this.host.requestUpdate();
  }

  dialog(): TemplateResult | typeof nothing {
    const opened = this.#opened;
    if (!opened) return nothing;
    const texts = this.#texts;
    const { before, form } = opened;
    const times = form.allDay
      ? nothing
      : html`<div class="two">${this.#field('fromTime')} ${this.#field('toTime')}</div>`;
    return dialogView({
      title: before ? filled(texts.editNamed, { span: this.#span(before) }) : texts.addTimeOff,
      closeText: texts.close,
      closed: () => this.#close(),
      content: html`<form novalidate @submit=${this.#save}>
        <div class="two">${this.#field('fromDate')} ${this.#field('toDate')}</div>
        ${switchView({ id: 'allDay', label: texts.allDay, checked: form.allDay, change: (allDay) => this.#change({ allDay }) })}
        ${times} ${this.#field('reason')} ${this.#problemView()}
        <div class="actions">
          <button type="submit" class="go" aria-disabled=${this.#busy}>${this.#busy ? this.host.busyText() : texts.save}</button>
          <button type="button" @click=${() => this.#close()}>${texts.cancel}</button>
        </div>
      </form>`,
    });
  }
}
