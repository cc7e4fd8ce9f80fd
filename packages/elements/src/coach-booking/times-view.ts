import { html, nothing, type TemplateResult } from 'lit';
import type { PickableSlot } from '@coach-booking/sdk';
import type { Picker, PickerIntents } from './picker.ts';
import { slotGroups, tabbableSlot } from './slot-list.ts';
import type { View } from './view.ts';

/** Renders the slots of the shown day, or the reason why there are none and a button to the next. */
export function timesView(view: View, picker: Picker, day: string | null, intents: PickerIntents): TemplateResult {
  const { say, format, ui, steps } = view;
  const { slots, slot: picked } = picker;
  if (slots.loading && !slots.byDate[day ?? ''])
    return html`<p class="vh">${say('loading')}</p><div class="wait slots"><i></i><i></i><i></i><i></i><i></i><i></i></div>`;

  const list = day ? (slots.byDate[day] ?? []) : [];
  const groups = slotGroups(list, (instant) => +format.wall(instant).slice(11, 13));
  const shown = groups.flatMap((group) => group.slots);
  const tab = tabbableSlot(shown, ui.slotCursor);
  const choose = (event: Event) => {
    const chosen = (event.target as HTMLElement).closest('button')?.dataset['start'];
    const slot = shown.find(({ start, status }) => start === chosen && status === 'available');
    if (!slot) return;
    steps?.dispatchSlotSelected(view, slot, picker.service);
    intents.chooseSlot(slot);
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
    ><b translate="no">${format.time(start)}${steps?.zoneMark(format, start)}</b> <small>${say(status)}</small></button>`;
  };
  return html`<h4 id="day" part="day-title" translate="no">${day ? format.day(day) : format.month(slots.month)}</h4>
    ${steps?.noneView(view, picker, day, intents)}
    <div @click=${choose} @keydown=${(event: KeyboardEvent) => steps?.slotKey(event, view, shown)}>
      ${groups.map(
        (group) => html`<div role="group" aria-labelledby=${group.part}>
          <h5 id=${group.part}>${say(group.part)}</h5>
          <div class="slots">${group.slots.map(button)}</div>
        </div>`,
      )}
    </div>`;
}
