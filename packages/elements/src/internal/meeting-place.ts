import { html, nothing, type TemplateResult } from 'lit';
import type { MeetingPlace } from '@coach-booking/sdk';

/** Returns name and address of a place in one line, as calendars show and maps find it. */
export function placeText({ name, address }: MeetingPlace): string {
  return name ? `${name}, ${address}` : address;
}

/** Renders a place: its name if it has one, the address, and the way in. What people wrote keeps its own direction. */
export function placeView({ name, address, hint }: MeetingPlace): TemplateResult {
  return html`<span part="place">
    ${name ? html`<b><bdi>${name}</bdi></b><br />` : nothing}<bdi>${address}</bdi>${hint ? html`<br /><span class="quiet"><bdi>${hint}</bdi></span>` : nothing}
  </span>`;
}
