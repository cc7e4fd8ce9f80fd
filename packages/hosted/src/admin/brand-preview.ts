import { html, nothing, type TemplateResult } from 'lit';
import { accentInk, colourOf, contrast, textOn } from '@coach-booking/elements/internal/theme/contrast';
import { palette } from '@coach-booking/elements/internal/theme/palette';
import { styleMap } from '@coach-booking/elements/internal/style-map';
import type { AdminView } from './view.ts';

interface Brand {
  readonly name: string;
  readonly logoUrl: string;
  readonly accent: string;
  readonly isLogoBroken: boolean;
  /** Called when the logo could not be loaded. */
  broken(): void;
}

/** Returns the text about the colours that the widget derives from a colour in a scheme. */
function verdict({ say, format }: AdminView, scheme: keyof typeof palette, given: string, shown: string): string {
  const floored = Math.floor(contrast(colourOf(given), colourOf(palette[scheme].ground)) * 10) / 10;
  const ratio = format.number(floored);
  if (shown === given) return say('accentKept', { ratio });
  return say(scheme === 'light' ? 'accentDarker' : 'accentLighter', { ratio, colour: `\u2066${shown}\u2069` });
}

/** Renders the widget's look with a name, a logo and a colour, in both schemes, by the rules of the widget itself. */
export function brandPreview(
  view: AdminView,
  { name, logoUrl, accent: typed, isLogoBroken, broken }: Brand,
): TemplateResult {
  const { say } = view;
  const given = /^#[0-9a-f]{6}$/i.test(typed) ? typed.toLowerCase() : null;
  const isLogo = /^https:\/\/[^\s/]/.test(logoUrl);
  return html`<div class="previews" role="group" aria-label=${say('preview')}>
    ${(['light', 'dark'] as const).map((scheme) => {
      const { ground, ink, accent: standard } = palette[scheme];
      const accent = given ?? standard;
      const shown = accentInk(accent, colourOf(ground));
      const colours = {
        '--p-ground': ground,
        '--p-ink': ink,
        '--p-accent': accent,
        '--p-accent-ink': shown,
        '--p-on': textOn(accent),
        'color-scheme': scheme,
      };
      return html`<figure>
        <figcaption>${say(`preview_${scheme}`)}</figcaption>
        <div class="preview" style=${styleMap(colours)}>
          <div class="brand">
            ${isLogo && !isLogoBroken ? html`<img src=${logoUrl} alt=${name} referrerpolicy="no-referrer" @error=${broken} />` : name}
          </div>
          <span class="p-link" aria-hidden="true">${say('previewLink')}</span>
          <span class="p-button" aria-hidden="true">${say('previewButton')}</span>
        </div>
        <p class="verdict quiet">${given ? verdict(view, scheme, given, shown) : say('noAccent')}</p>
      </figure>`;
    })}
    ${isLogo && isLogoBroken ? html`<p class="error" role="status">${say('logoBroken')}</p>` : nothing}
  </div>`;
}
