import type { TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { fileView } from '../parts/file-view.ts';
import { panelFrame } from '../parts/frame.ts';
import type { Panel, View } from '../parts/panel.ts';

/** Returns the text of the notice and the heading: the number of sessions that are over and not closed. api 5. */
export function toCloseText({ say }: View, { toClose: { total, isCapped } }: CalendarFlowState): string {
  return say(isCapped ? 'toCloseMany' : 'toClose', { count: total });
}

/** Loads the file; tests replace it. */
export const toCloseFile = { load: async () => (await import('./to-close-view.ts')).toCloseView };

/** Renders the sessions that are over and not closed, by a file of its own. */
export function toClosePanel(
  panel: Panel & { kind: 'toClose' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const content = fileView(toCloseFile, view, toCloseFile, { panel, view, state, flow });
  return panelFrame(view, { name: 'to-close', title: toCloseText(view, state), close }, content);
}
