import { html, type TemplateResult } from 'lit';
import { zoneOrOwn } from '@coach-booking/sdk';
import { zoneCombobox } from '../../internal/zones/zone-combobox.ts';
import type { Picker, PickerIntents } from '../picker.ts';
import type { View } from '../view.ts';
import { hoursView } from './hours.ts';
import { laterIcons } from './icons.ts';

/** Renders the choice of a zone: the visitor's and the coach's first, then every other, searched by typing. */
export function zoneView(view: View, { slots, coach }: Picker, intents: PickerIntents): TemplateResult {
  const { say, ui, setUi, now } = view;
  const own = zoneOrOwn();
  const near = new Map(own ? [[own, say('zoneYours')]] : []);
  if (coach && !near.has(coach.timeZone)) near.set(coach.timeZone, say('zoneCoach'));
  if (!near.has(slots.timeZone)) near.set(slots.timeZone, '');
  return html`${laterIcons.globe}${zoneCombobox({
    id: 'zone',
    texts: { label: say('zone'), none: say('zoneNone') },
    zone: slots.timeZone,
    near,
    at: now,
    search: ui.zones,
    change: (zones) => setUi({ zones }),
    choose: (zone) => intents.setTimeZone(zone),
  })}${hoursView(view)}`;
}
