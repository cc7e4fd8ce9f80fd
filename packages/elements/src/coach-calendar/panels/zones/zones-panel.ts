import type { TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { ZonesContext } from '../../zones/zones-view.ts';
import type { Flow } from '../../flow.ts';
import { notLoaded, loadInto, loadableView, type Loadable } from '../parts/loadable-view.ts';
import { panelFrame } from '../parts/frame.ts';
import { formStateOf } from '../parts/form-state.ts';
import type { Panel, View } from '../parts/panel.ts';

/** What the notice and the heading say. */
export function zonesText({ say }: View, { zoneChanges }: CalendarFlowState): string {
  return say('zoneNotice', { count: zoneChanges.length });
}

/** How the file comes; tests let it fail. */
export const zonesFile = { load: () => import('../../zones/zones-view.ts') };

/**
 * What a new law of the coach's zone has moved on the wall. Most coaches never see it, so how it is drawn is a file of
 * its own.
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
