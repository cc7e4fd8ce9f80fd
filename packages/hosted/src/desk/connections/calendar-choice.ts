import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError } from '@coach-booking/sdk';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { PageSection } from '../../page-section.ts';
import { accountRefusal } from './account-refusal.ts';
import type { Calendar, CalendarChange, ConnectionCalls, FoundCalendar } from './calls.ts';
import { connectionTextsFor } from './texts/index.ts';

/**
 * Chooses the calendars of an account again. The one that bookings are written into stays chosen. Dispatches
 * `calendars-chosen` with the calendar as it is then, and `choice-left`.
 */
export class CalendarChoice extends PageSection {
  static override properties: PropertyDeclarations = {
    calls: { attribute: false },
    coach: { attribute: false },
    calendar: { attribute: false },
  };

  declare calls: ConnectionCalls;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  /** The account whose calendars are chosen. */
  declare calendar: Calendar;

  /** Those of the account; null until it has answered. */
  #found: readonly FoundCalendar[] | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#find();
  }

  protected override sentenceOf(error: unknown): string {
    const { texts } = connectionTextsFor(pageLanguage());
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    // The password is changed beside this.
    if (error.code === 'CALENDAR_ACCOUNT_FAILED' && error.details.reason === 'REVOKED')
      return this.calendar.kind === 'caldav' ? texts.error_REVOKED : texts.error_REVOKED_connected;
    return accountRefusal(error, texts, this.calendar.kind !== 'caldav') ?? super.sentenceOf(error);
  }

  readonly #find = (): void => {
    const found = this.run('find', async () => {
      const { calls, coach, calendar } = this;
      this.#found = await calls.listAccountCalendars({ coach, id: calendar.id });
      return null;
    });
    void found.then(() => this.focusOn(this.#found ? '#choice' : '.go'));
  };

  readonly #leave = (): void => void this.dispatchEvent(new CustomEvent('choice-left'));

  /** The one that takes bookings, where the account still has it. */
  get #target(): string | undefined {
    const { bookingCalendar } = this.calendar;
    return this.#found?.some(({ id }) => id === bookingCalendar) ? bookingCalendar : undefined;
  }

  /** Returns where bookings are written where the calendar that took them is gone. */
  #writing(chosen: readonly FoundCalendar[]): CalendarChange {
    if (!this.calendar.writeBookings || this.#target !== undefined) return {};
    const into = chosen.find(({ isWritable }) => isWritable);
    return into ? { bookingCalendar: into.id } : { writeBookings: false };
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement).getAll('calendar').map(String);
    const ids = new Set([...given, this.#target]);
    const chosen = (this.#found ?? []).filter(({ id }) => ids.has(id));
    if (chosen.length === 0) {
      this.tell('save', connectionTextsFor(pageLanguage()).texts.chooseOne, true);
      return void this.focusOn('[name=calendar]');
    }
    void this.run('save', async () => {
      const { calls, coach, calendar } = this;
      const calendars = chosen.map(({ id, name }) => ({ id, name }));
      const change = { calendars, ...this.#writing(chosen) };
      const detail = await calls.updateExternalCalendar({ coach, id: calendar.id, ...change });
      this.dispatchEvent(new CustomEvent('calendars-chosen', { detail }));
      return null;
    });
  };

  #box({ id, name }: FoundCalendar): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    const isTarget = id === this.#target;
    const isChosen = this.calendar.calendars?.some((one) => one.id === id) ?? false;
    return html`<label>
      <input type="checkbox" name="calendar" value=${id} ?checked=${isChosen || isTarget} ?disabled=${isTarget} />
      <span><bdi>${name}</bdi>${isTarget ? html` <span class="quiet">(${texts.takesBookings})</span>` : nothing}</span>
    </label>`;
  }

  /** Names those that were chosen and that the account has no more. */
  #gone(found: readonly FoundCalendar[]): TemplateResult | typeof nothing {
    const { language, texts } = connectionTextsFor(pageLanguage());
    const gone = (this.calendar.calendars ?? []).filter(({ id }) => !found.some((one) => one.id === id));
    if (gone.length === 0) return nothing;
    const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(gone.map(({ name }) => isolated(name)));
    return html`<p>${filled(texts.chosenGone, { names })}</p>`;
  }

  protected override render(): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    const found = this.#found;
    const cancel = html`<button type="button" @click=${this.#leave}>${texts.cancel}</button>`;
    if (!found)
      return html`${this.isBusy('find') ? html`<p role="status">${texts.chooseReading}</p>` : nothing} ${this.outcome('find')}
        <div class="actions">
          ${this.isBusy() ? nothing : html`<button type="button" class="go" @click=${this.#find}>${texts.readAgain}</button>`} ${cancel}
        </div>`;
    return html`<form novalidate @submit=${this.#save}>
      <fieldset class="choices">
        <legend id="choice" tabindex="-1">${texts.choose}</legend>
        ${found.map((one) => this.#box(one))}
      </fieldset>
      ${this.#gone(found)} ${this.outcome('save')}
      <div class="actions">
        <button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('save') ? this.shared.busy : texts.save}</button>
        ${cancel}
      </div>
    </form>`;
  }
}
