import { html, nothing, type TemplateResult } from 'lit';
import type { PickableSlot, SlotsState } from '@coach-booking/sdk';
import { wallMoment } from '../dates/zone.ts';
import { firstFreeDay } from './month.ts';
import type { Picker, PickerIntents } from './picker.ts';
import { reasonPhrase } from './reasons.ts';
import { dayReason, moveSlot, slotGroups, tabbableSlot } from './slot-list.ts';
import type { View } from './view.ts';

/** The slots of the shown day, or why there are none and the way to the next. */
export function timesView(view: View, picker: Picker, day: string | null, intents: PickerIntents): TemplateResult {
  const { say, format, ui, rtl } = view;
  const { slots, slot: picked, coach } = picker;
  if (slots.loading && !slots.byDate[day ?? ''])
    return html`<p class="vh">${say('loading')}</p><div class="wait slots">${[1, 2, 3, 4, 5, 6].map(() => html`<i></i>`)}</div>`;

  const list = day ? (slots.byDate[day] ?? []) : [];
  const groups = slotGroups(list, (instant) => wallMoment(instant, slots.timeZone).hour);
  const shown = groups.flatMap((group) => group.slots);
  const tab = tabbableSlot(shown, ui.slotCursor);
  const startOf = (event: Event) => (event.target as HTMLElement).closest('button')?.dataset['start'];
  const choose = (event: Event) => {
    const slot = shown.find(({ start, status }) => start === startOf(event) && status === 'available');
    if (slot && !picked) view.picked(slot);
    if (slot) intents.chooseSlot(slot);
  };
  const move = (event: KeyboardEvent) => {
    const from = startOf(event);
    const to = from && moveSlot(shown, from, event.key, rtl);
    if (!to) return;
    event.preventDefault();
    view.setUi({ slotCursor: to });
    view.focus(`[data-start="${to}"]`);
  };
  const button = ({ start, status }: PickableSlot) => {
    const chosen = picked?.start === start;
    return html`<button
      type="button"
      part="slot slot-${status} ${chosen ? 'slot-chosen' : ''}"
      data-start=${start}
      tabindex=${start === tab ? 0 : -1}
      aria-disabled=${status !== 'available'}
      aria-pressed=${chosen ? 'true' : nothing}
    ><b>${format.time(start)}</b> <small>${say(status)}</small></button>`;
  };
  const reason = day ? dayReason(list) : (slots.reason ?? 'booked');
  return html`<h4 id="day" part="day-title">${day ? format.day(day) : format.month(slots.month)}</h4>
    ${reason &&
    html`<div class="none" part="notice">
      <p><b>${day ? say('noneOnDay') : say('noneInMonth', { month: format.month(slots.month) })}</b> ${say(reasonPhrase(reason) ?? 'whyAway', { coach: coach?.name ?? '' })}</p>
      ${nextButton(view, slots, day, intents)}
    </div>`}
    <div @click=${choose} @keydown=${move}>
      ${groups.map(
        (group) => html`<div role="group" aria-labelledby=${group.part}>
          <h5 id=${group.part}>${say(group.part)}</h5>
          <div class="slots">${group.slots.map(button)}</div>
        </div>`,
      )}
    </div>`;
}

/** To the next free slot: in this month after the shown day when there is one, else where the server says. */
function nextButton({ say, format, focus }: View, { byDate, nextAvailable }: SlotsState, day: string | null, intents: PickerIntents) {
  const later = day && firstFreeDay(byDate, day);
  const next = later ? byDate[later]!.find(({ status }) => status === 'available')!.start : nextAvailable;
  if (!next) return html`<p>${say('noneAhead')}</p>`;
  const jump = () => {
    if (later) intents.chooseDay(later);
    else intents.jumpToNextAvailable();
    focus('#step');
  };
  return html`<button type="button" class="go" part="button" @click=${jump}>${say('nextFree', { when: format.moment(next) })}</button>`;
}
