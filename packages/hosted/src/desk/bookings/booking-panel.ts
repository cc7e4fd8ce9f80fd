import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError, isConflict } from '@coach-booking/sdk';
import { messageTexts } from '@coach-booking/elements/internal/messages/texts';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { problemOf } from '../../sign-in/problem.ts';
import { pageTextsFor } from '../../sign-in/texts/index.ts';
import { denseStyles } from '../../ui/controls.ts';
import { dialogView } from '../../ui/dialog.ts';
import { uiStyles } from '../../ui/styles.ts';
import { showToast } from '../../ui/toasts.ts';
import { chipView } from '../../ui/views.ts';
import { listFormat } from '../lists/list-format.ts';
import { listStyles } from '../lists/list-styles.ts';
import { listTextsFor } from '../lists/texts/index.ts';
import type { DeskPageProperties } from '../page-properties.ts';
import { bookingFacts, type BookingWords } from './booking-facts.ts';
import { intakeView } from './intake-view.ts';
import { bookingMessages } from './booking-messages.ts';
import type { Booking, BookingCalls, Message } from './calls.ts';
import { bookingTextsFor } from './texts/index.ts';

/** The calls of the panel; each page that shows bookings has them. */
export type PanelCalls = Pick<
  BookingCalls,
  | 'listCoachBookings'
  | 'getBooking'
  | 'listBookingMessages'
  | 'sendMessageAgain'
  | 'confirmBooking'
  | 'startBooking'
  | 'completeBooking'
  | 'markNoShow'
  | 'undoBooking'
  | 'cancelBooking'
>;

/** The steps that need nothing but a press, in their order. */
const steps = {
  confirm: 'confirmBooking',
  start: 'startBooking',
  complete: 'completeBooking',
  no_show: 'markNoShow',
  undo: 'undoBooking',
} as const satisfies Readonly<Record<string, keyof PanelCalls>>;
type Step = keyof typeof steps;

/** One booking beside the list: who, when, where, what was answered and sent, and what can be done now. */
export class DeskBooking extends LitElement {
  static override styles = [uiStyles, denseStyles, listStyles];

  static override properties: PropertyDeclarations = {
    booking: { attribute: false },
    calls: { attribute: false },
    coach: { attribute: false },
    timeZone: { attribute: false },
    staffName: { attribute: false },
    addressTo: { attribute: false },
    more: { attribute: false },
  };

  declare booking: Booking;
  declare calls: PanelCalls;
  declare coach: string;
  declare timeZone: string;
  declare staffName: (id: string) => string;
  declare addressTo: DeskPageProperties['addressTo'];
  /** Rows that the page adds to the facts. */
  declare more: unknown;

  #busy = '';
  #problem = '';
  #isCancelling = false;
  /** Null until they are asked for. */
  #messages: readonly Message[] | null = null;
  #messagesProblem: unknown = null;
  /** The message that is being sent again; empty when none is. */
  #again = '';

  /** The answers, with those about health, which a list leaves out. */
  #intake: Booking['intake'];

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(() => void this.#readIntake());
  }

