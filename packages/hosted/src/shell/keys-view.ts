import { html, nothing, type TemplateResult } from 'lit';
import { dialogView } from '../ui/dialog.ts';
import type { ShellTexts } from './texts/phrases.ts';

interface KeyList {
  readonly texts: ShellTexts;
  /** Keys with what they do, beside those that every frame has. */
  readonly rows: readonly (readonly [keys: readonly string[], text: string])[];
  /** A sentence below the list. */
  readonly note?: string;
  closed(): void;
}

/** Renders the list of keys. */
export function keysView({ texts, rows, note, closed }: KeyList): TemplateResult {
  const all: KeyList['rows'] = [[['/'], texts.search], [['?'], texts.keys], ...rows];
  return dialogView({
    title: texts.keys,
    closeText: texts.close,
    closed,
    content: html`<dl class="keys">
        ${all.map(([keys, text]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${text}</dd></div>`)}
      </dl>
      ${note ? html`<p class="quiet">${note}</p>` : nothing}`,
  });
}
