import type { TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { fileView } from '../parts/file-view.ts';
import { panelFrame } from '../parts/frame.ts';
import type { Panel, View } from '../parts/panel.ts';

/** Returns the text of the notice and the heading. */
export function zonesText({ say }: View, { zoneChanges }: CalendarFlowState): string {
  return say('zoneNotice', { count: zoneChanges.length });
}

/** Loads the file; tests replace it. */
export const zonesFile = { load: async () => (await import('../../zones/zones-view.ts')).zonesView };

/**
 * Renders what a new law of the coach's zone has moved on the clock. Most coaches never need it, so its view is a file
 * of its own.
 */
export function zonesPanel(
  panel: Panel & { kind: 'zones' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const content = fileView(panel, view, zonesFile, { view, state, flow, close });
  return panelFrame(view, { name: 'zones', title: zonesText(view, state), close }, content);
}