  /** Reads the answers whole; the booking is shown without what is about health where that fails. */
  async #readIntake(): Promise<void> {
    if (!this.booking.intake) return;
    const found = await this.calls.getBooking({ id: this.booking.id }).catch(() => null);
    this.#intake = found?.intake;
    this.requestUpdate();
  }

  get #texts() {
    return bookingTextsFor(pageLanguage()).texts;
  }

  #emit(name: 'booking-changed' | 'booking-closed', detail?: Booking): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #sentenceOf(error: unknown): string {
    const isStale = isCoachBookingError(error) && (isConflict(error) || error.code === 'NOT_ALLOWED_NOW');
    return isStale ? this.#texts.notNow : pageTextsFor(pageLanguage()).texts[problemOf(error)];
  }

  /** Reads the booking as it is now, with what can be done; null where it is gone. */
  async #readAgain(): Promise<Booking | null> {
    const { id, attendee, start } = this.booking;
    const of = { coach: this.coach, ...(attendee.id && { attendeeId: attendee.id }), limit: 100 };
    const at = start && Date.parse(start);
    const range = at
      ? { from: new Date(at).toISOString(), to: new Date(at + 1000).toISOString() }
      : { timeless: 'true' as const };
    const { items } = await this.calls.listCoachBookings({ ...of, ...range });
    return items.find((one) => one.id === id) ?? null;
  }

  /** Runs an act unless one is under way, and shows the booking as it is then. Returns whether it was done. */
  async #act(name: string, run: () => Promise<unknown>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = name;
    this.#problem = '';
    this.requestUpdate();
    let isDone = false;
    try {
      await run();
      isDone = true;
    } catch (error) {
      this.#problem = this.#sentenceOf(error);
    }
    const now = await this.#readAgain().catch(() => null);
    if (now) this.booking = now;
    this.#busy = '';
    this.requestUpdate();
    if (isDone || this.#problem === this.#texts.notNow) this.#emit('booking-changed', this.booking);
    return isDone;
  }

  async #step(step: Step): Promise<void> {
    const { id, version } = this.booking;
    const isDone = await this.#act(step, () => this.calls[steps[step]]({ id, version }));
    if (!isDone) return;
    const { undo } = this.#texts;
    const mayUndo = step !== 'undo' && this.booking.actions.includes('undo');
    showToast(
      this.#texts[`did_${step}`],
      mayUndo ? { action: { text: undo, run: () => void this.#step('undo') } } : {},
    );
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  readonly #cancel = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const { id, version } = this.booking;
    const reason = String(data.get('reason') ?? '').trim();
    const input = { id, version, notify: data.has('notify'), ...(reason && { reason }) };
    const isDone = await this.#act('cancel', () => this.calls.cancelBooking(input));
    if (!isDone) return;
    this.#isCancelling = false;
    this.requestUpdate();
    showToast(this.#texts.did_cancel);
  };

  readonly #openMessages = ({ target }: Event): void => {
    if (!(target as HTMLDetailsElement).open) return;
    this.#messages = null;
    void this.#readMessages();
  };

  readonly #readMessages = async (): Promise<void> => {
    this.#messagesProblem = null;
    this.requestUpdate();
    try {
      this.#messages = await this.calls.listBookingMessages({ id: this.booking.id });
    } catch (error) {
      this.#messagesProblem = error;
    }
    this.requestUpdate();
  };

  async #sendAgain({ id: messageId }: Message): Promise<void> {
    if (this.#again) return;
    this.#again = messageId;
    this.requestUpdate();
    try {
      await this.calls.sendMessageAgain({ id: this.booking.id, messageId });
      showToast(messageTexts(pageLanguage()).isAgain);
    } catch (error) {
      showToast(this.#sentenceOf(error), { isProblem: true });
    }
    await this.#readMessages();
    this.#again = '';
    this.requestUpdate();
    await this.updateComplete;
    // Its button is gone.
    this.renderRoot.querySelector<HTMLElement>('summary')?.focus();
  }

  get #words(): BookingWords {
    const language = pageLanguage();
    const { texts, language: shown } = bookingTextsFor(language);
    return {
      texts,
      lists: listTextsFor(language).texts,
      format: listFormat(shown, this.timeZone),
      staffName: this.staffName,
    };
  }

  #calendarAddress(): string {
    const { id, start } = this.booking;
    const date = start ? wallDate(start, this.timeZone).toISOString().slice(0, 10) : '';
    return this.addressTo('calendar', { query: { date, booking: id } });
  }

  #actions(): TemplateResult {
    const texts = this.#texts;
    const { actions, status, start } = this.booking;
    const words = {
      confirm: texts.confirm,
      start: texts.start,
      complete: texts.complete,
      no_show: texts.noShow,
      undo: texts.undo,
    };
    const possible = (Object.keys(steps) as Step[]).filter((step) => actions.includes(step));
    const main = possible.find((step) => step === 'confirm' || step === 'complete');
    const calendar = !actions.includes('reschedule') ? texts.open : start ? texts.move : texts.schedule;
    return html`<div class="actions">
      ${possible.map((step) => html`<button type="button" class=${step === main ? 'go' : ''} aria-disabled=${this.#busy !== ''} @click=${() => void this.#step(step)}>${this.#busy === step ? pageTextsFor(pageLanguage()).texts.busy : words[step]}</button>`)}
      <a class="button" href=${this.#calendarAddress()}>${calendar}</a>
      ${actions.includes('cancel') && !this.#isCancelling ? html`<button type="button" class="danger" aria-disabled=${this.#busy !== ''} @click=${() => this.#ask(true)}>${status === 'pending' ? texts.decline : texts.cancel}</button>` : nothing}
    </div>`;
  }

  #ask(isAsked: boolean): void {
    this.#isCancelling = isAsked;
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(isAsked ? '#reason' : '.danger')?.focus(),
    );
  }

  #cancelForm(): TemplateResult {
    const texts = this.#texts;
    return html`<form class="card" aria-labelledby="cancel-title" @submit=${this.#cancel}>
      <h3 id="cancel-title">${texts.cancelTitle}</h3>
      <div class="field"><label for="reason">${texts.reason}</label><textarea id="reason" name="reason" maxlength="500" dir="auto"></textarea></div>
      <label class="check"><input type="checkbox" name="notify" checked />${texts.notify}</label>
      <div class="actions">
        <button type="submit" class="go danger" aria-disabled=${this.#busy !== ''}>${this.#busy === 'cancel' ? pageTextsFor(pageLanguage()).texts.busy : this.booking.status === 'pending' ? texts.decline : texts.cancel}</button>
        <button type="button" @click=${() => this.#ask(false)}>${texts.keep}</button>
      </div>
    </form>`;
  }

  #messagesView(words: BookingWords): TemplateResult {
    const { texts } = words;
    const { busy, retry } = pageTextsFor(pageLanguage()).texts;
    const again = { busy: this.#again, busyText: busy, send: (message: Message) => void this.#sendAgain(message) };
    const content = this.#messagesProblem
      ? html`<p class="problem" role="alert">${this.#sentenceOf(this.#messagesProblem)}</p>
          <p class="actions"><button type="button" @click=${this.#readMessages}>${retry}</button></p>`
      : this.#messages
        ? bookingMessages(this.#messages, this.booking, words, again)
        : html`<p class="quiet" role="status">${busy}</p>`;
    return html`<details @toggle=${this.#openMessages}><summary>${texts.messages}</summary>${content}</details>`;
  }

  protected override render(): TemplateResult {
    const { dir, language } = bookingTextsFor(pageLanguage());
    const words = this.#words;
    const { status, attendee } = this.booking;
    const intake = this.#intake ?? this.booking.intake;
    const content = html`<div class="sheet" lang=${language} dir=${dir}>
      <p>${chipView(status, words.lists[status])}</p>
      <div role="alert">${this.#problem ? html`<p class="problem">${this.#problem}</p>` : nothing}</div>
      ${this.#actions()} ${this.#isCancelling && this.booking.actions.includes('cancel') ? this.#cancelForm() : nothing}
      ${intake ? intakeView(intake, words) : nothing} ${bookingFacts(this.booking, words, this.more)}
      ${attendee.kind === 'client' && attendee.id ? html`<p><a href=${this.addressTo('clients', { item: attendee.id })}>${words.texts.client}</a></p>` : nothing}
      ${this.#messagesView(words)}
    </div>`;
    return dialogView({
      title: html`<bdi>${attendee.name}</bdi><span class="vh">, ${isolated(this.booking.serviceTitle)}</span>`,
      closeText: words.texts.close,
      side: true,
      content,
      closed: () => this.#emit('booking-closed'),
    });
  }
}

/** Makes the panel known, once for all pages that show it. */
export function defineBookingPanel(): void {
  if (!customElements.get('coach-desk-booking')) customElements.define('coach-desk-booking', DeskBooking);
}

/** Renders the panel of a booking; `changed` receives it as it is then. */
export function bookingPanel(
  booking: Booking,
  given: Pick<DeskBooking, 'calls' | 'coach' | 'timeZone' | 'staffName' | 'addressTo'> & { readonly more?: unknown },
  on: { changed(booking: Booking): void; closed(): void },
): TemplateResult {
  const { calls, coach, timeZone, staffName, addressTo, more = nothing } = given;
  return html`<coach-desk-booking
    .booking=${booking} .calls=${calls} .coach=${coach} .timeZone=${timeZone} .staffName=${staffName} .addressTo=${addressTo} .more=${more}
    @booking-changed=${(event: CustomEvent<Booking>) => on.changed(event.detail)} @booking-closed=${on.closed}
  ></coach-desk-booking>`;
}
