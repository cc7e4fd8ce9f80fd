import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { isCoachBookingError } from '@coach-booking/sdk';
import { cityOf } from '@coach-booking/elements/internal/dates/zone';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { PageSection } from '../../page-section.ts';
import { meetingFormat } from '../meetings/meeting-format.ts';
import type { Calendar, Change, ConnectionCalls } from './calls.ts';
import { connectionTextsFor } from './texts/index.ts';

/** A booking that is different in a calendar. */
interface Shown {
  /** Its own among those that are shown. */
  readonly key: string;
  readonly calendar: Calendar;
  readonly change: Change;
}

/** Looks whether a booking was written, before the section leaves it to the next reading of the page. */
const LOOKS = 15;

/** Returns the name of the calendar that bookings are written into. */
const intoOf = ({ calendars, bookingCalendar, name }: Calendar): string =>
  calendars?.find(({ id }) => id === bookingCalendar)?.name ?? name;

const shownOf = (calendars: readonly Calendar[]): readonly Shown[] =>
  calendars
    .flatMap((calendar) =>
      calendar.changes.map((change) => ({ key: `${calendar.id}-${change.bookingId}`, calendar, change })),
    )
    .sort((a, b) => Date.parse(a.change.start) - Date.parse(b.change.start));

/** The bookings that somebody has moved or deleted in a calendar of the coach. Nothing without such calendars. */
export class ChangedSection extends PageSection {
  static override properties: PropertyDeclarations = {
    calls: { attribute: false },
    coach: { attribute: false },
    calendars: { attribute: false },
    calendarAt: { attribute: false },
  };

  /** Milliseconds between two looks; tests replace it. */
  static every = 2000;

  declare calls: ConnectionCalls;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  /** The coach's other calendars, as they were read last. */
  declare calendars: readonly Calendar[];
  /** Returns the address of the desk's calendar at a plain date. */
  declare calendarAt: (date: string) => string;

  #calendars: readonly Calendar[] = [];
  /** The coach's, once it is known. */
  #timeZone: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('calendars')) this.#calendars = this.calendars;
    if (this.#timeZone === undefined && shownOf(this.#calendars).length > 0) this.#readZone();
  }

  /** Reads the coach's time zone; without it the device's is used, which is named. */
  #readZone(): void {
    this.#timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const read = async (): Promise<void> => {
      const coach = await this.calls.getCoach({ coach: this.coach }).catch(() => null);
      this.#timeZone = coach?.timeZone ?? this.#timeZone;
      this.requestUpdate();
    };
    void read();
  }

  protected override sentenceOf(error: unknown): string {
    const { texts } = connectionTextsFor(pageLanguage());
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    if (error.code === 'NOT_ALLOWED_NOW') return texts.putBackBegun;
    if (error.code === 'BOOKING_NOT_FOUND' || error.code === 'EXTERNAL_CALENDAR_NOT_FOUND') return texts.changedGone;
    return super.sentenceOf(error);
  }

  #putBack({ key, calendar: { id }, change: { bookingId } }: Shown): void {
    void this.run(key, async () => {
      const now = await this.calls.putBackExternalEvent({ coach: this.coach, id, bookingId });
      this.#calendars = this.#calendars.map((other) => (other.id === id ? now : other));
      this.#follow();
      return null;
    });
  }

  /** Looks again while something is being written, quietly. */
  #follow(left = LOOKS): void {
    clearTimeout(this.#timer);
    const isWriting = shownOf(this.#calendars).some(({ change }) => change.state === 'putting_back');
    if (left === 0 || !isWriting) return;
    const look = async (): Promise<void> => {
      const found = await this.calls.listExternalCalendars({ coach: this.coach }).catch(() => null);
      if (!this.isConnected) return;
      if (found) this.#take(found);
      this.#follow(left - 1);
    };
    this.#timer = setTimeout(() => void look(), (this.constructor as typeof ChangedSection).every);
  }

  /** Shows calendars as they are by now, and which bookings are in them again. */
  #take(found: readonly Calendar[]): void {
    const { texts } = connectionTextsFor(pageLanguage());
    const after = new Set(shownOf(found).map(({ key }) => key));
    const written = shownOf(this.#calendars).find(
      ({ key, change }) => change.state === 'putting_back' && !after.has(key),
    );
    const hadFocus = written !== undefined && this.shadowRoot?.activeElement?.id === `put-${written.key}`;
    this.#calendars = found;
    if (written) {
      const [service, calendar] = [isolated(written.change.serviceTitle), isolated(intoOf(written.calendar))];
      this.tell('all', filled(texts.putBackDone, { service, calendar }));
    }
    this.requestUpdate();
    if (hadFocus) void this.focusOn('#changed');
  }

  #change(shown: Shown, language: string, timeZone: string): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    const { key, calendar, change } = shown;
    const { kind, state, serviceTitle, start, end, thereStart, thereEnd, since } = change;
    const { span } = meetingFormat(language, timeZone);
    const into = isolated(intoOf(calendar));
    const there =
      kind === 'moved' && thereStart !== undefined && thereEnd !== undefined
        ? filled(texts.changedMoved, { calendar: into, there: span(thereStart, thereEnd) })
        : filled(texts.changedDeleted, { calendar: into });
    const day = wallDate(start, timeZone).toISOString().slice(0, 10);
    const isOff = state === 'putting_back' || this.isBusy();
    const stateText = { changed: nothing, putting_back: texts.puttingBack, failed: texts.changedFailed }[state];
    const noticed = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
    return html`<li class="rule">
      <h3 id="changed-${key}"><bdi>${serviceTitle}</bdi> · ${span(start, end)}</h3>
      <p>${there}</p>
      <p class="quiet">${filled(texts.changedSince, { when: isolated(noticed.format(wallDate(since, timeZone))) })} <span role="status">${stateText}</span></p>
      ${this.outcome(key)}
      <div class="actions">
        <button
          type="button" id="put-${key}" aria-describedby="changed-${key}" aria-disabled=${isOff}
          @click=${() => (isOff ? undefined : this.#putBack(shown))}
        >${this.isBusy(key) ? this.shared.busy : texts.putBack}</button>
        <a href=${this.calendarAt(day)} aria-describedby="changed-${key}">${texts.showInCalendar}</a>
      </div>
    </li>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { language, texts } = connectionTextsFor(pageLanguage());
    // Nothing can be said of one that was never read.
    const isRead = ({ writeBookings, lastGoodAt }: Calendar) => writeBookings && lastGoodAt !== undefined;
    if (!this.#calendars.some((calendar) => isRead(calendar) || calendar.changed > 0)) return nothing;
    const shown = shownOf(this.#calendars);
    const more = this.#calendars.reduce((sum, { changed }) => sum + changed, 0) - shown.length;
    const timeZone = this.#timeZone ?? 'UTC';
    return html`<section aria-labelledby="changed">
      <h2 id="changed" tabindex="-1">${texts.changedTitle}</h2>
      ${
        shown.length === 0
          ? html`<p class="quiet">${texts.changedNone}</p>`
          : html`<p class="quiet">${filled(texts.changedText, { zone: isolated(cityOf(timeZone)) })}</p>`
      }
      ${this.outcome('all')}
      ${shown.length === 0 ? nothing : html`<ul>${shown.map((one) => this.#change(one, language, timeZone))}</ul>`}
      ${more > 0 ? html`<p>${filled(texts.changedMore, { count: new Intl.NumberFormat(language).format(more) })}</p>` : nothing}
    </section>`;
  }
}
