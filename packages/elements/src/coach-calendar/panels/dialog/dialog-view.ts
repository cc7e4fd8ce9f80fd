import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { attached } from '../parts/attached.ts';
import { leaveDialog } from '../parts/leaving.ts';
import type { Panel, View } from '../parts/panel.ts';
import { moveBeside, placeOf } from './place.ts';
import { leaveByPress } from './press-outside.ts';

/**
 * Renders a panel in its dialog. Beside a booking it is not modal: the week can be read and pressed meanwhile. A press
 * outside leaves it, as Escape does. A dialog that the browser closed and that has to ask first is opened again by
 * `dialogDrawn`.
 */
export function dialogView(panel: Panel, view: View, content: TemplateResult, close: () => void): unknown {
  const place = placeOf(panel, view);
  const isBeside = place === 'beside';
  const leave = () => leaveDialog({ ...view, panel }, close);
  const beside = (event: MouseEvent) => !isBeside && event.target === event.currentTarget && leave();
  const dialog = html`<dialog class="sheet" part="dialog" aria-labelledby="panel-title" @close=${leave} @mousedown=${beside}>
    ${content}
  </dialog>`;
  return isBeside
    ? keyed(
        panel,
        html`<div class="layer beside" popover="manual" ${attached(panel, leaveByPress(panel, view, close))}>${dialog}</div>`,
      )
    : keyed(place, html`<div class="layer ${place}">${dialog}</div>`);
}

/** The panel of this drawing and of the one before, and what had the focus before the first of them. */
interface Drawn {
  readonly shown: Panel | null;
  readonly before: Panel | null;
  readonly returnTo: HTMLElement | null;
}

/**
 * Called after each drawing with a panel, and after the first one without: opens the dialog; when it was closed, the
 * focus returns to its previous place.
 */
export function dialogDrawn(root: ShadowRoot, { shown, before, returnTo }: Drawn): void {
  const layer = root.querySelector<HTMLElement>('.layer');
  const dialog = layer?.querySelector('dialog');
  if (!shown) return returnFocus(root, returnTo);
  if (!layer || !dialog) return;
  if (!dialog.open) {
    if (layer.popover) {
      layer.showPopover();
      dialog.show();
      moveBeside(shown, layer, root, getComputedStyle(dialog).direction);
    } else dialog.showModal();
  }
  // Another panel took the place of what had the keyboard.
  else if (before !== shown && !root.activeElement)
    (dialog.querySelector<HTMLElement>('[autofocus]') ?? dialog.querySelector<HTMLElement>('#panel-title'))?.focus();
}

function returnFocus(root: ShadowRoot, back: HTMLElement | null): void {
  const grid = root.querySelector<HTMLElement>('.scroller [tabindex="0"]');
  // An empty time that had the focus may have moved meanwhile, and has no name then.
  (back?.isConnected && back.tabIndex === 0 ? back : grid)?.focus({ preventScroll: !back });
}
