import type { Branding } from '@coach-booking/sdk';
import { html, type TemplateResult } from 'lit';
import type { View } from '../view.ts';
import { colourOf, accentInk, type Colour } from '../../internal/theme/contrast.ts';
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

const inkOn = (element: HTMLElement, accent: string): string => {
  const own = ownBackground(element);
  return own ? accentInk(accent, own) : `light-dark(${accentInk(accent, LIGHT)}, ${accentInk(accent, DARK)})`;
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
 * CSSOM, which a content security policy allows; name and logo in the view. Values that the page has set win. The
 * colour fills as it is; as text it is made darker or lighter where it has too little contrast.
 */
export function applyBranding(view: View, branding: Branding | undefined): void {
  const { name = '', logoUrl, accent } = branding ?? {};
  const { style } = view.element;
  const colours = accent ? { '--coach-brand': accent, '--coach-brand-ink': inkOn(view.element, accent) } : {};
  for (const name of ['--coach-brand', '--coach-brand-ink'] as const) style.setProperty(name, colours[name] ?? null);
  const logo = logoUrl && SECURE.test(logoUrl) ? logoUrl : null;
  if (name || logo || view.ui.brand) view.setUi({ brand: name || logo ? brandView(view, name, logo) : undefined });
}
