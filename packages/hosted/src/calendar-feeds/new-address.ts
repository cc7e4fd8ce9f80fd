import { html, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../page-language.ts';
import type { CreatedCalendarFeed } from './calls.ts';
import { feedTextsFor } from './texts/index.ts';

interface NewAddress {
  readonly made: CreatedCalendarFeed;
  /** Called with whether the browser copied it. */
  readonly copied: (isCopied: boolean) => void;
  readonly dismiss: () => void;
  /** Renders what came of copying. */
  readonly outcome: TemplateResult;
}

/** Renders the address of a feed that was just made, which no later answer holds; where it is to be entered. */
export function newAddress({ made, copied, dismiss, outcome }: NewAddress): TemplateResult {
  const { texts } = feedTextsFor(pageLanguage());
  const copy = async (event: Event): Promise<void> => {
    const field = (event.currentTarget as Element).closest('.rule')!.querySelector('input')!;
    const isCopied = await (navigator.clipboard?.writeText(made.url) ?? Promise.reject()).then(
      () => true,
      () => false,
    );
    if (!isCopied) field.select();
    copied(isCopied);
  };
  return html`<div class="rule">
    <h3 id="made" tabindex="-1">${filled(texts.made, { name: isolated(made.name) })}</h3>
    <p>${texts.madeText}</p>
    <div class="field">
      <label for="address">${texts.address}</label>
      <input id="address" readonly dir="ltr" autocomplete="off" spellcheck="false" .value=${made.url} />
    </div>
    ${outcome}
    <div class="actions">
      <button type="button" class="go" @click=${copy}>${texts.copy}</button>
      <a class="button" href=${made.webcalUrl} rel="noreferrer">${texts.open}</a>
      <button type="button" @click=${dismiss}>${texts.done}</button>
    </div>
    <details>
      <summary>${texts.where}</summary>
      <ul>
        ${[texts.whereGoogle, texts.whereOutlook, texts.whereApple, texts.whereOther].map((way) => html`<li>${way}</li>`)}
      </ul>
    </details>
  </div>`;
}
