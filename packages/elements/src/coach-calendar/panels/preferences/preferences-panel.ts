import type { TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { fileView } from '../parts/file-view.ts';
import { panelFrame } from '../parts/frame.ts';
import type { Panel, View } from '../parts/panel.ts';

/** Loads the file; tests replace it. */
export const preferencesFile = { load: async () => (await import('./preferences-view.ts')).preferencesView };

/** Renders the coach's preferences. Coaches seldom change them, so the form is a file of its own. */
export function preferencesPanel(
  panel: Panel & { kind: 'preferences' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const busy = state.busy.includes('preferences');
  const content = fileView(preferencesFile, view, preferencesFile, { panel, view, state, flow, busy, close });
  return panelFrame(view, { name: 'preferences', title: view.say('preferences'), busy, close }, content);
}
