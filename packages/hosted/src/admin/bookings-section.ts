import { html, type TemplateResult } from 'lit';
import type { Booking, BookingStatus } from '@coach-booking/sdk';
import { addDays } from '@coach-booking/time/dates';
import { instantOf } from '@coach-booking/elements/internal/dates/wall';
import { bookingColumns, coachesOf } from './booking-columns.ts';
import { filterCheck, filterForm, filterInput, filterSelect } from './filters.ts';
import { ListLoader } from '../reading/list-loader.ts';
import { headingView, listView } from './parts.ts';
import type { Route } from './route.ts';
import { Section } from './section.ts';
import type { AdminView } from './view.ts';

const statuses = [
  'pending',
  'scheduled',
  'confirmed',
  'in_progress',
  'completed',
  'no_show',
  'cancelled',
] as const satisfies readonly BookingStatus[];

const isDate = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

/**
 * Returns the range of instants of the plain dates `from` and `to` of a route, the last one included, in the page's
 * zone by the server's offsets.
 */
export async function edgesOf(
  { query: { from, to } }: Route,
  { offsets, format: { timeZone } }: AdminView,
): Promise<{ from?: string; to?: string }> {
  if (from || to) await offsets;
  return {
    ...(isDate(from) && { from: instantOf({ date: from, time: '00:00' }, timeZone) }),
    ...(isDate(to) && { to: instantOf({ date: addDays(to, 1), time: '00:00' }, timeZone) }),
  };
}

/** `#bookings`: the bookings of all coaches, by coach, status and date. */
export class AdminBookings extends Section {
  readonly #list = new ListLoader<Booking>();

  constructor() {
    super();
    this.follow(this.#list.$state);
  }

  protected override begin(): void {
    this.follow(this.view.coaches.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list.stop();
  }

  protected override read(): void {
    const { route, view } = this;
    const { query } = route;
    const given = {
      ...(query['status'] && { status: query['status'] }),
      ...(query['coach'] && { coachId: query['coach'] }),
      ...(query['staff'] && { staffId: query['staff'] }),
      ...(query['attendee'] && { attendeeId: query['attendee'] }),
      ...(query['timeless'] && { timeless: 'true' as const }),
      order: query['order'] === 'asc' ? ('asc' as const) : ('desc' as const),
    };
    void this.#list.start(async (cursor, signal) =>
      view.calls.listBookings({ ...given, ...(await edgesOf(route, view)), ...cursor }, { signal }),
    );
  }

  #filters(): unknown {
    const { view, route } = this;
    const { say } = view;
    const { query } = route;
    const all = coachesOf(view);
    // A link may have the slug; the choice has ids.
    const coach = all.find(({ slug }) => slug === query['coach'])?.id ?? query['coach'];
    const coaches = all.map(({ id, name }) => [id, name] as const);
    const unknown = coach && !coaches.some(([id]) => id === coach) ? [[coach, coach] as const] : [];
    const chosen = query['status']?.split(',') ?? [];
    return [
      filterSelect('coach', say('coach'), coach, [['', say('all')], ...coaches, ...unknown]),
      filterInput('from', say('from'), query['from'], { type: 'date' }),
      filterInput('to', say('to'), query['to'], { type: 'date' }),
      filterSelect('order', say('order'), query['order'] ?? 'desc', [
        ['desc', say('order_desc')],
        ['asc', say('order_asc')],
      ]),
      html`<fieldset>
        <legend>${say('status')}</legend>
        <div class="checks">${statuses.map((status) => filterCheck('status', status, say(`status_${status}`), chosen.includes(status)))}</div>
      </fieldset>`,
      filterCheck('timeless', 'true', say('timeless'), query['timeless'] === 'true'),
      // Filters of a link that no field shows.
      ['attendee', 'staff'].map((name) =>
        query[name] ? html`<input type="hidden" name=${name} .value=${query[name]} />` : '',
      ),
    ];
  }

  protected override render(): TemplateResult {
    const { view, route } = this;
    const { say, format } = view;
    return html`${headingView(say('bookings'), `${say('bookingsText')} ${say('zone', { zone: format.timeZone })}`)}
    ${filterForm(view, route, this.#filters())}
    ${listView(view, this.#list.$state.get(), {
      label: say('bookings'),
      columns: bookingColumns(view),
      empty: 'noBookings',
      more: this.#list.more,
      retry: this.#list.retry,
    })}`;
  }
}
