import type { Branding } from '@coach-booking/sdk';
import { html, type TemplateResult } from 'lit';
import type { View } from '../view.ts';
import { accentInk, colourOf, hexOf, type Colour } from '../../internal/theme/contrast.ts';
import { palette } from '../../internal/theme/palette.ts';

const LIGHT = colourOf(palette.light.ground);
const DARK = colourOf(palette.dark.ground);

const isSet = (element: HTMLElement, name: string) => getComputedStyle(element).getPropertyValue(name).trim() !== '';

/** Returns a token as it is drawn; null when it is no colour without transparency. */
function drawn(element: HTMLElement, token: '--accent' | '--bg'): Colour | null {
  const probe = element.shadowRoot?.querySelector('.root')?.appendChild(document.createElement('span'));
  if (!probe) return null;
  probe.style.color = `var(${token})`;
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(getComputedStyle(probe).color);
  probe.remove();
  return parts && [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/** Returns the text in an accent on the background that is drawn; null where the accent itself can be read. */
function inkOn(element: HTMLElement, accent: string): string | null {
  const own = isSet(element, '--coach-background') && drawn(element, '--bg');
  const inks = own ? [accentInk(accent, own)] : [accentInk(accent, LIGHT), accentInk(accent, DARK)];
  if (inks.every((ink) => ink === accent)) return null;
  return inks.length === 1 ? inks[0]! : `light-dark(${inks.join(', ')})`;
}

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
  const own = isSet(view.element, '--coach-accent') && drawn(view.element, '--accent');
  const used = own === false ? accent : own && hexOf(own);
  style.setProperty('--coach-brand', accent ?? null);
  style.setProperty('--coach-accent-ink', used ? inkOn(view.element, used) : null);
  const logo = logoUrl && SECURE.test(logoUrl) ? logoUrl : null;
  if (name || logo || view.ui.brand) view.setUi({ brand: name || logo ? brandView(view, name, logo) : undefined });
}
