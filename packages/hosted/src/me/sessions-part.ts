import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError, learnZones } from '@coach-booking/sdk';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { textField } from '@coach-booking/elements/internal/fields';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { chipView, skeletonView } from '../ui/views.ts';
import type { BookedCoach, OwnBooking } from './calls.ts';
import { MeSection } from './me-section.ts';
import { dayText, spanText } from './own-format.ts';

/** Bookings that are read at a time. */
const AT_A_TIME = 50;

/** Until one of these, a booking can be moved and cancelled. */
const isOpen = ({ status }: OwnBooking): boolean => ['pending', 'scheduled', 'confirmed'].includes(status);

/** The bookings of a client: those to come, which can be moved and cancelled, and earlier ones, to book again. */
export class MeSessions extends MeSection {
  static override properties: PropertyDeclarations = { ...MeSection.properties, bookAt: { attribute: false } };

  /** The clock; tests set it. */
  static now: () => number = Date.now;

  /** Returns the address at which a coach is booked. */
  declare bookAt: (coach: string, service?: string) => string;

  #bookings: readonly OwnBooking[] | null = null;
  #cursor: string | null = null;
  readonly #coaches = new Map<string, BookedCoach>();
  /** The booking whose form is open. */
  #open: { readonly id: string; readonly act: 'cancel' | 'move' } | null = null;
  #reason = '';

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(this.#read);
  }

  readonly #read = (): void =>
    void this.run('read', async () => {
      learnZones((await this.calls.getMe({ timeZone: deviceZone() })).zones);
      this.#bookings = null;
      await this.#readPage(undefined);
      return null;
    });

  async #readPage(cursor: string | undefined): Promise<void> {
    const page = { limit: AT_A_TIME, order: 'desc', ...(cursor && { cursor }) } as const;
    const { items, nextCursor } = await this.calls.listMyBookings(page);
    const unknown = new Set(items.map(({ coachId }) => coachId).filter((id) => !this.#coaches.has(id)));
    // The sessions are shown without a name where a coach works here no longer.
    const found = await Promise.all([...unknown].map((coach) => this.calls.getCoach({ coach }).catch(() => null)));
    for (const coach of found) if (coach) this.#coaches.set(coach.id, coach);
    this.#bookings = [...(this.#bookings ?? []), ...items];
    this.#cursor = nextCursor;
  }

  readonly #more = (): void =>
    void this.run('more', async () => {
      await this.#readPage(this.#cursor ?? undefined);
      return null;
    });

  #isAhead({ status, end }: OwnBooking): boolean {
    const { now } = this.constructor as typeof MeSessions;
    return status !== 'cancelled' && (end === undefined || Date.parse(end) > now());
  }

