import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '@coach-booking/elements/internal/fields';
import { styleMap } from '@coach-booking/elements/internal/style-map';
import { hexOf } from '@coach-booking/elements/internal/theme/colour';
import { accentInk, colourOf } from '@coach-booking/elements/internal/theme/contrast';
import { palette } from '@coach-booking/elements/internal/theme/palette';
import { segmentsView } from '../ui/views.ts';
import { coachesOf } from './coaches-of.ts';
import { brandPreview } from './brand-preview.ts';
import { brandWordsView } from './brand-words.ts';
import { EditorSection } from './editor-section.ts';
import type { EditorState } from './partner-editor.ts';
import { brandFields } from './partner-form.ts';
import { partnerText } from './partner-text.ts';
import { problemView } from './problem.ts';

type Scheme = keyof typeof palette;

/** `#branding`: name, logo, accent and words of the widget, beside the widget itself as it looks with them. */
export class AdminBranding extends EditorSection {
  /** Loads `<coach-booking>`; tests replace it. */
  static loadWidget: () => Promise<unknown> = () => import('@coach-booking/elements/coach-booking');

  protected override readonly fields = brandFields;
  protected override readonly heading = { title: 'branding', text: 'brandingText' } as const;
  #brokenLogo = '';
  #scheme: Scheme = 'light';
  #problem: unknown = null;

  protected override begin(): void {
    super.begin();
    this.follow(this.view.coaches.$state);
    this.#load();
  }

  readonly #load = (): void => {
    this.#problem = null;
    void (this.constructor as typeof AdminBranding).loadWidget().catch((error: unknown) => {
      this.#problem = error;
      this.requestUpdate();
    });
  };

  #accent({ form, errors, phase }: EditorState): TemplateResult {
    const { say, editor } = this.view;
    const { accent } = form!;
    const error = errors['accent'];
    const change = (value: string) => editor.change({ accent: value });
    return html`<div class="line">
      ${textField({ id: 'accent', label: say('accent'), hint: say('optional'), value: accent, maxLength: 7, busy: phase === 'saving', error: error && say(error), input: change })}
      <input type="color" aria-label=${say('accentPick')} .value=${hexOf(accent) ?? palette.light.accent} ?disabled=${phase === 'saving'} @input=${(event: Event) => change((event.target as HTMLInputElement).value)} />
    </div>`;
  }

  protected override content(state: EditorState): unknown {
    const { view } = this;
    const { say } = view;
    const form = state.form!;
    return html`<div class="card">
      ${partnerText(view, state, 'brandName', say('optional'), 80)}
      ${partnerText(view, state, 'logoUrl', `${say('optional')} ${say('logoHint')}`, 500)} ${this.#accent(state)}
      ${brandPreview(view, {
        name: form.brandName,
        logoUrl: form.logoUrl,
        accent: form.accent,
        isLogoBroken: this.#brokenLogo === form.logoUrl,
        broken: () => {
          this.#brokenLogo = form.logoUrl;
          this.requestUpdate();
        },
      })}
    </div>
    ${brandWordsView(view, state, (selector) => this.focusOn(selector))}`;
  }

  /** Renders the widget of a coach in the typed colour; what is pressed in it does nothing. */
  protected override beside({ form }: EditorState): unknown {
    const { view } = this;
    const { say, format, publishableKey } = view;
    const coach = coachesOf(view)[0];
    if (!coach) return nothing;
    return html`<section class="card" aria-labelledby="live-title">
      <div><h2 id="live-title">${say('livePreview')}</h2><p class="quiet">${say('livePreviewText', { coach: `\u2068${coach.name}\u2069` })}</p></div>
      ${segmentsView<Scheme>({
        name: 'scheme',
        legend: say('preview'),
        options: [
          ['light', say('preview_light')],
          ['dark', say('preview_dark')],
        ],
        value: this.#scheme,
        change: (scheme) => {
          this.#scheme = scheme;
          this.requestUpdate();
        },
      })}
      ${problemView(view, this.#problem, this.#load)}
      <div class="live" inert style=${styleMap(this.#ground())}>
        <coach-booking publishable-key=${publishableKey} coach=${coach.slug} theme=${this.#scheme} lang=${format.language} style=${styleMap(this.#colours(hexOf(form!.accent)))}></coach-booking>
      </div>
    </section>`;
  }

  #ground(): Readonly<Record<string, string>> {
    return { background: palette[this.#scheme].ground, 'color-scheme': this.#scheme };
  }

  /** Returns the properties that a page sets for an accent; none without one. */
  #colours(accent: string | null): Readonly<Record<string, string>> {
    if (!accent) return {};
    const ink = accentInk(accent, colourOf(palette[this.#scheme].ground));
    return { '--coach-accent': accent, '--coach-accent-ink': ink };
  }
}
