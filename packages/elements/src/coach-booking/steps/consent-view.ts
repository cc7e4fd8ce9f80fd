import { html, nothing } from 'lit';
import type { BookingFlowIntents, BookingFlowState } from '@coach-booking/sdk';
import type { View } from '../view.ts';

/** Raised with each change of the sentence in any language. */
const VERSION = 'widget-1';

/**
 * Renders the box by which the visitor agrees to be written to if the booking is not finished. Never ticked before, and
 * only where the coach asks.
 */
export function consentView(
  { say }: View,
  { coach, details, phase }: BookingFlowState,
  { setDetails }: BookingFlowIntents,
) {
  if (!coach?.captureIntents) return nothing;
  const text = say('consent', { coach: coach.name });
  const tick = (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    setDetails({ consent: checked ? { text, version: VERSION, channels: ['email'] } : null });
  };
  return html`<label class="consent" part="consent">
    <input id="consent" name="consent" type="checkbox" part="checkbox" autocomplete="off" ?disabled=${phase === 'confirming'} .checked=${!!details.consent} @change=${tick} />
    <span>${text}</span>
  </label>`;
}
