import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError } from '@coach-booking/sdk';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { PageSection } from '../../page-section.ts';
import type { Account } from '../connected-accounts/calls.ts';
import { calendarFacts } from './calendar-facts.ts';
import type { Calendar, CalendarChange, ConnectionCalls, Policy } from './calls.ts';
import { connectionTextsFor } from './texts/index.ts';
import { writingFields, writingOf } from './writing-fields.ts';
import { whereToFind } from './where-to-find.ts';

/** The most of a coach, as the server has it. */
const AT_MOST = 10;
/** Looks at a calendar that is being read, before the page leaves it to the reader to ask. */
const LOOKS = 15;
const policies: readonly Policy[] = ['keep_last_good', 'block_when_stale'];

type OpenAs = 'edit' | 'choose' | 'delete';

/**
 * Calendars kept elsewhere, whose busy time cannot be booked. Dispatches `calendars-changed` with them when they were
 * read or are others.
 */
export class CalendarsInSection extends PageSection {
  static override properties: PropertyDeclarations = {
    calls: { attribute: false },
    coach: { attribute: false },
    connected: { attribute: false },
  };

  /** Milliseconds between two looks; tests replace it. */
  static every = 2000;

  declare calls: ConnectionCalls;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  /** The accounts of the coach with providers. */
  declare connected: readonly Account[];

  #calendars: readonly Calendar[] | null = null;
  /** Those that were dispatched last. */
  #dispatched: readonly Calendar[] | null = null;
  /** The one whose name and policy are changed, whose calendars are chosen, or which is about to be disconnected. */
  #open: { readonly id: string; readonly as: OpenAs } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  protected override updated(): void {
    if (!this.#calendars || this.#dispatched === this.#calendars) return;
    this.#dispatched = this.#calendars;
    this.dispatchEvent(new CustomEvent('calendars-changed', { detail: this.#calendars }));
  }

  readonly #read = (): void =>
    void this.run('read', async () => {
      this.#calendars = await this.calls.listExternalCalendars({ coach: this.coach });
      return null;
    });

  /**
   * Looks again while a calendar is about to be read, quietly, and once more behind that: what it has at times of
   * bookings is noted after the reading.
   */
  #follow(id: string, before: string | undefined, left = LOOKS): void {
    clearTimeout(this.#timer);
    if (left === 0) return;
    const look = async (): Promise<void> => {
      const found = await this.calls.listExternalCalendars({ coach: this.coach }).catch(() => null);
      if (!this.isConnected) return;
      this.#calendars = found ?? this.#calendars;
      this.requestUpdate();
      const is = found?.find((calendar) => calendar.id === id);
      const isAhead = !found || (is && is.lastTriedAt === before);
      if (isAhead) this.#follow(id, before, left - 1);
      else if (left > 1) this.#follow(id, before, 1);
    };
    this.#timer = setTimeout(() => void look(), (this.constructor as typeof CalendarsInSection).every);
  }

  #put(calendar: Calendar): void {
    const others = this.#calendars ?? [];
    const isKnown = others.some(({ id }) => id === calendar.id);
    this.#calendars = isKnown
      ? others.map((other) => (other.id === calendar.id ? calendar : other))
      : [...others, calendar];
  }

  protected override sentenceOf(error: unknown): string {
    const { texts } = connectionTextsFor(pageLanguage());
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    if (error.code === 'URL_NOT_ALLOWED' || error.code === 'INVALID_REQUEST') return texts.urlRefused;
    if (error.code === 'RATE_LIMITED') return texts.tooOften;
    return super.sentenceOf(error);
  }

  readonly #connect = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const { texts } = connectionTextsFor(pageLanguage());
    const [name, url] = [String(given.get('name')).trim(), String(given.get('url')).trim()];
    const wrong = name === '' ? 'name' : /^(https|webcal):\/\/[^\s]+$/i.test(url) ? null : 'url';
    if (wrong) {
      this.tell('add', wrong === 'name' ? texts.nameMissing : texts.urlWrong, true);
      return void this.focusOn(`#new-${wrong}`);
    }
    void this.run('add', async () => {
      const policy = String(given.get('policy')) as Policy;
      const made = await this.calls.createExternalCalendar({ coach: this.coach, name, url, policy });
      form.reset();
      this.#put(made);
      this.#follow(made.id, made.lastTriedAt);
      return filled(texts.added, { name: isolated(made.name) });
    });
  };

  #refresh({ id, lastTriedAt }: Calendar): void {
    const { texts } = connectionTextsFor(pageLanguage());
    void this.run(id, async () => {
      this.#put(await this.calls.refreshExternalCalendar({ coach: this.coach, id }));
      this.#follow(id, lastTriedAt);
      return texts.reading;
    });
  }

