import type { TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { BurstsContext } from '../../bursts/bursts-view.ts';
import type { Flow } from '../../flow.ts';
import { notLoaded, loadInto, loadableView, type Loadable } from '../parts/loadable-view.ts';
import { panelFrame } from '../parts/frame.ts';
import { formStateOf } from '../parts/form-state.ts';
import type { Panel, View } from '../parts/panel.ts';

export interface BurstsForm extends Loadable<BurstsContext> {
  /** The burst whose removal is being asked about; null while all are listed. */
  readonly asked: string | null;
  /** Whether its addresses are blocked too. */
  readonly block: boolean;
}

/** Returns the values of the notice and the heading about the largest burst. */
export function burstText({ say }: View, { bursts }: CalendarFlowState): string {
  return say('burstNotice', { count: bursts[0]?.bookings.length ?? 0 });
}

/** Loads the file; tests replace it. */
export const burstsFile = { load: () => import('../../bursts/bursts-view.ts') };

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
  const form = formStateOf<BurstsForm>(panel, view, () => {
    queueMicrotask(() => load());
    return { ...notLoaded, asked: null, block: true };
  });
  const load = (): void => loadInto(form, async () => (await burstsFile.load()).burstsView);
  const content = loadableView(view, form.value, { view, state, flow, form, close }, load);
  return panelFrame(view, { name: 'bursts', title: burstText(view, state), close }, content);
}
