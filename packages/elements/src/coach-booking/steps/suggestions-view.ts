import { html, nothing, type TemplateResult } from 'lit';
import type { BookingFlowIntents, PickableSlot } from '@coach-booking/sdk';
import type { Picker } from '../picker.ts';
import type { View } from '../view.ts';
import { dispatchSlotSelected } from './events.ts';
import { dayText, momentText } from './moments.ts';
import { offeredStart, rowOf, SUGGESTED, type Suggested } from './suggestions.ts';

/** Whether a time is free as far as is known: of months that were not read nothing is. */
const isFree = ({ byDate }: Picker['slots'], { start }: Suggested, date: string): boolean => {
  const known = byDate[date];
  return !known || known.some((slot) => slot.start === start && slot.status === 'available');
};

/** Renders the suggested times, grey bars of their size until they are known, and their empty place without any. */
export function suggestionsView(
  view: View,
  { slots, service }: Picker,
  intents: Pick<BookingFlowIntents, 'chooseSlot'>,
): TemplateResult {
  const { say, format, element } = view;
  const row = rowOf(element);
  if (!row || row.isClosed) return html`${nothing}`;
  const found = row.slots?.map(({ start, end }): PickableSlot => {
    const date = format.wall(start).slice(0, 10);
    return { start, end, date, status: 'available' };
  });
  const free = found?.filter((slot) => isFree(slots, slot, slot.date));
  const choose = (slot: PickableSlot) => () => {
    dispatchSlotSelected(view, slot, service);
    intents.chooseSlot(slot);
  };
  const button = (slot: PickableSlot) =>
    html`<button type="button" part="slot slot-available suggestion" aria-label=${momentText(format, slot.start)} @click=${choose(slot)}><b translate="no">${format.time(slot.start)}</b> <small>${dayText(format, slot.start)}</small></button>`;
  const isEmpty = free?.length === 0;
  // The time for which the page was opened is gone, or not offered: nothing is shown in its place without a word.
  if (isEmpty && offeredStart(view) === found?.[0]?.start)
    return html`<div class="problem" part="notice" role="status"><p>${say('takenNone')}</p></div>`;
  return html`<div class="suggested ${isEmpty ? 'empty' : ''}" part="suggestions" role="group" aria-labelledby="suggested" aria-busy=${!free}>
    <h4 id="suggested">${say('suggested')}</h4>
    <div class="slots ${free ? '' : 'wait'}">${free && !isEmpty ? free.map(button) : Array.from({ length: SUGGESTED }, () => html`<i></i>`)}</div>
  </div>`;
}
