import { html, nothing, type TemplateResult } from 'lit';
import type { Booking } from '@coach-booking/sdk';

type Joined = Pick<Booking, 'status' | 'video'>;

/** Returns the link by which a session that is going to take place is joined. */
export function joinUrlOf({ status, video }: Joined): string | undefined {
  return ['scheduled', 'confirmed', 'in_progress'].includes(status) ? video?.joinUrl : undefined;
}

/** Renders the link to join a session on a line of its own. */
export function joinView(words: string, booking: Joined): TemplateResult | typeof nothing {
  const url = joinUrlOf(booking);
  return url ? html`<br /><a href=${url} target="_blank" rel="noopener noreferrer" part="link">${words}</a>` : nothing;
}
