import { html, nothing, type TemplateResult } from 'lit';
import type { BookingWords } from '../../desk/bookings/booking-facts.ts';
import { bookingRow } from '../../desk/bookings/booking-row.ts';
import type { Booking } from '../../desk/bookings/calls.ts';
import { walkRows } from '../../desk/lists/walk-rows.ts';
import type { ListLoader } from '../../reading/list-loader.ts';
import { emptyView } from '../../ui/views.ts';
import { listFoot, waitingView } from '../parts.ts';
import { problemView } from '../problem.ts';
import type { AdminView } from '../view.ts';
import type { OpenBooking } from './open-booking.ts';

interface Rows {
  /** The name of the list. */
  readonly label: string;
  readonly words: BookingWords;
  readonly open: OpenBooking;
  /** The title and text shown where there is no booking. */
  readonly none: { readonly title: string; readonly text: string };
}

/** Renders a list of bookings, each opened by a press, in each of its states. */
export function bookingRows(
  view: AdminView,
  loader: ListLoader<Booking>,
  { label, words, open, none }: Rows,
): TemplateResult {
  const list = loader.$state.get();
  const { items, phase, problem, next } = list;
  if (phase === 'loading') return waitingView(view);
  return html`${items.length > 0 ? html`<ul class="rows" aria-label=${label} aria-busy=${phase === 'more'} @keydown=${walkRows}>${items.map((booking) => bookingRow(booking, words, () => open.show(booking)))}</ul>` : nothing}
    ${items.length === 0 && phase === 'ready' && !next ? emptyView(none) : nothing}
    ${problemView(view, problem, loader.retry)} ${listFoot(view, list, loader.more)}`;
}
