import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarFlowState, ZoneChange } from '@coach-booking/sdk';
import type { Flow } from '../flow.ts';
import { stepFrame } from '../panels/parts/frame.ts';
import { problemOf, problemView } from '../panels/parts/problem-view.ts';
import type { View } from '../panels/parts/panel.ts';
import { momentText, problemText, spanText } from '../panels/parts/texts.ts';
import { zonesSayer } from './texts.ts';

/** The input of the panel. */
export interface ZonesContext {
  readonly view: View;
  readonly state: CalendarFlowState;
  readonly flow: Flow;
  readonly close: () => void;
}

/** Writes a shift as `−1 hr` or `+30 min`. */
const shiftText = (language: string, minutes: number): string => {
  const [value, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, signDisplay: 'exceptZero' }).format(value);
};

/**
 * Returns why a booking could not be shifted: another session is there, it has changed meanwhile, or a rule of another
 * kind.
 */
const leftText = ({ say }: View, code: string): string => {
  const kind = /^(SLOT_TAKEN|STAFF_BUSY)$/.test(code) ? 'taken' : code === 'VERSION_CONFLICT' ? 'stale' : 'refused';
  return problemText(say, { code, kind, intent: 'resolveZoneChanges' });
};

const listed = ({ view, state }: ZonesContext, change: ZoneChange): TemplateResult => {
  const { format, say, language } = view;
  const { start, end, shiftedStart, shiftedEnd, booking, reason } = change;
  const words = zonesSayer(language);
  const left = state.zoneChangesLeft.find(({ id }) => id === change.id);
  const [agreed, shown] = booking
    ? [momentText(format, shiftedStart), momentText(format, start)]
    : [spanText(format, shiftedStart, shiftedEnd), spanText(format, start, end)];
  return html`<li>
    <span>
      <b><bdi>${booking?.attendee.name ?? reason ?? say('timeOff')}</bdi></b><br />
      ${words('agreed', { moment: agreed })}<br />
      <span class="quiet">${words('shown', { moment: shown })}</span>
      ${
        left
          ? html`<span class="warning" part="warning">
                ${words('left')} ${leftText(view, left.code)}
              </span>`
          : nothing
      }
    </span>
  </li>`;
};

const buttons = ({ view: { say, language }, state, flow, close }: ZonesContext): TemplateResult => {
  const words = zonesSayer(language);
  const minutes = new Set(state.zoneChanges.map((change) => change.minutes));
  const [only] = minutes;
  const busy = state.busy.includes('zones');
  const resolve = (action: 'shift' | 'keep') => async (): Promise<void> => {
    if (busy || !(await flow.resolveZoneChanges(action))) return;
    if (flow.$state.get().zoneChanges.length === 0) close();
  };
  const shift = minutes.size === 1 && only ? words('shift', { by: shiftText(language, only) }) : words('shiftToAgreed');
  return html`<div class="ways">
    <button type="button" class="go" part="button primary" aria-disabled=${busy} @click=${resolve('shift')}>${busy ? say('busy') : shift}</button>
    <button type="button" class="soft" part="button" aria-disabled=${busy} @click=${resolve('keep')}>${words('keep')}</button>
  </div>`;
};

/** Renders the bookings that have moved on the clock, and the buttons that shift or keep all of them. */
export function zonesView(context: ZonesContext): unknown {
  const { view, state } = context;
  const words = zonesSayer(view.language);
  if (state.zoneChanges.length === 0) return stepFrame(html`<p class="quiet">${words('none')}</p>`);
  return stepFrame(
    html`<p>${words('hint')}</p>
      <ul class="list">
        ${state.zoneChanges.map((change) => listed(context, change))}
      </ul>
      ${problemView(view, problemOf(state.problem, ['resolveZoneChanges']))} ${buttons(context)}`,
  );
}
