import { html, type TemplateResult } from 'lit';
import type { PickableSlot } from '@coach-booking/sdk';
import type { View } from '../view.ts';
import { fullText } from './moments.ts';

/** When it will be. */
export function chosenView({ format }: View, { start, end }: PickableSlot): TemplateResult {
  return html`<p class="chosen" part="chosen"><b>${fullText(format, start)}</b>${format.time(start)} – ${format.time(end)}</p>`;
}
