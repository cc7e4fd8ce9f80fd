import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../flow.ts';
import { bookingPanel } from './booking/booking-panel.ts';
import { undoKey } from './booking/undo.ts';
import { burstsPanel } from './bursts/bursts-panel.ts';
import { clientPanel } from './client/client-panel.ts';
import { createPanel } from './create/create-panel.ts';
import { dayListPanel } from './day-list/day-list-panel.ts';
import { noticeView } from './notices/notice-view.ts';
import { preferencesPanel } from './preferences/preferences-panel.ts';
import { schedulePanel } from './schedule/schedule-panel.ts';
import { isAsked, leaveDialog } from './parts/leaving.ts';
import type { Panel, View } from './parts/panel.ts';
import { questionView } from './parts/question-view.ts';
import { shortcutsPanel } from './shortcuts/shortcuts-panel.ts';
import { timeOffPanel } from './time-off/time-off-panel.ts';
import { toClosePanel } from './to-close/to-close-panel.ts';
import { zonesPanel } from './zones/zones-panel.ts';
import { addCalendarEnglish } from '../../translations/calendar/index.ts';
import { enDays } from '../../translations/calendar/en-days.ts';

addCalendarEnglish(enDays);

export { enPanels } from '../../translations/calendar/en-panels.ts';
export { actsOn } from '../acts-on.ts';
export { calendarKey } from '../calendar-keys.ts';
export { timeKey } from '../time-keyboard.ts';
export { dialogDrawn, dialogView } from './dialog/dialog-view.ts';
export { zoneMark } from '../../internal/dates/zone-mark.ts';
export { dispatchChanges } from '../page-events.ts';
export { followLinks } from './linked.ts';
export { noticeView } from './notices/notice-view.ts';
export { panelStyles } from './styles/index.ts';
export { trayView } from './tray/tray-view.ts';

/**
 * Renders the content of the dialog: a panel, and the messages about it. Nothing behind an open dialog can be read
 * aloud or pressed, so the messages of the calendar are in it meanwhile, and `u` undoes in it as elsewhere. M2.
 */
export function panelView(
  panel: Panel,
  outer: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const view = { ...outer, panel };
  const asked = isAsked(panel);
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return undoKey(event, panel, state, flow);
    if (event.defaultPrevented) return;
    event.preventDefault();
    leaveDialog(view, close);
  };
  return html`<div @keydown=${keys}>
      <div ?hidden=${asked}>${contentOf(panel, view, state, flow, close)}</div>
      ${asked ? questionView(view) : nothing}
    </div>
    ${noticeView(view, state, flow, panel)}`;
}

/** Renders a panel. A panel that was opened from another leads back to it. */
function contentOf(panel: Panel, view: View, state: CalendarFlowState, flow: Flow, close: () => void): TemplateResult {
  const then = 'then' in panel ? panel.then : undefined;
  const leave = then ? () => view.open(then) : close;
  switch (panel.kind) {
    case 'booking':
      return bookingPanel(panel, view, state, flow, leave);
    case 'client':
      return clientPanel(panel, view, state, flow, leave, close);
    case 'create':
      return createPanel(panel, view, state, flow, leave);
    case 'timeOff':
      return timeOffPanel(panel, view, state, flow, leave);
    case 'schedule':
      return schedulePanel(panel, view, state, flow, leave);
    case 'bursts':
      return burstsPanel(panel, view, state, flow, leave);
    case 'zones':
      return zonesPanel(panel, view, state, flow, leave);
    case 'toClose':
      return toClosePanel(panel, view, state, flow, leave);
    case 'preferences':
      return preferencesPanel(panel, view, state, flow, leave);
    case 'shortcuts':
      return shortcutsPanel(view, leave);
    case 'dayList':
      return dayListPanel(panel, view, state, leave);
  }
}
