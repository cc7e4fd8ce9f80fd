import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../view.ts';

const NAME = 'coach-booking:hours';

/** The clocks to choose from, with what asks `Intl` for them behind the tag of a language. */
const clocks = { 12: '-u-hc-h12', 24: '-u-hc-h23' } as const;

type Clock = keyof typeof clocks;

/** Returns what the visitor chose in this browser, also on an earlier day, as an ending of the tag; empty without. */
export function chosenHours(): string {
  try {
    return clocks[Number(localStorage.getItem(NAME)) as Clock] ?? '';
  } catch {
    return '';
  }
}

function remember(clock: Clock): void {
  try {
    localStorage.setItem(NAME, `${clock}`);
  } catch {
    // Then the choice ends with the page.
  }
}

/** Renders the choice of 12 or 24 hours; nothing where the page asks `Intl` for something of its own. */
export function hoursView({ say, format, ui, setUi }: View): TemplateResult | typeof nothing {
  if (/-u-/.test(format.language) && !ui.hours) return nothing;
  const { hourCycle } = new Intl.DateTimeFormat(format.language, { hour: 'numeric' }).resolvedOptions();
  const now: Clock = /2[34]/.test(hourCycle ?? '') ? 24 : 12;
  const unit = new Intl.NumberFormat(format.language, { style: 'unit', unit: 'hour', unitDisplay: 'narrow' });
  const button = (clock: Clock) =>
    html`<button type="button" part="hours" aria-pressed=${clock === now} @click=${() => {
      remember(clock);
      setUi({ hours: clocks[clock] });
    }}>${unit.format(clock)}</button>`;
  return html`<span class="hours" role="group" aria-label=${say('hours')}>${button(12)}${button(24)}</span>`;
}
