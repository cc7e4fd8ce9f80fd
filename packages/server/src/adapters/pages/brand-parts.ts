import type { PageBrand } from '../../application/pages/page-lookups.ts';
import { html, type Html } from './html.ts';
import type { PageLanguage } from './page-language.ts';

const SECURE = /^https:\/\//;

/** Renders the partner's logo; nothing without one. */
export function logoOf({ logoUrl }: Pick<PageBrand, 'logoUrl'>): Html | '' {
  if (!logoUrl || !SECURE.test(logoUrl)) return '';
  return html`<img class="logo" src="${logoUrl}" alt="" referrerpolicy="no-referrer" />`;
}

/** Renders the foot of a page on which visitors book: the name of the business, and what it says on personal data. */
export function footOf({ say }: PageLanguage, { privacyUrl }: PageBrand, name: string): Html {
  return html`<footer>
    <span dir="auto">${name}</span>
    ${privacyUrl && SECURE.test(privacyUrl) ? html`<a href="${privacyUrl}" target="_blank" rel="noopener noreferrer">${say('privacy')}</a>` : ''}
  </footer>`;
}

/**
 * Renders the place for a client who is signed in at `/me`, before the widget: of the coach with this slug, or of a
 * page of several coaches. It is empty for everybody else.
 */
export function clientOf(base: string, publishableKey: string, slug = ''): Html {
  return html`<coach-book-client publishable-key="${publishableKey}" base="${base}" coach="${slug}"></coach-book-client>`;
}