  #change({ id, lastTriedAt }: Calendar, change: CalendarChange): void {
    const { texts } = connectionTextsFor(pageLanguage());
    void this.run(id, async () => {
      this.#put(await this.calls.updateExternalCalendar({ coach: this.coach, id, ...change }));
      this.#open = null;
      if (change.active) this.#follow(id, lastTriedAt);
      return texts.saved;
    });
  }

  #delete({ id, name }: Calendar): void {
    const { texts } = connectionTextsFor(pageLanguage());
    void this.run('add', async () => {
      await this.calls.deleteExternalCalendar({ coach: this.coach, id });
      this.#calendars = (this.#calendars ?? []).filter((other) => other.id !== id);
      this.#open = null;
      void this.focusOn('#title');
      return filled(texts.deleted, { name: isolated(name) });
    });
  }

  #show(id: string, as: OpenAs | null): void {
    const before = this.#open?.as;
    this.forget();
    this.#open = as && { id, as };
    this.requestUpdate();
    if (as === 'choose') return;
    const back = before === 'choose' ? `#choose-${id}` : `#edit-${id}`;
    void this.focusOn(as === null ? back : as === 'edit' ? `#name-${id}` : `#keep-${id}`);
  }

  #choice(calendar: Calendar): TemplateResult {
    const { id, lastTriedAt } = calendar;
    const chosen = ({ detail }: CustomEvent<Calendar>): void => {
      this.#put(detail);
      this.#show(id, null);
      this.#follow(id, lastTriedAt);
      this.tell(id, connectionTextsFor(pageLanguage()).texts.chosen);
    };
    return html`<coach-desk-calendar-choice
      .calls=${this.calls} .coach=${this.coach} .calendar=${calendar} @calendars-chosen=${chosen} @choice-left=${() => this.#show(id, null)}
    ></coach-desk-calendar-choice>`;
  }

  #policy(id: string, chosen: Policy): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    return html`<div class="field">
      <label for=${id}>${texts.policy}</label>
      <select id=${id} name="policy">
        ${policies.map((policy) => html`<option value=${policy} ?selected=${policy === chosen}>${texts[`policy_${policy}`]}</option>`)}
      </select>
    </div>`;
  }

  #editor(calendar: Calendar): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    const { id } = calendar;
    const save = (event: Event): void => {
      event.preventDefault();
      const given = new FormData(event.target as HTMLFormElement);
      const name = String(given.get('name')).trim();
      if (name === '') {
        this.tell(id, texts.nameMissing, true);
        return void this.focusOn(`#name-${id}`);
      }
      this.#change(calendar, { name, policy: String(given.get('policy')) as Policy, ...writingOf(calendar, given) });
    };
    return html`<form novalidate @submit=${save}>
      <div class="field">
        <label for="name-${id}">${texts.name}</label>
        <input id="name-${id}" name="name" maxlength="80" required .value=${calendar.name} />
      </div>
      ${this.#policy(`policy-${id}`, calendar.policy)} ${writingFields(calendar)}
      <div class="actions">
        <button type="submit" class="go" aria-disabled=${this.isBusy()}>${texts.save}</button>
        <button type="button" @click=${() => this.#show(id, null)}>${texts.cancel}</button>
      </div>
    </form>`;
  }

  #asked(calendar: Calendar): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    const { id, name } = calendar;
    return html`<p>${filled(texts.deleteAsked, { name: isolated(name) })}</p>
      <div class="actions">
        <button type="button" id="keep-${id}" @click=${() => this.#show(id, null)}>${texts.keep}</button>
        <button type="button" class="risky" aria-disabled=${this.isBusy()} @click=${() => this.#delete(calendar)}>${texts.delete}</button>
      </div>`;
  }

  #actions(calendar: Calendar): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    const { id, active, kind } = calendar;
    const button = (words: string, act: () => void, name?: string) =>
      html`<button type="button" id=${name ?? nothing} aria-describedby="called-${id}" aria-disabled=${this.isBusy()} @click=${act}>${words}</button>`;
    return html`<div class="actions">
      ${active ? button(this.isBusy(id) ? this.shared.busy : texts.readNow, () => this.#refresh(calendar)) : nothing}
      ${button(texts.edit, () => this.#show(id, 'edit'), `edit-${id}`)}
      ${kind === 'ics' ? nothing : button(texts.chooseAgain, () => this.#show(id, 'choose'), `choose-${id}`)}
      ${button(active ? texts.switchOff : texts.switchOn, () => this.#change(calendar, { active: !active }))}
      ${button(texts.delete, () => this.#show(id, 'delete'))}
    </div>`;
  }

  #calendar(calendar: Calendar): TemplateResult {
    const { id, name, host, calendars } = calendar;
    const open = this.#open?.id === id ? this.#open.as : null;
    const shown: Readonly<Record<OpenAs, () => TemplateResult>> = {
      edit: () => this.#editor(calendar),
      choose: () => this.#choice(calendar),
      delete: () => this.#asked(calendar),
    };
    return html`<li class="rule">
      <h3 id="called-${id}"><bdi>${name}</bdi></h3>
      <p class="quiet"><bdi dir="ltr">${host}</bdi></p>
      ${calendars ? html`<p class="quiet"><bdi>${calendars.map(({ name: called }) => called).join(', ')}</bdi></p>` : nothing}
      ${calendarFacts(calendar)} ${this.outcome(id)}
      ${open ? shown[open]() : this.#actions(calendar)}
    </li>`;
  }

  #form(): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    return html`<form novalidate autocomplete="off" aria-labelledby="add" @submit=${this.#connect}>
      <h3 id="add">${texts.addTitle}</h3>
      <div class="field">
        <label for="new-name">${texts.name}</label>
        <input id="new-name" name="name" maxlength="80" required placeholder=${texts.nameExample} />
      </div>
      <div class="field">
        <label for="new-url">${texts.url}</label>
        <input id="new-url" name="url" type="url" inputmode="url" dir="ltr" maxlength="2048" required spellcheck="false" aria-describedby="url-help" />
        <p id="url-help" class="quiet">${texts.urlHelp}</p>
      </div>
      ${whereToFind(texts)} ${this.#policy('new-policy', 'keep_last_good')} ${this.outcome('add')}
      <div class="actions"><button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('add') ? this.shared.busy : texts.add}</button></div>
    </form>`;
  }

  #account(): TemplateResult {
    const connected = ({ detail: made }: CustomEvent<Calendar>): void => {
      const { texts } = connectionTextsFor(pageLanguage());
      this.#put(made);
      this.#follow(made.id, made.lastTriedAt);
      this.tell('account', filled(texts.added, { name: isolated(made.name) }));
    };
    return html`<coach-desk-calendar-account
        .calls=${this.calls} .coach=${this.coach} .connected=${this.connected} @calendar-connected=${connected}
      ></coach-desk-calendar-account>
      ${this.outcome('account')}`;
  }

  #content(calendars: readonly Calendar[]): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    return html`${
      calendars.length === 0
        ? html`<p>${texts.none}</p>`
        : html`<ul>${calendars.map((calendar) => this.#calendar(calendar))}</ul>`
    }
      ${calendars.length >= AT_MOST ? html`<p>${texts.full}</p>${this.outcome('add')}` : [this.#form(), this.#account()]}`;
  }

  protected override render(): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    const calendars = this.#calendars;
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">${texts.title}</h2>
      <p class="quiet">${texts.text}</p>
      ${this.isBusy('read') ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
      ${!calendars && !this.isBusy('read') ? html`<div class="actions"><button type="button" @click=${this.#read}>${texts.readAgain}</button></div>` : nothing}
      ${calendars ? this.#content(calendars) : nothing}
    </section>`;
  }
}
