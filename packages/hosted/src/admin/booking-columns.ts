import type { Booking, Coach } from '@coach-booking/sdk';
import { html, nothing } from 'lit';
import { wallOf } from '@coach-booking/elements/internal/dates/wall';
import { hasExpired } from '@coach-booking/elements/internal/expired';
import { linkTo, type Column } from './parts.ts';
import type { AdminView } from './view.ts';

/** Returns the coaches as far as they have been read. */
export function coachesOf({ coaches }: AdminView): readonly Coach[] {
  const state = coaches.$state.get();
  return state.phase === 'ready' ? state.value : [];
}

/** Returns whether an id is the one that replaces an erased person. */
const isErased = (id: string): boolean => /^0+$/.test(id);

/**
 * Returns the columns of a list of bookings: time, attendee, coach, status. Coaches that are not in the list, such as
 * inactive ones, show their id.
 */
export function bookingColumns(view: AdminView): readonly Column<Booking>[] {
  const { say, format } = view;
  const coachOf = (id: string) => coachesOf(view).find((coach) => coach.id === id);
  const when = ({ start, end, placeNumber }: Booking) => {
    if (start)
      return html`<time datetime=${start}>${format.moment(start)}</time>${end ? html` – ${format.time(end)}` : nothing}`;
    return placeNumber ? `${say('noTime')} · ${say('place', { number: placeNumber })}` : say('noTime');
  };
  return [
    { title: say('when'), cell: when },
    {
      title: say('attendee'),
      cell: ({ attendee: { kind, id, name, email } }) =>
        html`${kind === 'client' ? linkTo(name, 'users', id) : html`${name} <span class="chip">${say('guest')}</span>`}
          <div class="quiet wide-text">
            ${email ?? (isErased(id) ? nothing : html`<a href="#people" @click=${() => view.$person.set(id)}>${say('exportOrErase')}</a>`)}
          </div>`,
    },
    { title: say('coach'), cell: ({ coachId }) => coachOf(coachId)?.name ?? html`<code>${coachId}</code>` },
    {
      title: say('status'),
      cell: (booking) =>
        html`<span class="chip ${booking.status}">${say(`status_${hasExpired(booking) ? 'expired' : booking.status}`)}</span>`,
    },
    { title: say('price'), cell: ({ price }) => (price ? format.money(price) : say('none')) },
    {
      title: say('action'),
      quietTitle: true,
      cell: ({ start, coachId, attendee }) => {
        const coach = coachOf(coachId);
        if (!coach || !start) return nothing;
        const text = html`<span aria-hidden="true">${say('openInCalendar')}</span><span class="vh">${say('openBookingOf', { name: attendee.name })}</span>`;
        return linkTo(text, 'calendars', coach.slug, { date: wallOf(start, coach.timeZone).date });
      },
    },
  ];
}
