import { LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isConflict } from '@coach-booking/sdk';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { ListLoader } from '../../reading/list-loader.ts';
import { pageLanguage } from '../../page-language.ts';
import { problemOf } from '../../sign-in/problem.ts';
import { pageTextsFor } from '../../sign-in/texts/index.ts';
import { denseStyles } from '../../ui/controls.ts';
import { dialogView } from '../../ui/dialog.ts';
import { uiStyles } from '../../ui/styles.ts';
import { showToast } from '../../ui/toasts.ts';
import { chipView } from '../../ui/views.ts';
import type { Booking } from '../bookings/calls.ts';
import { clientPageTextsFor } from '../clients/texts/index.ts';
import { listFormat } from '../lists/list-format.ts';
import { listStyles } from '../lists/list-styles.ts';
import { listTextsFor } from '../lists/texts/index.ts';
import type { DeskPageProperties } from '../page-properties.ts';
import type { Coach, Lead, LeadCalls } from './calls.ts';
import { leadFacts, scoreView, temperatureView, type LeadWords } from './lead-facts.ts';
import { temperatures } from './lead-filters.ts';
import { leadTextsFor } from './texts/index.ts';

/** One lead beside the list: temperature and why, notes, contact, bookings, and the ways to the next one. */
export class DeskLead extends LitElement {
  static override styles = [uiStyles, denseStyles, listStyles];

  static override properties: PropertyDeclarations = {
    lead: { attribute: false },
    calls: { attribute: false },
    coach: { attribute: false },
    head: { attribute: false },
    link: { attribute: false },
    addressTo: { attribute: false },
  };

  /** Copies a text; tests replace it. */
  static copy: (text: string) => Promise<void> = (text) => navigator.clipboard?.writeText(text) ?? Promise.reject();

  declare lead: Lead;
  declare calls: LeadCalls;
  declare coach: string;
  declare head: Coach;
  /** The address of the coach's booking page. */
  declare link: string;
  declare addressTo: DeskPageProperties['addressTo'];