  #begin(id: string, act: 'cancel' | 'move'): void {
    this.#open = { id, act };
    this.#reason = '';
    this.forget();
    this.requestUpdate();
    void this.focusOn(act === 'cancel' ? '#reason' : 'coach-me-move');
  }

  readonly #close = (): void => {
    const id = this.#open?.id;
    this.#open = null;
    this.requestUpdate();
    if (id) void this.focusOn(`[data-booking="${id}"] button`);
  };

  #replace(changed: OwnBooking): void {
    this.#bookings = (this.#bookings ?? []).map((each) => (each.id === changed.id ? changed : each));
    this.#open = null;
  }

  #cancel({ id, version }: OwnBooking): void {
    const reason = this.#reason.trim();
    void this.run(id, async () => {
      this.#replace(await this.calls.cancelBooking({ id, version, ...(reason && { reason }) }));
      return this.texts.cancelled;
    });
  }

  #moved(event: CustomEvent<OwnBooking>): void {
    const booking = event.detail;
    this.#replace(booking);
    this.tell(booking.id, booking.status === 'pending' ? this.texts.movedAsked : this.texts.moved);
  }

  protected override sentenceOf(error: unknown): string {
    const isChanged =
      isCoachBookingError(error) && ['VERSION_CONFLICT', 'NOT_ALLOWED_NOW', 'BOOKING_NOT_FOUND'].includes(error.code);
    return isChanged ? this.texts.changedMeanwhile : super.sentenceOf(error);
  }

  #cancelForm(booking: OwnBooking): TemplateResult {
    const { texts } = this;
    const submit = (event: Event): void => {
      event.preventDefault();
      this.#cancel(booking);
    };
    return html`<form @submit=${submit}>
      ${textField({ id: 'reason', label: texts.reason, value: this.#reason, maxLength: 500, input: (value) => (this.#reason = value) })}
      <div class="actions">
        <button type="submit" class="go danger" aria-disabled=${this.isBusy()}>${this.isBusy(booking.id) ? this.shared.busy : texts.cancelNow}</button>
        <button type="button" @click=${this.#close}>${texts.keep}</button>
      </div>
    </form>`;
  }

  #actions(booking: OwnBooking, isAhead: boolean): TemplateResult {
    const { texts } = this;
    const { id, coachId, serviceId, start, video } = booking;
    const coach = this.#coaches.get(coachId);
    const canChange = isAhead && isOpen(booking);
    const again = coach?.active !== false && coach ? this.bookAt(coach.slug, serviceId) : null;
    return html`<div class="actions">
      ${isAhead && video ? html`<a class="button go" href=${video.joinUrl} target="_blank" rel="noopener">${texts.join}</a>` : nothing}
      ${canChange && start ? html`<button type="button" @click=${() => this.#begin(id, 'move')}>${texts.move}</button>` : nothing}
      ${canChange ? html`<button type="button" @click=${() => this.#begin(id, 'cancel')}>${texts.cancel}</button>` : nothing}
      ${!isAhead && again ? html`<a class="button" href=${again}>${texts.again}</a>` : nothing}
    </div>`;
  }

  #booking(booking: OwnBooking): TemplateResult {
    const { texts } = this;
    const { id, coachId, serviceTitle, start, end, status, place } = booking;
    const isAhead = this.#isAhead(booking);
    const coach = this.#coaches.get(coachId);
    const act = this.#open?.id === id ? this.#open.act : null;
    return html`<li class="card-row" data-booking=${id}>
      <h3><bdi>${serviceTitle}</bdi>${coach ? html` · <bdi>${coach.name}</bdi>` : nothing}</h3>
      <p>${start && end ? html`${dayText(start)} · <span class="once">${spanText(start, end)}</span>` : texts.noTime} ${chipView(status, texts[`status_${status}`])}</p>
      ${place?.address && isAhead ? html`<p class="quiet"><bdi>${place.address}</bdi></p>` : nothing}
      ${this.outcome(id)}
      ${act === 'cancel' ? this.#cancelForm(booking) : nothing}
      ${act === 'move' ? html`<coach-me-move .session=${this.session} .booking=${booking} @me-moved=${this.#moved} @me-closed=${this.#close}></coach-me-move>` : nothing}
      ${act ? nothing : this.#actions(booking, isAhead)}
    </li>`;
  }

  #list(heading: string, bookings: readonly OwnBooking[], empty: unknown): TemplateResult {
    return html`<section aria-label=${heading}>
      <h2>${heading}</h2>
      ${bookings.length > 0 ? html`<ul>${bookings.map((each) => this.#booking(each))}</ul>` : empty}
    </section>`;
  }

  #known(bookings: readonly OwnBooking[]): TemplateResult {
    const { texts } = this;
    const ahead = bookings.filter((each) => this.#isAhead(each)).reverse();
    const past = bookings.filter((each) => !this.#isAhead(each));
    const [last] = past.map(({ coachId }) => this.#coaches.get(coachId)).filter((coach) => coach?.active);
    const nothingAhead = html`<p>${texts.nothingAhead}</p>
      ${last ? html`<p><a class="button go" href=${this.bookAt(last.slug)}>${filled(texts.bookWith, { coach: isolated(last.name) })}</a></p>` : nothing}`;
    return html`${this.#list(texts.ahead, ahead, nothingAhead)}
      ${past.length > 0 ? this.#list(texts.past, past, nothing) : nothing}
      ${this.#cursor ? html`<p><button type="button" aria-disabled=${this.isBusy()} @click=${this.#more}>${texts.more}</button></p>` : nothing}
      ${this.outcome('more')}`;
  }

  protected override render(): TemplateResult {
    if (this.#bookings) return this.#known(this.#bookings);
    if (this.isBusy('read')) return skeletonView(this.shared.busy, 6);
    return html`${this.outcome('read')}<p><button type="button" class="go" @click=${this.#read}>${this.shared.retry}</button></p>`;
  }
}
