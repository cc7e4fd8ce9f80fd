import type { TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { ZonesContext } from '../../zones/zones-view.ts';
import type { Flow } from '../../flow.ts';
import { notLoaded, loadInto, loadableView, type Loadable } from '../parts/loadable-view.ts';
import { panelFrame } from '../parts/frame.ts';
import { formStateOf } from '../parts/form-state.ts';
import type { Panel, View } from '../parts/panel.ts';

/** Returns the text of the notice and the heading. */
export function zonesText({ say }: View, { zoneChanges }: CalendarFlowState): string {
  return say('zoneNotice', { count: zoneChanges.length });
}

/** Loads the file; tests replace it. */
export const zonesFile = { load: () => import('../../zones/zones-view.ts') };

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
  const form = formStateOf<Loadable<ZonesContext>>(panel, view, () => {
    queueMicrotask(() => load());
    return notLoaded;
  });
  const load = (): void => loadInto(form, async () => (await zonesFile.load()).zonesView);
  const content = loadableView(view, form.value, { view, state, flow, close }, load);
  return panelFrame(view, { name: 'zones', title: zonesText(view, state), close }, content);
}
