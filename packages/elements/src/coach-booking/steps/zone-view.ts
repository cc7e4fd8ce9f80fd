import { html, nothing, type TemplateResult } from 'lit';
import { zoneOrOwn } from '@coach-booking/sdk';
import { cityOf } from '../../internal/dates/zone.ts';
import { allZones, currentZone } from '../../internal/dates/zone-list.ts';
import type { Picker, PickerIntents } from '../picker.ts';
import type { View } from '../view.ts';
import { hoursView } from './hours.ts';
import { laterIcons } from './icons.ts';

/** Renders the choice of a zone: the visitor's, the coach's, and, once the visitor reaches for it, every other. */
export function zoneView(view: View, { slots, coach }: Picker, intents: PickerIntents): TemplateResult {
  const { say, ui, setUi } = view;
  const option = (zone: string, text: string) =>
    html`<option value=${zone} ?selected=${zone === slots.timeZone}>${text}</option>`;
  const own = zoneOrOwn();
  const near = new Map(own ? [[own, say('zoneYours')]] : []);
  if (coach && !near.has(coach.timeZone)) near.set(coach.timeZone, say('zoneCoach'));
  if (!near.has(slots.timeZone)) near.set(slots.timeZone, '');
  const listed = new Set([...near.keys()].map(currentZone));
  const city = (zone: string) => cityOf(currentZone(zone));
  const unfold = () => ui.zones || setUi({ zones: true });
  return html`${laterIcons.globe}<select
      aria-label=${say('zone')}
      @pointerenter=${unfold}
      @focus=${unfold}
      @change=${(event: Event) => intents.setTimeZone((event.target as HTMLSelectElement).value)}
    >
      ${[...near].map(([zone, whose]) => option(zone, whose ? `${city(zone)} (${whose})` : city(zone)))}
      ${
        ui.zones
          ? html`<optgroup label=${say('zoneAll')}>
            ${allZones().map((zone) => (listed.has(zone) ? nothing : option(zone, zone.replaceAll('_', ' '))))}
          </optgroup>`
          : nothing
      }
    </select>${hoursView(view)}`;
}
