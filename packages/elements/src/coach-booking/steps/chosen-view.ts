import { html, type TemplateResult } from 'lit';
import type { PickableSlot } from '@coach-booking/sdk';
import { cityOf } from '../../internal/dates/zone.ts';
import { timesText } from '../../internal/dates/zone-mark.ts';
import type { View } from '../view.ts';
import { fullText } from './moments.ts';

/** Renders the chosen time. */
export function chosenView({ format }: View, { start, end }: PickableSlot): TemplateResult {
  return html`<p class="chosen" part="chosen" translate="no"><b>${fullText(format, start)}</b>${timesText(format, start, end)} <span class="quiet">${cityOf(format.timeZone)}</span></p>`;
}
