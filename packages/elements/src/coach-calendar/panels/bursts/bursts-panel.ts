import type { TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { fileView } from '../parts/file-view.ts';
import { panelFrame } from '../parts/frame.ts';
import type { Panel, View } from '../parts/panel.ts';

/** Returns the values of the notice and the heading about the largest burst. */
export function burstText({ say }: View, { bursts }: CalendarFlowState): string {
  return say('burstNotice', { count: bursts[0]?.bookings.length ?? 0 });
}

/** Loads the file; tests replace it. */
export const burstsFile = { load: async () => (await import('../../bursts/bursts-view.ts')).burstsView };

/**
 * Renders the guest bookings that look like one visitor's work. Coaches seldom open it, so its view is a file of its
 * own.
 */
export function burstsPanel(
  panel: Panel & { kind: 'bursts' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const content = fileView(panel, view, burstsFile, { panel, view, state, flow, close });
  return panelFrame(view, { name: 'bursts', title: burstText(view, state), close }, content);
}