  readonly #bookings = new ListLoader<Booking>();
  #end: (() => void) | undefined;
  /** Typed and not saved; null when it is what is stored. */
  #text: string | null = null;
  #theirs: string | null = null;
  #busy = '';
  #problem = '';
  /** The lead as it came of an act here. */
  #own: Lead | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#end = this.#bookings.$state.listen(() => this.requestUpdate());
    queueMicrotask(() => {
      const input = { coach: this.coach, attendeeId: this.lead.id, order: 'desc' as const, limit: 10 };
      void this.#bookings.start((cursor, signal) => this.calls.listCoachBookings({ ...input, ...cursor }, { signal }));
    });
  }

  /** Shows notes that were written elsewhere beside those that are typed, and reads the bookings anew. */
  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('lead') as Lead | undefined;
    if (!before || this.lead === this.#own) return;
    const { notes = '' } = this.lead;
    if (this.#text !== null && notes !== (before.notes ?? '') && notes !== this.#text) this.#theirs = notes;
    void this.#bookings.refresh();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.();
    this.#bookings.stop();
  }

  get #words(): LeadWords & { readonly shared: ReturnType<typeof pageTextsFor>['texts'] } {
    const { texts, language } = leadTextsFor(pageLanguage());
    const format = listFormat(language, this.head.timeZone);
    return { texts, format, lists: listTextsFor(language).texts, shared: pageTextsFor(language).texts };
  }

  async #update(name: string, change: { temperature?: Lead['temperature'] | null; notes?: string }): Promise<void> {
    if (this.#busy) return;
    this.#busy = name;
    this.#problem = '';
    this.requestUpdate();
    const { shared, lists } = this.#words;
    try {
      const { id, version } = this.lead;
      this.lead = this.#own = await this.calls.updateLead({ coach: this.coach, id, version, ...change });
      if (change.notes !== undefined) this.#text = this.#text === change.notes ? null : this.#text;
      this.#theirs = null;
      showToast(lists.saved);
    } catch (error) {
      this.#problem = isConflict(error) ? lists.conflict : shared[problemOf(error)];
      const now = isConflict(error)
        ? await this.calls.getLead({ coach: this.coach, id: this.lead.id }).catch(() => undefined)
        : undefined;
      if (now && this.#text !== null && now.notes !== this.lead.notes) this.#theirs = now.notes ?? '';
      this.lead = this.#own = now ?? this.lead;
    }
    this.#busy = '';
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('lead-changed', { detail: this.lead }));
  }

  readonly #copyLink = async (): Promise<void> => {
    const { copied, notCopied } = this.#words.texts;
    const isCopied = await (this.constructor as typeof DeskLead).copy(this.link).then(
      () => true,
      () => false,
    );
    showToast(isCopied ? copied : filled(notCopied, { link: this.link }));
  };

  #temperatureField({ texts }: LeadWords): TemplateResult {
    const { temperature, isSetByHand } = this.lead;
    const value = isSetByHand ? temperature : '';
    const change = (event: Event) => {
      const chosen = temperatures.find((each) => each === (event.target as HTMLSelectElement).value) ?? null;
      void this.#update('temperature', { temperature: chosen });
    };
    return html`<div class="field"><label for="temperature">${texts.temperature}</label>
      <select id="temperature" .value=${live(value)} ?disabled=${this.#busy !== ''} aria-describedby="temperature-hint" @change=${change}>
        <option value="" ?selected=${value === ''}>${texts.byScore}</option>
        ${temperatures.map((each) => html`<option value=${each} ?selected=${value === each}>${texts[each]}</option>`)}
      </select>
      <span class="hint" id="temperature-hint">${texts.temperatureHint}</span></div>`;
  }

  #notesForm({ texts, lists }: LeadWords): TemplateResult {
    const stored = this.lead.notes ?? '';
    const type = (event: Event) => {
      const { value } = event.target as HTMLTextAreaElement;
      this.#text = value === stored ? null : value;
      this.requestUpdate();
    };
    const submit = (event: Event) => {
      event.preventDefault();
      if (this.#text !== null) void this.#update('notes', { notes: this.#text });
    };
    return html`<form @submit=${submit}>
      <div class="field"><label for="notes">${lists.notes}</label>
        <textarea id="notes" maxlength="2000" rows="4" dir="auto" aria-describedby="notes-hint" .value=${this.#text ?? stored} @input=${type}></textarea>
        <span class="hint" id="notes-hint">${texts.notesHint}</span></div>
      ${this.#theirs === null ? nothing : html`<div class="field"><label for="theirs">${clientPageTextsFor(pageLanguage()).texts.theirs}</label><textarea id="theirs" readonly dir="auto" .value=${this.#theirs}></textarea></div>`}
      <div class="actions"><button type="submit" class="go" aria-disabled=${this.#busy !== '' || this.#text === null}>${this.#busy === 'notes' ? pageTextsFor(pageLanguage()).texts.busy : lists.save}</button></div>
    </form>`;
  }

  #bookingsView({ texts, lists, format }: LeadWords, busy: string): TemplateResult {
    const { items, phase, problem } = this.#bookings.$state.get();
    const row = ({ id, start, serviceTitle, status }: Booking) =>
      html`<li data-booking=${id}>${start ? html`<time datetime=${start}>${format.moment(start)}</time> · ` : nothing}<bdi>${serviceTitle}</bdi> ${chipView(status, lists[status])}</li>`;
    const content =
      phase === 'loading'
        ? html`<p class="quiet" role="status">${busy}</p>`
        : phase === 'failed'
          ? html`<p class="problem" role="alert">${pageTextsFor(pageLanguage()).texts[problemOf(problem)]}</p>
              <div class="actions"><button type="button" @click=${this.#bookings.retry}>${pageTextsFor(pageLanguage()).texts.retry}</button></div>`
          : items.length === 0
            ? html`<p class="quiet">${texts.noBookings}. ${texts.noBookingsText}</p>`
            : html`<ul class="plain">${items.map(row)}</ul>`;
    return html`<section aria-labelledby="bookings"><h3 id="bookings">${lists.bookings}</h3>${content}</section>`;
  }

  #becomes({ texts }: LeadWords): TemplateResult {
    const { clientId, email } = this.lead;
    if (clientId) return html`<p><a href=${this.addressTo('clients', { item: clientId })}>${texts.isClient}</a></p>`;
    return html`<section aria-labelledby="becomes"><h3 id="becomes">${texts.becomes}</h3>
      <p class="quiet">${email ? texts.becomesText : texts.noEmailText}</p>
      <div class="actions"><button type="button" @click=${this.#copyLink}>${texts.copyLink}</button></div></section>`;
  }

  #ways({ texts, lists }: LeadWords): TemplateResult {
    const service = this.#bookings.$state.get().items[0]?.serviceId ?? '';
    const next = () => this.dispatchEvent(new CustomEvent('lead-next', { detail: service }));
    return html`<div class="actions">
      <button type="button" class="go" @click=${next}>${lists.bookNext}</button>
      <a class="button" href=${this.addressTo('propose')}>${texts.propose}</a>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { dir, language } = leadTextsFor(pageLanguage());
    const words = this.#words;
    const { texts, format, shared } = words;
    const { name, score, isSetByHand } = this.lead;
    const content = html`<div class="sheet" lang=${language} dir=${dir}>
      <p>${temperatureView(this.lead, words)} <span class="number">${filled(texts.scoreIs, { score: format.number(score) })}</span>${isSetByHand ? html` <span class="quiet">${texts.byHand}</span>` : nothing}</p>
      <div role="alert">${this.#problem ? html`<p class="problem">${this.#problem}</p>` : nothing}</div>
      ${this.#ways(words)} ${this.#temperatureField(words)} ${this.#notesForm(words)} ${scoreView(this.lead, words)} ${leadFacts(this.lead, words)}
      ${this.#bookingsView(words, shared.busy)} ${this.#becomes(words)}
    </div>`;
    return dialogView({
      title: html`<bdi>${name}</bdi>`,
      closeText: texts.close,
      side: true,
      content,
      mayClose: () =>
        this.#text === null || (this.constructor as typeof DeskLead).ask(clientPageTextsFor(language).texts.leave),
      closed: () => this.dispatchEvent(new CustomEvent('lead-closed')),
    });
  }

  /** Asks whether notes that are not saved may be lost; tests replace it. */
  static ask: (question: string) => boolean = (question) => confirm(question);
}
