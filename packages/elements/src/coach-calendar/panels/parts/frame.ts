import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { iconButton } from './buttons.ts';
import { panelIcons } from './icons.ts';
import { leave } from './leaving.ts';
import type { View } from './panel.ts';

/**
 * Moves the focus when the content of an open dialog was replaced: to its `[autofocus]`, else to the content itself.
 * While the dialog is not open yet this does nothing, and the browser's own `autofocus` counts.
 */
const arrive = (element?: Element): void =>
  queueMicrotask(() =>
    (element?.querySelector<HTMLElement>('[autofocus]') ?? (element as HTMLElement | undefined))?.focus(),
  );

/** Returns a panel: its heading with the button that closes it, then its content. `name` is its part. */
export function panelFrame(
  view: View,
  {
    name,
    title,
    busy = false,
    back,
    close,
    keys,
  }: {
    name: string;
    title: unknown;
    busy?: boolean;
    back?: (() => void) | undefined;
    close: () => void;
    keys?: ((event: KeyboardEvent) => void) | undefined;
  },
  content: unknown,
): TemplateResult {
  const { say } = view;
  return html`<div class="panel panel-${name}" part="panel panel-${name}" aria-busy=${busy} @keydown=${keys}>
    <header role="presentation">
      ${back ? iconButton(panelIcons.back, say('back'), back) : null}
      <h2 id="panel-title" tabindex="-1">${title}</h2>
      ${iconButton(panelIcons.close, say('close'), () => leave(view, close), { part: 'close' })}
    </header>
    ${content}
  </div>`;
}

/** Renders one step of a panel, which gets the focus when it replaces another. */
export function stepFrame(content: TemplateResult): TemplateResult {
  return html`<div class="step" tabindex="-1" ${ref(arrive)}>${content}</div>`;
}
