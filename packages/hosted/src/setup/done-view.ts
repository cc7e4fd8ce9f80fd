import type { CreatedPartner } from '@coach-booking/sdk';
import { html, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import type { SetupTexts } from './texts/index.ts';

export interface DoneView {
  /** The text that was copied last, and whether the browser allowed it. */
  readonly copied: { readonly id: string; readonly done: boolean } | null;
  copy(id: string): void;
  /** The origin of the server. */
  readonly origin: string;
}

/** Renders a business that was just opened: its keys, shown once, and the next steps. */
export function setupDone(
  texts: SetupTexts,
  { partner, keys, adminLink }: CreatedPartner,
  { copied, copy, origin }: DoneView,
): TemplateResult {
  const line = (id: string, label: string, value: string) =>
    html`<div class="field">
      <label for=${id}>${label}</label>
      <div class="copy"><input id=${id} dir="ltr" readonly .value=${value} /><button type="button" aria-label="${texts.copy}: ${label}" @click=${() => copy(id)}>${texts.copy}</button></div>
    </div>`;
  const lines = `<script type="module" src="${origin}/embed/coach-booking.js"></script>\n<coach-booking publishable-key="${keys.publishable.live}" coach="…"></coach-booking>`;
  return html`<h1 tabindex="-1">${filled(texts.opened, { name: isolated(partner.name) })}</h1>
    <p><b>${texts.copyNow}</b></p>
    ${line('secret-live', texts.secretLive, keys.secret.live)} ${line('publishable-live', texts.publishableLive, keys.publishable.live)}
    ${line('secret-test', texts.secretTest, keys.secret.test)} ${line('publishable-test', texts.publishableTest, keys.publishable.test)}
    <p role="status">${copied ? (copied.done ? texts.copied : texts.notCopied) : ''}</p>
    <h2>${texts.next}</h2>
    <ol>
      <li><a href=${adminLink}>${texts.choosePassword}</a><p class="quiet">${texts.linkLife}</p></li>
      <li><a href="/p/${partner.slug}/admin#coaches">${texts.signIn}</a></li>
      <li><p>${texts.twoLines}</p><pre dir="ltr" tabindex="0" aria-label=${texts.twoLines}>${lines}</pre></li>
    </ol>`;
}
