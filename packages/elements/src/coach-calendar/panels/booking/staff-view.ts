import { html, nothing } from 'lit';
import type { BookingContext } from './booking-form.ts';
import { selectField } from '../../../internal/fields.ts';
import { staffName } from '../parts/texts.ts';

/**
 * Renders the person who runs the booking: chosen from the team, or the coach. A finished booking only names the
 * person.
 */
export function staffView({ view, state, flow, booking, busy }: BookingContext): unknown {
  const { say } = view;
  const name = staffName(view, state, booking);
  const available = state.team.filter(({ active, id }) => active || id === booking.staffId);
  const over = ['completed', 'no_show', 'cancelled'].includes(booking.status);
  if (available.length === 0 || over) return name ? html`<p>${say('staff')}: <b>${name}</b></p>` : nothing;
  const others =
    available.some(({ id }) => id === booking.staffId) || !booking.staffId
      ? []
      : [[booking.staffId, name ?? ''] as const];
  return selectField({
    id: 'booking-staff',
    label: say('staff'),
    value: booking.staffId ?? '',
    busy,
    options: [
      ['', state.coach?.name ?? say('staffNone')],
      ...others,
      ...available.map((member) => [member.id, member.name] as const),
    ],
    change: (staffId) => void flow.assign(booking.id, staffId || null),
  });
}
