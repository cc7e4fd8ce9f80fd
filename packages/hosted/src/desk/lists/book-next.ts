import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isConflict, type Bound, type OutputOf, type createBooking, type recommendSlots } from '@coach-booking/sdk';
import { cityOf } from '@coach-booking/elements/internal/dates/zone';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { DAY } from '@coach-booking/time/units';
import { Loader } from '../../reading/loader.ts';
import { pageLanguage } from '../../page-language.ts';
import { problemOf } from '../../sign-in/problem.ts';
import { pageTextsFor } from '../../sign-in/texts/index.ts';
import { denseStyles } from '../../ui/controls.ts';
import { dialogView } from '../../ui/dialog.ts';
import { uiStyles } from '../../ui/styles.ts';
import { showToast } from '../../ui/toasts.ts';
import { skeletonView } from '../../ui/views.ts';
import { listFormat } from './list-format.ts';
import { listStyles } from './list-styles.ts';
import { listTextsFor } from './texts/index.ts';

/** Times of so many days are ranked, and so many of them shown. */
const AHEAD = 28 * DAY;
const SHOWN = 10;

/** The calls of the sheet; each page that opens it has them. */
export interface BookNextCalls {
  readonly recommendSlots: Bound<typeof recommendSlots>;
  readonly createBooking: Bound<typeof createBooking>;
}

/** The person for whom is booked: a client or a lead of the coach. */
export interface BookedFor {
  readonly name: string;
  readonly clientId?: string;
  readonly leadId?: string;
}

type Time = OutputOf<'recommendSlots'>[number];

/** The next booking of a known person: a service, and one of its best free times. */
export class DeskBookNext extends LitElement {
  static override styles = [uiStyles, denseStyles, listStyles];

  static override properties: PropertyDeclarations = {
    calls: { attribute: false },
    coach: { attribute: false },
    head: { attribute: false },
    person: { attribute: false },
    service: { attribute: false },
    calendar: { attribute: false },
  };

  /** The clock; tests replace it. */
  static now: () => number = Date.now;

  declare calls: BookNextCalls;
  declare coach: string;
  declare head: OutputOf<'getCoach'>;
  declare person: BookedFor;
  /** The id of the service that is chosen first; empty for the first one. */
  declare service: string;
  /** The address of the calendar, for every other time. */
  declare calendar: string;

  readonly #times = new Loader<readonly Time[]>();
  #end: (() => void) | undefined;
  #chosen = '';
  #isBooking = false;
  #problem = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#end = this.#times.$state.listen(() => this.requestUpdate());
    queueMicrotask(() => {
      const { services } = this.head;
      if (!services.some(({ id }) => id === this.service)) this.service = services[0]?.id ?? '';
      this.#read();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.();
    this.#times.stop();
  }

  #read(): void {
    this.#chosen = '';
    if (!this.service) return void this.#times.load(async () => []);
    const now = (this.constructor as typeof DeskBookNext).now();
    const [from, to] = [now, now + AHEAD].map((at) => new Date(at).toISOString()) as [string, string];
    const { leadId, clientId } = this.person;
    const whose = leadId && !clientId ? { leadId } : {};
    const input = { coach: this.coach, serviceId: this.service, from, to, limit: SHOWN, ...whose };
    void this.#times.load(async (signal) => {
      const found = await this.calls.recommendSlots(input, { signal });
      return [...found].sort((a, b) => (a.start < b.start ? -1 : 1));
    });
  }

  readonly #book = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#isBooking || !this.#chosen) return;
    this.#isBooking = true;
    this.#problem = '';
    this.requestUpdate();
    const { texts } = listTextsFor(pageLanguage());
    const { clientId, leadId } = this.person;
    const whom = clientId ? { clientId } : { leadId: leadId! };
    try {
      await this.calls.createBooking({ coachId: this.head.id, serviceId: this.service, start: this.#chosen, ...whom });
      showToast(texts.booked);
      this.dispatchEvent(new CustomEvent('booked'));
    } catch (error) {
      this.#problem = isConflict(error) ? texts.taken : pageTextsFor(pageLanguage()).texts[problemOf(error)];
      if (isConflict(error)) this.#read();
    }
    this.#isBooking = false;
    this.requestUpdate();
  };

  #timesView(): TemplateResult {
    const { texts, language } = listTextsFor(pageLanguage());
    const shared = pageTextsFor(pageLanguage()).texts;
    const format = listFormat(language, this.head.timeZone);
    const state = this.#times.$state.get();
    if (state.phase === 'loading') return skeletonView(shared.busy, 5);
    if (state.phase === 'failed')
      return html`<p class="problem" role="alert">${shared[problemOf(state.problem)]}</p>
        <div class="actions"><button type="button" @click=${this.#times.retry}>${shared.retry}</button></div>`;
    if (state.value.length === 0) return html`<p class="quiet">${texts.noTimes}</p>`;
    const choose = (start: string) => {
      this.#chosen = start;
      this.requestUpdate();
    };
    return html`<fieldset class="choices"><legend>${texts.times}</legend>
      ${state.value.map(({ start, end }) => html`<label><input type="radio" name="time" value=${start} .checked=${this.#chosen === start} @change=${() => choose(start)} /><span><time datetime=${start}>${format.day(start)}</time> <time>${format.times(start, end)}</time></span></label>`)}
    </fieldset>`;
  }

  protected override render(): TemplateResult {
    const { texts, language, dir } = listTextsFor(pageLanguage());
    const { busy } = pageTextsFor(pageLanguage()).texts;
    const { services, timeZone } = this.head;
    const change = (event: Event) => {
      this.service = (event.target as HTMLSelectElement).value;
      this.#read();
    };
    const content = html`<form class="sheet" lang=${language} dir=${dir} @submit=${this.#book}>
      <p class="quiet">${filled(texts.timesIn, { zone: isolated(cityOf(timeZone)) })}</p>
      <div class="field"><label for="service">${texts.service}</label>
        <select id="service" .value=${this.service} @change=${change}>${services.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.service}>${title}</option>`)}</select></div>
      ${this.#timesView()}
      <div role="alert">${this.#problem ? html`<p class="problem">${this.#problem}</p>` : nothing}</div>
      <div class="actions">
        <button type="submit" class="go" aria-disabled=${this.#isBooking || !this.#chosen}>${this.#isBooking ? busy : texts.book}</button>
        <a class="button" href=${this.calendar}>${texts.otherTime}</a>
      </div>
    </form>`;
    return dialogView({
      title: html`${texts.bookNext}: <bdi>${this.person.name}</bdi>`,
      closeText: pageTextsFor(language).texts.close,
      side: true,
      content,
      closed: () => this.dispatchEvent(new CustomEvent('book-closed')),
    });
  }
}

/** Makes the sheet known, once for all pages that open it. */
export function defineBookNext(): void {
  if (!customElements.get('coach-desk-book-next')) customElements.define('coach-desk-book-next', DeskBookNext);
}

/** Renders the sheet; `booked` is called once the booking is made. */
export function bookNext(
  given: Pick<DeskBookNext, 'calls' | 'coach' | 'head' | 'person' | 'service' | 'calendar'>,
  on: { booked(): void; closed(): void },
): TemplateResult {
  const { calls, coach, head, person, service, calendar } = given;
  return html`<coach-desk-book-next
    .calls=${calls} .coach=${coach} .head=${head} .person=${person} .service=${service} .calendar=${calendar}
    @booked=${on.booked} @book-closed=${on.closed}
  ></coach-desk-book-next>`;
}
