import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { row } from '../../desk/bookings/booking-facts.ts';
import { bookingPanel, defineBookingPanel } from '../../desk/bookings/booking-panel.ts';
import type { Booking, Staff } from '../../desk/bookings/calls.ts';
import type { DeskPageProperties } from '../../desk/page-properties.ts';
import { coachesOf } from '../coaches-of.ts';
import { hashOf } from '../route.ts';
import type { AdminView } from '../view.ts';

/** Returns whether an id is the one that replaces an erased person. */
const isErased = (id: string): boolean => /^0+$/.test(id);

/** The booking of a list that is open beside it, and the teams that are named in the list. */
export class OpenBooking implements ReactiveController {
  #open: Booking | null = null;
  /** The names of the members of teams that were read, by id. */
  readonly #names = new Map<string, string>();
  readonly #read = new Set<string>();

  /** `changed` is called after every step that was done. */
  constructor(
    private readonly host: LitElement,
    private readonly view: () => AdminView,
    private readonly changed: () => void,
  ) {
    defineBookingPanel();
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = null;
  }

  /** Opens a booking; null closes it. */
  show(booking: Booking | null): void {
    this.#open = booking;
    this.host.requestUpdate();
    if (booking?.staffId) void this.readTeams([booking.coachId]);
  }

  readonly coachName = (id: string): string => coachesOf(this.view()).find((coach) => coach.id === id)?.name ?? id;

  readonly staffName = (id: string): string => this.#names.get(id) ?? '';

  /** Reads the teams of coaches, each once. A name that cannot be read stays away. */
  async readTeams(coachIds: readonly string[]): Promise<void> {
    const missing = [...new Set(coachIds)].filter((id) => !this.#read.has(id));
    for (const coach of missing) if ((await this.team(coach)).length > 0) this.#read.add(coach);
    if (missing.length > 0) this.host.requestUpdate();
  }

  /** Returns the team of a coach (id or slug); an empty one where it cannot be read. */
  async team(coach: string): Promise<readonly Staff[]> {
    const staff = await this.view()
      .calls.listStaff({ coach })
      .catch(() => []);
    for (const { id, name } of staff) this.#names.set(id, name);
    return staff;
  }

  /** Pages of the desk that the panel leads to are these of the administration. */
  #addressTo(coachId: string): DeskPageProperties['addressTo'] {
    const slug = coachesOf(this.view()).find(({ id }) => id === coachId)?.slug ?? coachId;
    return (page, { item = '', query = {} } = {}) =>
      page === 'clients' ? hashOf('users', item) : hashOf('calendars', slug, query);
  }

  #rows({ coachId, attendee: { kind, id, email } }: Booking): TemplateResult {
    const { say, $person } = this.view();
    // An address is passed in memory, not in the address bar; a guest without one by the id.
    const handOver = () => $person.set(email ?? id);
    const person = html`<a href="#people" @click=${handOver}>${say('exportOrErase')}</a>`;
    return html`${row(say('coach'), html`<bdi>${this.coachName(coachId)}</bdi>`)}
      ${kind === 'client' || isErased(id) ? nothing : row(say('guest'), person)}`;
  }

  /** Renders the panel of the booking that is open, by the clock of a zone (IANA). */
  panel(timeZone: string): TemplateResult | typeof nothing {
    const booking = this.#open;
    if (!booking) return nothing;
    const { calls } = this.view();
    const given = {
      calls,
      coach: booking.coachId,
      timeZone,
      staffName: (id: string) => this.staffName(id),
      addressTo: this.#addressTo(booking.coachId),
      more: this.#rows(booking),
    };
    return bookingPanel(booking, given, {
      changed: (now) => {
        this.#open = this.#open && now;
        this.changed();
      },
      closed: () => this.show(null),
    });
  }
}
