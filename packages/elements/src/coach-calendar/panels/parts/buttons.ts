import { html, nothing, type TemplateResult } from 'lit';

/**
 * Renders a button with a text: `link` beside the thing that it belongs to, `soft` with a frame. A disabled button
 * keeps its place for the keyboard.
 */
export function textButton(
  look: 'link' | 'soft',
  text: string,
  click: () => unknown,
  { part = look === 'link' ? 'link' : 'button', disabled }: { part?: string; disabled?: boolean } = {},
): TemplateResult {
  return html`<button type="button" class=${look} part=${part} aria-disabled=${disabled ?? nothing} @click=${click}>${text}</button>`;
}

/** Renders a button with an icon; `label` is read aloud. While `busy`, a press does nothing. */
export function iconButton(
  icon: TemplateResult,
  label: string,
  click: () => unknown,
  { part, busy }: { part?: string; busy?: boolean } = {},
): TemplateResult {
  return html`<button type="button" class="icon" part=${part ?? nothing} aria-label=${label} aria-disabled=${busy ?? nothing} @click=${() => busy || click()}>${icon}</button>`;
}
