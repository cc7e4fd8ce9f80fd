import { html, nothing, type TemplateResult } from 'lit';
import type { Booking } from '@coach-booking/sdk';

type Joined = Pick<Booking, 'status' | 'video'>;

/** Returns the link by which a session that is going to take place is joined. */
export function joinUrlOf({ status, video }: Joined): string | undefined {
  return ['scheduled', 'confirmed', 'in_progress'].includes(status) ? video?.joinUrl : undefined;
}

type Say = (key: 'join' | 'joinPreparing' | 'joinFailed' | 'joinPassword', values?: Record<string, string>) => string;

/** Renders the link to join a session on a line of its own, with its password, or why it does not lead there yet. */
export function joinView(say: Say, booking: Joined): TemplateResult | typeof nothing {
  const url = joinUrlOf(booking);
  if (!url) return nothing;
  const { state, password } = booking.video!;
  const note =
    state === 'preparing'
      ? say('joinPreparing')
      : state === 'failed'
        ? say('joinFailed')
        : password && say('joinPassword', { password });
  return html`<br /><a href=${url} target="_blank" rel="noopener noreferrer" part="link">${say('join')}</a>${note && html`<br /><span class="quiet">${note}</span>`}`;
}
