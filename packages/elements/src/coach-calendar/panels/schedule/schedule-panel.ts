import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { attached } from '../parts/attached.ts';
import { textButton } from '../parts/buttons.ts';
import { fileView } from '../parts/file-view.ts';
import { panelFrame } from '../parts/frame.ts';
import { leave } from '../parts/leaving.ts';
import { problemOf, problemView } from '../parts/problem-view.ts';
import type { Panel, View } from '../parts/panel.ts';

type SchedulePanel = Panel & { kind: 'schedule' };

/** Reads the schedule when the panel opens, and removes the draft from the week when it closes. */
const watch = (flow: Flow) => {
  flow.openSchedule();
  return () => flow.draftSchedule(null);
};

/** Loads the file of the editor, which coaches seldom open; tests let it fail. */
export const scheduleFile = { load: async () => (await import('./schedule-view.ts')).scheduleEditor };

/**
 * Renders the editor of working hours, rules and special dates. Each valid change is drawn in the week at once; saving
 * stores it.
 */
export function schedulePanel(
  panel: SchedulePanel,
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const { say } = view;
  const stored = state.schedule;
  const busy = state.busy.includes('schedule');
  const problem = problemView(
    view,
    problemOf(state.problem, [
      'openSchedule',
      'saveSchedule',
      'draftSchedule',
      'setDateOverride',
      'removeDateOverride',
    ]),
  );
  const back = panel.then && (() => leave(view, close));
  const content = stored
    ? fileView(scheduleFile, view, scheduleFile, { panel, view, state, flow, stored, problem, close })
    : html`<p role="status">${state.problem ? nothing : say('busy')}</p>
        ${problem}
        ${state.problem ? textButton('soft', say('retry'), () => flow.openSchedule()) : nothing}`;
  return panelFrame(
    view,
    { name: 'schedule', title: say('schedule'), busy, back, close },
    html`<div ${attached(flow, watch)}>${content}</div>`,
  );
}
