import { html, nothing, type TemplateResult } from 'lit';
import type { PickableSlot } from '@coach-booking/sdk';
import type { Picker, PickerIntents } from './picker.ts';
import { endOf, isFree, slotGroups, stretchesOf, tabbableSlot } from './slot-list.ts';
import type { View } from './view.ts';

/** Renders the slots of the shown day, or the reason why there are none and a button to the next. */
export function timesView(view: View, picker: Picker, day: string | null, intents: PickerIntents): TemplateResult {
  const { say, format, ui, steps } = view;
  const { slots, slot: picked } = picker;
  if (slots.loading && !slots.byDate[day ?? ''])
    return html`<p class="vh">${say('loading')}</p><div class="wait slots"><i></i><i></i><i></i><i></i><i></i><i></i></div>`;

  const list = day ? (slots.byDate[day] ?? []) : [];
  const groups = slotGroups(
    view.element.getAttribute('show') === 'free' ? list.filter(isFree) : list,
    (instant) => +format.wall(instant).slice(11, 13),
  );
  // A time that is taken while the visitor looks stays where it is, so that no other comes under the pointer.
  const isShown = (slot: PickableSlot) => (isFree(slot) ? ui.seen.add(slot.start) : ui.seen).has(slot.start);
  const tab = tabbableSlot(list, ui.slotCursor);
  const choose = (event: Event) => {
    const chosen = (event.target as HTMLElement).closest('button')?.dataset['start'];
    const slot = list.find((one) => one.start === chosen && isFree(one));
    if (!slot) return;
    steps?.dispatchSlotSelected(view, slot, picker.service);
    intents.chooseSlot(slot);
  };
  const time = (start: string) => html`${format.time(start)}${steps?.zoneMark(format, start)}`;
  const button = (slot: PickableSlot) => {
    const { start, status } = slot;
    const chosen = picked?.start === start;
    return html`<button
      type="button"
      class=${status}
      part="slot slot-${status} ${chosen ? 'slot-chosen' : ''}"
      data-start=${start}
      tabindex=${start === tab ? 0 : -1}
      aria-disabled=${!isFree(slot)}
      aria-pressed=${chosen ? 'true' : nothing}
    ><b translate="no">${time(start)}</b> <small class=${isFree(slot) ? 'vh' : nothing}>${say(status)}</small></button>`;
  };
  const stretch = (taken: PickableSlot[]) => {
    const { start, status } = taken[0]!;
    return html`<details part="taken"><summary><i class=${status}></i><span>${time(start)} – ${time(endOf(taken.at(-1)!, list))} · ${say(status)}</span></summary><div class="slots">${taken.map(button)}</div></details>`;
  };
  return html`<h4 id="day" part="day-title" translate="no">${day ? format.day(day) : format.month(slots.month)}</h4>
    ${steps?.noneView(view, picker, day, intents)}
    <div @click=${choose} @keydown=${(event: KeyboardEvent) => steps?.slotKey(event, view)}>
      ${groups.map(
        (group) => html`<div role="group" aria-labelledby=${group.part}>
          <h5 id=${group.part}>${say(group.part)}</h5>
          <div class="slots">${group.slots.filter(isShown).map(button)}</div>${stretchesOf(group.slots, isShown).map(stretch)}
        </div>`,
      )}
    </div>`;
}
