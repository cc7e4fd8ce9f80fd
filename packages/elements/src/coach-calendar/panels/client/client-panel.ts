import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { ClientContext } from '../../client/context.ts';
import type { Flow } from '../../flow.ts';
import { absent, come, comingView, type Coming } from '../parts/coming-view.ts';
import { willReturn } from '../booking/client-way.ts';
import { panelFrame } from '../parts/frame.ts';
import { keptOf } from '../parts/kept.ts';
import type { Panel, View } from '../parts/seam.ts';

/** How the file comes; tests let it fail. */
export const clientFile = { load: () => import('../../client/client-panel.ts') };

/** The heading says who it is, so the keyboard goes there. */
const toTitle = (within?: Element): void =>
  within?.closest('.panel')?.querySelector<HTMLElement>('#panel-title')?.focus();

/** Lit calls this while it draws, before the element stands in the panel. */
const arrive = (element?: Element): void => queueMicrotask(() => toTitle(element));

/**
 * A client's profile and logs. How they are drawn is a file of its own, asked for when the panel opens; only when it is
 * there the client is read, for each reading is written to the audit log. Escape leads back to the booking.
 */
export function clientPanel(
  panel: Panel & { kind: 'client' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  leave: () => void,
  close: () => void,
): TemplateResult {
  const kept = keptOf<Coming<ClientContext>>(panel, view, () => {
    willReturn(panel.then);
    queueMicrotask(() => load());
    return absent;
  });
  const load = (): void => come(kept, async () => (await clientFile.load()).clientDrawing(view));
  const again = (act: () => void) => (event: Event) => {
    toTitle(event.currentTarget as Element);
    act();
  };
  const { draw, missing } = kept.value;
  const reload = again(() => {
    kept.set({ missing: false });
    load();
  });
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  };
  const busy = draw ? state.client?.status === 'loading' : !missing;
  const frame = panelFrame(
    view,
    { name: 'client', title: panel.name, busy, back: leave, close, keys },
    html`<div class="step" ${ref(arrive)}>
      ${comingView(view, kept.value, { panel, view, state, flow, again }, reload)}
    </div>`,
  );
  // A template of its own: its frame must not become that of the booking, whose `keyed` would not tell what stood in it
  // that it goes.
  return html`${frame}`;
}
