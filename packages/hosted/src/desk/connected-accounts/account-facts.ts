import { html, nothing, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import type { Account, Provider } from './calls.ts';
import { accountTextsFor, type AccountTexts } from './texts/index.ts';

/** The names by which people know the providers, in every language. */
export const providerNames: Readonly<Record<Provider, string>> = {
  google: 'Google',
  microsoft: 'Microsoft',
  zoom: 'Zoom',
};

const useText = ({ kind, name }: Account['uses'][number], texts: AccountTexts): string =>
  name === undefined ? texts[`use_${kind}`] : filled(texts[`use_${kind}_of`], { name: isolated(name) });

/** Renders how it goes with an account, and what it is used for, in words. */
export function accountFacts({ provider, state, lastError, uses }: Account): TemplateResult {
  const { texts, language } = accountTextsFor(pageLanguage());
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const lost = filled(texts.state_revoked, { provider: isolated(providerNames[provider]) });
  const used = filled(texts.uses, { uses: list.format(uses.map((use) => useText(use, texts))) });
  return html`<p>${state === 'ok' ? (lastError ? nothing : texts.state_ok) : html`<strong>${lost}</strong>`}
      ${state === 'ok' && lastError ? filled(texts.lastError, { code: isolated(lastError.code) }) : nothing}</p>
    <p class="quiet">${uses.length > 0 ? used : texts.unused}</p>`;
}
