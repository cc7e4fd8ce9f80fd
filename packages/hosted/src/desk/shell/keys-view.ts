import { html, type TemplateResult } from 'lit';
import type { User } from '@coach-booking/sdk';
import { dialogView } from '../../ui/dialog.ts';
import type { DeskTexts } from '../texts/index.ts';
import { pageKeys } from './desk-keys.ts';

/** Renders the list of keys. */
export function keysView(texts: DeskTexts, role: User['role'], closed: () => void): TemplateResult {
  const rows: readonly (readonly [keys: readonly string[], text: string])[] = [
    [['/'], texts.search],
    [['n'], texts.newBooking],
    [['?'], texts.keys],
    ...pageKeys(role).map(([key, page]) => [['g', key], texts[page]] as const),
  ];
  return dialogView({
    title: texts.keys,
    closeText: texts.close,
    closed,
    content: html`<dl class="keys">
        ${rows.map(([keys, text]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${text}</dd></div>`)}
      </dl>
      <p class="quiet">${texts.calendarKeys}</p>`,
  });
}
