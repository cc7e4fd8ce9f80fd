import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError, learnZones, type OutputOf } from '@coach-booking/sdk';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { DAY } from '@coach-booking/time/units';
import type { OwnBooking } from './calls.ts';
import { MeSection } from './me-section.ts';
import { dayText, timeText } from './own-format.ts';

type Slots = OutputOf<'listSlots'>;

const TAKEN = new Set(['SLOT_TAKEN', 'TIME_BLOCKED', 'HOLD_GONE', 'OUTSIDE_HOURS', 'TOO_SOON', 'TOO_FAR', 'OFF_GRID']);

/** Returns the plain date of an instant, at the clock of this device. */
const dateOf = (instant: string): string => wallDate(instant, deviceZone()).toISOString().slice(0, 10);

/**
 * The free times of one day to which a booking can move. Fires `me-moved` with the booking as it is then, and
 * `me-closed`.
 */
export class MeMove extends MeSection {
  static override properties: PropertyDeclarations = { ...MeSection.properties, booking: { attribute: false } };

  declare booking: OwnBooking;

  #date = '';
  #slots: Slots | null = null;
  #start = '';

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(() => this.#show(dateOf(this.booking.start!)));
  }

  override focus(): void {
    void this.focusOn('input');
  }

  #show(date: string): void {
    if (date === '') return;
    this.#date = date;
    this.#start = '';
    this.#slots = null;
    const { id, coachId, serviceId } = this.booking;
    // A day of this device touches two days of the coach at most.
    const day = Date.parse(`${date}T00:00:00Z`);
    const [from, to] = [day - DAY, day + 2 * DAY].map((at) => new Date(at).toISOString()) as [string, string];
    void this.run('slots', async () => {
      const timeZone = deviceZone();
      const of = { coach: coachId, forBooking: id, from, to, timeZone, ...(serviceId && { serviceId }) };
      const found = await this.calls.listSlots(of);
      learnZones(found.zones);
      this.#slots = found;
      return null;
    });
  }

  #move(): void {
    const start = this.#start;
    const { id, version } = this.booking;
    void this.run('move', async () => {
      const detail = await this.calls.rescheduleBooking({ id, version, start });
      this.dispatchEvent(new CustomEvent('me-moved', { detail }));
      return null;
    });
  }

  protected override sentenceOf(error: unknown): string {
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    if (TAKEN.has(error.code)) return this.texts.timeGone;
    return error.code === 'VERSION_CONFLICT' || error.code === 'NOT_ALLOWED_NOW'
      ? this.texts.changedMeanwhile
      : super.sentenceOf(error);
  }

  #times({ slots, nextAvailable }: Slots): TemplateResult {
    const { texts } = this;
    const here = slots.filter(({ start }) => dateOf(start) === this.#date);
    const choose = (start: string): void => {
      this.#start = start;
      this.requestUpdate();
    };
    const [later] = slots.filter(({ start }) => dateOf(start) > this.#date);
    const next = later?.start ?? nextAvailable;
    if (here.length > 0)
      return html`<div class="times" role="group" aria-label=${texts.times}>
        ${here.map(({ start }) => html`<button type="button" aria-pressed=${this.#start === start} @click=${() => choose(start)}>${timeText(start)}</button>`)}
      </div>`;
    return html`<p>${texts.noneThatDay}</p>
      ${next ? html`<p><button type="button" @click=${() => this.#show(dateOf(next))}>${filled(texts.nextFree, { day: dayText(next) })}</button></p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const close = (): boolean => this.dispatchEvent(new CustomEvent('me-closed'));
    const pick = (event: Event): void => this.#show((event.target as HTMLInputElement).value);
    return html`<div class="stack">
      <div class="field short"><label for="date">${texts.newDay}</label><input id="date" type="date" .value=${this.#date} @change=${pick} /></div>
      <div aria-live="polite" aria-busy=${this.isBusy('slots')}>
        ${this.#slots ? this.#times(this.#slots) : this.isBusy('slots') ? html`<p>${this.shared.busy}</p>` : nothing}
      </div>
      ${this.outcome('slots')} ${this.outcome('move')}
      <div class="actions">
        ${this.#start ? html`<button type="button" class="go" aria-disabled=${this.isBusy()} @click=${() => this.#move()}>${this.isBusy('move') ? this.shared.busy : filled(texts.moveTo, { time: `${dayText(this.#start)}, ${timeText(this.#start)}` })}</button>` : nothing}
        <button type="button" @click=${close}>${texts.keepTime}</button>
      </div>
    </div>`;
  }
}
