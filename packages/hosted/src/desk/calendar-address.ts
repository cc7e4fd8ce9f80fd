import type { LitElement, ReactiveController } from 'lit';
import type { NewBookingWish } from '@coach-booking/elements';
import { shownIn, type CalendarPlace } from './place.ts';
import { SPENT, type PlaceController } from './place-controller.ts';

/** The names of what a link fills in of a new booking. Personal data are no part of an address: a client is an id. */
const NEW = ['new', 'client', 'service', 'start'] as const;

/**
 * Keeps the address of the calendar's page: the view, the date and the open booking, which the calendar then shows
 * again after a reload and by the buttons of the browser; and opens the form of a new booking where a link asks for it.
 */
export class CalendarAddress implements ReactiveController {
  /** The state of the calendar, also while another page is open. */
  #shown: CalendarPlace = { view: '', date: '', booking: '' };
  #draft: NewBookingWish | undefined;
  /** Whether the calendar has shown anything yet, and which booking it has open. */
  #hasShown = false;
  #open = '';

  constructor(
    private readonly host: LitElement,
    private readonly where: PlaceController,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('coach-view-changed', this.#viewChanged);
    this.host.addEventListener('coach-booking-opened', this.#opened);
    this.host.addEventListener('coach-booking-closed', this.#closed);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('coach-view-changed', this.#viewChanged);
    this.host.removeEventListener('coach-booking-opened', this.#opened);
    this.host.removeEventListener('coach-booking-closed', this.#closed);
  }

  /** The state that the calendar is to have; it stays as it is while another page is open. */
  get shown(): CalendarPlace {
    return this.#shown;
  }

  /** The fields of a new booking that a link fills in: another object for each link. */
  get draft(): NewBookingWish | undefined {
    return this.#draft;
  }

  /** Whether the calendar is in the page, with a session. */
  get #isThere(): boolean {
    return !!this.host.renderRoot?.querySelector('coach-calendar')?.session;
  }

  hostUpdate(): void {
    const { page, isNew, coaches } = this.where.place;
    if (page !== 'calendar' || coaches.length > 0) return;
    if (isNew && this.#isThere) this.#begin();
    const asked = shownIn(this.where.place);
    if (asked.view || asked.date || asked.booking) this.#shown = asked;
    // A link to the calendar alone leads back to what it shows.
    else if (this.#shown.date && this.#isThere) this.#write(this.#shown, false);
  }

  /** Takes what a link fills in out of the address, so that a reload opens no second form. */
  #begin(): void {
    const query = this.where.query;
    const [clientId, serviceId, start] = ['client', 'service', 'start'].map((name) => query.get(name) ?? '');
    this.#draft = { ...(clientId && { clientId }), ...(serviceId && { serviceId }), ...(start && { start }) };
    this.#write(Object.fromEntries(NEW.map((name) => [name, ''])), false, SPENT);
  }

  readonly #viewChanged = ({ detail: { view, date } }: HTMLElementEventMap['coach-view-changed']): void => {
    const before = this.#shown;
    // The first view is what the address has led to, and so is the date of a booking that is being looked for.
    const isStep = this.#hasShown && this.#open === before.booking;
    this.#hasShown = true;
    if (view !== before.view || date !== before.date) this.#write({ ...before, view, date }, isStep);
  };

  readonly #opened = ({ detail: { id } }: HTMLElementEventMap['coach-booking-opened']): void => {
    const before = this.#shown;
    this.#open = id;
    if (before.booking !== id) this.#write({ ...before, booking: id }, before.booking === '');
  };

  readonly #closed = ({ detail: { id } }: HTMLElementEventMap['coach-booking-closed']): void => {
    if (this.#open === id) this.#open = '';
    if (this.#shown.booking === id) this.#write({ ...this.#shown, booking: '' }, false, SPENT);
  };

  /** Writes parts of the address, as a step to which the browser returns, or in place of the present one. */
  #write(parts: Partial<CalendarPlace>, isStep: boolean, mark: object | null = null): void {
    if ('view' in parts) this.#shown = parts as CalendarPlace;
    if (this.where.place.page !== 'calendar') return;
    this.where.write(parts as Readonly<Record<string, string>>, isStep, mark);
  }
}
