import type { Branding } from '@coach-booking/sdk';
import { html, type TemplateResult } from 'lit';
import type { View } from '../view.ts';
import { colourOf, readableOn, type Colour } from '../../internal/theme/contrast.ts';
import { palette } from '../../internal/theme/palette.ts';

const LIGHT = colourOf(palette.light.ground);
const DARK = colourOf(palette.dark.ground);

/** Returns the background that the page has set, as it is drawn; null when it has set none. */
function ownBackground(element: HTMLElement): Colour | null {
  if (!getComputedStyle(element).getPropertyValue('--coach-background').trim()) return null;
  const root = element.shadowRoot?.querySelector('.root');
  const drawn = root && /^rgb\((\d+), (\d+), (\d+)\)$/.exec(getComputedStyle(root).backgroundColor);
  return drawn ? [Number(drawn[1]), Number(drawn[2]), Number(drawn[3])] : null;
}

const accentOn = (element: HTMLElement, accent: string): string => {
  const own = ownBackground(element);
  return own ? readableOn(accent, own) : `light-dark(${readableOn(accent, LIGHT)}, ${readableOn(accent, DARK)})`;
};

/**
 * Renders the partner's logo with the name as its text; without one, or where the page's policy lets no image in, the
 * name.
 */
function brandView(view: View, name: string, logoUrl: string | null | undefined): TemplateResult {
  const withoutLogo = () => view.setUi({ brand: name ? brandView(view, name, null) : undefined });
  return html`<p class="brand" part="brand">
    ${logoUrl ? html`<img part="logo" src=${logoUrl} alt=${name} referrerpolicy="no-referrer" @error=${withoutLogo} />` : name}
  </p>`;
}

const SECURE = /^https:\/\//;

/**
 * Applies the partner's branding to the element, or removes it: the accent as a property of the host, through the
 * CSSOM, which a content security policy allows; name and logo in the view. Values that the page has set win. Colours
 * with too little contrast are made darker or lighter.
 */
export function applyBranding(view: View, branding: Branding | undefined): void {
  const { name = '', logoUrl, accent } = branding ?? {};
  const { style } = view.element;
  if (accent) style.setProperty('--coach-brand', accentOn(view.element, accent));
  else style.removeProperty('--coach-brand');
  const logo = logoUrl && SECURE.test(logoUrl) ? logoUrl : null;
  if (name || logo || view.ui.brand) view.setUi({ brand: name || logo ? brandView(view, name, logo) : undefined });
}
