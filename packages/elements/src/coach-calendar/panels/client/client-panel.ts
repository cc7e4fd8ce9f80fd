import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { CalendarFlowState, CalendarProblem, ClientView } from '@coach-booking/sdk';
import type { ClientContext } from '../../client/context.ts';
import type { Flow } from '../../flow.ts';
import { notLoaded, loadInto, loadableView, type Loadable } from '../parts/loadable-view.ts';
import { returnFromClient } from '../booking/client-button.ts';
import { panelFrame } from '../parts/frame.ts';
import { formStateOf } from '../parts/form-state.ts';
import { leave as leaveTyped } from '../parts/leaving.ts';
import type { Panel, View } from '../parts/panel.ts';

/** The state of the panel. */
export interface ClientForm extends Loadable<ClientContext> {
  /** The coach's own notes that are typed and not stored, and the version on which they are based. */
  readonly typed?: { readonly text: string; readonly version: number } | undefined;
  /** The notes that another person has saved since. */
  readonly theirs?: NonNullable<ClientView['notes']> | undefined;
  /** Whether notes are being saved, or were, or why they are not. */
  readonly saving?: 'now' | 'done' | CalendarProblem | undefined;
}

/** Loads the file; tests replace it. */
export const clientFile = { load: () => import('../../client/client-panel.ts') };

/** Moves the focus to the heading, which names the client. */
const toTitle = (within?: Element): void =>
  within?.closest('.panel')?.querySelector<HTMLElement>('#panel-title')?.focus();

/** Called by Lit while it draws, before the element is in the panel. */
const arrive = (element?: Element): void => queueMicrotask(() => toTitle(element));

/**
 * Renders a client's profile and logs. The view is a file of its own, loaded when the panel opens; the client is read
 * only when the file is there, since each reading is written to the audit log. Escape leads back to the booking.
 */
export function clientPanel(
  panel: Panel & { kind: 'client' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  leave: () => void,
  close: () => void,
): TemplateResult {
  const first = () => {
    returnFromClient(panel.then);
    queueMicrotask(() => load());
    return notLoaded;
  };
  const form = formStateOf<ClientForm>(panel, view, first, ({ typed }) => typed !== undefined);
  const load = (): void => loadInto(form, async () => (await clientFile.load()).clientPanelView(view));
  const retry = (act: () => void) => (event: Event) => {
    toTitle(event.currentTarget as Element);
    act();
  };
  const { draw, failed } = form.value;
  const reload = retry(() => {
    form.set({ failed: false });
    load();
  });
  const back = (): void => leaveTyped(view, leave);
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    back();
  };
  const busy = draw ? state.client?.status === 'loading' : !failed;
  const frame = panelFrame(
    view,
    { name: 'client', title: panel.name, busy, back, close, keys },
    html`<div class="step" ${ref(arrive)}>
      ${loadableView(view, form.value, { panel, view, state, flow, form, retry }, reload)}
    </div>`,
  );
  // This template is separate: its frame must not become that of the booking, whose `keyed` would not inform its
  // content that it is removed.
  return html`${frame}`;
}
