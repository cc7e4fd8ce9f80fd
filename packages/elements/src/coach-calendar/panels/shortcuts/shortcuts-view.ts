import { html, type TemplateResult } from 'lit';
import { addCalendarEnglish } from '../../../translations/calendar/index.ts';
import { enKeys } from '../../../translations/calendar/en-keys.ts';
import { icon } from '../../../coach-booking/icons.ts';
import { shortcuts, type Shortcut } from './shortcuts.ts';
import type { View } from '../parts/panel.ts';

addCalendarEnglish(enKeys);

const places = ['calendar', 'grid', 'booking'] as const satisfies readonly Shortcut['on'][];

/** The drawings on keys; many fonts have no arrows. */
const drawn: Readonly<Record<string, TemplateResult>> = {
  ArrowUp: icon('M10 16V4M5 9l5-5 5 5'),
  ArrowDown: icon('M10 4v12M5 11l5 5 5-5'),
  ArrowLeft: icon('M16 10H4M9 5l-5 5 5 5'),
  ArrowRight: icon('M4 10h12M11 5l5 5-5 5'),
};

/** The texts on keys whose name differs. */
const caps: Readonly<Record<string, string>> = { PageUp: 'PgUp', PageDown: 'PgDn', Escape: 'Esc', Delete: 'Del' };

const cap = (key: string) =>
  html`<kbd dir="ltr">${drawn[key] ? html`${drawn[key]}<span class="vh">${key}</span>` : (caps[key] ?? key)}</kbd>`;

/** Returns the keys of `Shift+ArrowUp`; a single plus is a key too. */
const chord = (keys: string) => (keys.length > 1 ? keys.split('+') : [keys]).map(cap);

/** Renders every key of the calendar, by the place where it works. */
export function shortcutsView({ say }: View): unknown {
  return places.map(
    (place) =>
      html`<section>
          <h3>${say(`on_${place}`)}</h3>
          <dl class="keys">
            ${shortcuts.filter(({ on }) => on === place).map(({ keys, action: does }) => html`<div><dt>${say(`keys_${does}`)}</dt><dd>${keys.map((key, i) => html`${i > 0 ? ' ' : ''}<span class="chord">${chord(key)}</span>`)}</dd></div>`)}
          </dl>
        </section>`,
  );
}
