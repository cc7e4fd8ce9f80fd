import { html, nothing, type TemplateResult } from 'lit';
import type { PickableSlot, SlotsState } from '@coach-booking/sdk';
import { firstFreeDay } from '../month.ts';
import type { Picker, PickerIntents } from '../picker.ts';
import type { View } from '../view.ts';
import { reasonPhrase } from './reasons.ts';
import { momentText } from './moments.ts';

/**
 * Returns the reason why a shown day has no free slot, as a block code: `booked` when other visitors have them, `break`
 * when it is all break, `unavailable` when the coach is away or it is too late, `outside_hours` when there are no
 * starts at all. Null when one is free.
 */
export function dayReason(slots: readonly PickableSlot[]): 'booked' | 'break' | 'unavailable' | 'outside_hours' | null {
  const has = (status: PickableSlot['status']) => slots.some((slot) => slot.status === status);
  if (has('available')) return null;
  return has('booked') ? 'booked' : has('unavailable') ? 'unavailable' : has('break') ? 'break' : 'outside_hours';
}

/**
 * Renders the reason why the shown day, or the whole month when there is no day to show, has no free slot; and a button
 * to the next. Nothing when it has one.
 */
export function noneView(
  view: View,
  { slots, coach }: Picker,
  day: string | null,
  intents: PickerIntents,
): TemplateResult {
  const { say, format } = view;
  // A month that was not read has neither slots nor a reason, so no statement about it would be true.
  if (!slots.reason && Object.keys(slots.byDate).length === 0) return html`${nothing}`;
  const reason = day ? dayReason(slots.byDate[day] ?? []) : (slots.reason ?? 'booked');
  if (!reason) return html`${nothing}`;
  return html`<div class="none" part="notice">
    <p><b>${day ? say('noneOnDay') : say('noneInMonth', { month: format.month(slots.month) })}</b> ${say(reasonPhrase(reason) ?? 'whyAway', { coach: coach?.name ?? '' })}</p>
    ${nextButton(view, slots, day, intents)}
  </div>`;
}

/**
 * Renders the button to the next free slot: in this month after the shown day when there is one, else at the date that
 * the server names.
 */
function nextButton(
  { say, format, focus }: View,
  { byDate, nextAvailable }: SlotsState,
  day: string | null,
  intents: PickerIntents,
) {
  const later = day && firstFreeDay(byDate, day);
  const next = later ? byDate[later]!.find(({ status }) => status === 'available')!.start : nextAvailable;
  if (!next) return html`<p>${say('noneAhead')}</p>`;
  const jump = () => {
    if (later) intents.chooseDay(later);
    else intents.jumpToNextAvailable();
    focus('#step');
  };
  return html`<button type="button" class="go" part="button" @click=${jump}>${say('nextFree', { when: momentText(format, next) })}</button>`;
}
