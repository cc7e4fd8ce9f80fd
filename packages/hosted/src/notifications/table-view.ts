import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { Channel, Kind, Settings } from './calls.ts';
import { channels } from './reminder-times.ts';
import type { NotificationTexts } from './texts/en.ts';

/** Changes whether a kind is wanted by a channel. */
export type Want = (kind: Kind, channel: Channel, wanted: boolean) => void;

/** Returns the channels to show: those of any kind, and no SMS where the business sends none. */
function shownChannels({ kinds, channels: reached }: Settings): readonly Channel[] {
  const isSet = (channel: Channel) => !reached.some((each) => each.channel === channel && each.state === 'not_set_up');
  return channels.filter((channel) => isSet(channel) && kinds.some((kind) => kind.channels[channel]));
}

const cellView = (texts: NotificationTexts, kind: Kind, channel: Channel, want: Want): TemplateResult => {
  const cell = kind.channels[channel];
  if (!cell) return html`<td><span aria-hidden="true">–</span><span class="vh">${texts.notOffered}</span></td>`;
  if (cell.fixed) return html`<td>${texts.always}</td>`;
  const name = filled(texts.cell, { kind: texts[`kind_${kind.kind}`], channel: texts[`channel_${channel}`] });
  const change = (event: Event) => want(kind, channel, (event.target as HTMLInputElement).checked);
  return html`<td>
    <label><input type="checkbox" name="${kind.kind}-${channel}" aria-label=${name} .checked=${live(cell.wanted)} @change=${change} /></label>
  </td>`;
};

/** Renders the kinds of messages, each with its channels. */
export function tableView(texts: NotificationTexts, settings: Settings, want: Want): TemplateResult {
  const shown = shownChannels(settings);
  return html`<table aria-labelledby="title">
    <thead>
      <tr>
        <th scope="col">${texts.about}</th>
        ${shown.map((channel) => html`<th scope="col">${texts[`channel_${channel}`]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${settings.kinds.map(
        (kind) =>
          html`<tr>
            <th scope="row">${texts[`kind_${kind.kind}`]}</th>
            ${shown.map((channel) => cellView(texts, kind, channel, want))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
