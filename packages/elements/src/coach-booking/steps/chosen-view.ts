import { html, nothing, type TemplateResult } from 'lit';
import type { PickableSlot, Service } from '@coach-booking/sdk';
import { cityOf } from '../../internal/dates/zone.ts';
import { timesText } from '../../internal/dates/zone-mark.ts';
import type { View } from '../view.ts';
import { fullText } from './moments.ts';

/** Renders the chosen time with its zone, and what it costs. */
export function chosenView(
  { say, format }: View,
  { start, end }: PickableSlot,
  service: Service | null = null,
): TemplateResult {
  const price = service?.price;
  return html`<section class="chosen" part="chosen" translate="no"><b>${fullText(format, start)}</b><span><span class="once">${timesText(format, start, end)}</span> <span class="quiet">${cityOf(format.timeZone)}</span></span>${price ? html`<b>${price.amount ? format.money(price) : say('free')}</b>` : nothing}</section>`;
}
