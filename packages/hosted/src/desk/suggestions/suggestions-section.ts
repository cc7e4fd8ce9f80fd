import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError, type SessionToken } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { DAY } from '@coach-booking/time/units';
import { pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { PageSection } from '../../page-section.ts';
import { suggestionCalls, type Feature, type Recommendation, type SuggestionCalls, type Suggestions } from './calls.ts';
import { draftOf, FEATURES, isWrong, sharesOf, suggestionsOf, type Draft } from './form.ts';
import { hoursView } from './hours-view.ts';
import { suggestionStyles } from './styles.ts';
import { suggestionTextsFor } from './texts/index.ts';

/** The times of the coming week by which it is shown what each weight did. */
const TOP = 10;
const WEEK = 7 * DAY;

/** Settings › Suggestions of a coach: what counts for a suggested time, what each did, and who sees the times. */
export class DeskSuggestions extends PageSection {
  static override styles = [...PageSection.styles, suggestionStyles];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    coach: { attribute: false },
    mayChange: { attribute: false },
  };

  /** The calls of the server, and the clock; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => SuggestionCalls = suggestionCalls;
  static now: () => number = Date.now;

  declare session: PageSession;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  /** Members of the team do not see it. */
  declare mayChange: boolean;

  #calls: SuggestionCalls | null = null;
  #draft: Draft | null = null;
  #top: readonly Recommendation[] | null = null;
  #isTried = false;

  get #texts() {
    return suggestionTextsFor(pageLanguage()).texts;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(this.#read);
  }

  get #own(): typeof DeskSuggestions {
    return this.constructor as typeof DeskSuggestions;
  }

  readonly #read = (): void => {
    if (!this.mayChange) return;
    this.#calls ??= this.#own.calls(this.session.token, defaultBaseUrl(import.meta.url));
    const { coach } = this;
    void this.run('read', async () => {
      const [settings] = await Promise.all([this.#calls!.getSuggestions({ coach }), this.#readTop()]);
      this.#draft = draftOf(settings);
      return null;
    });
  };

  /** Reads the best times of the coming week. What the weights did is said only where they can be read. */
  async #readTop(): Promise<void> {
    const now = this.#own.now();
    const [from, to] = [now, now + WEEK].map((at) => new Date(at).toISOString()) as [string, string];
    this.#top = await this.#calls!.recommendSlots({ coach: this.coach, from, to, limit: TOP }).catch(() => null);
  }

  protected override sentenceOf(error: unknown): string {
    return isCoachBookingError(error) && error.code === 'INVALID_REQUEST'
      ? this.#texts.refused
      : super.sentenceOf(error);
  }

  readonly #change = (given: Partial<Draft>): void => {
    this.#draft = { ...this.#draft!, ...given };
    this.forget();
    this.requestUpdate();
  };

  readonly #save = (event: Event): void => {
    event.preventDefault();
    this.#isTried = true;
    const wrong = this.#draft!.hours.findIndex(isWrong);
    this.requestUpdate();
    if (wrong >= 0) return void this.focusOn(`#start-${wrong}`);
    void this.run('save', async () => {
      this.#draft = draftOf(
        await this.#calls!.updateSuggestions({ coach: this.coach, ...suggestionsOf(this.#draft!) }),
      );
      this.#isTried = false;
      await this.#readTop();
      return this.#texts.saved;
    });
  };

  /** Puts the usual settings into the form, as the server has them. */
  readonly #reset = (): void =>
    void this.run('save', async () => {
      const usual: Suggestions = await this.#calls!.updateSuggestions({ coach: this.coach, dryRun: true });
      this.#draft = draftOf(usual);
      this.#isTried = false;
      return this.#texts.resetDone;
    });

  #weight(feature: Feature, value = 0, share: number | undefined): TemplateResult {
    const { texts, language } = suggestionTextsFor(pageLanguage());
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
    const put = (event: Event): void =>
      this.#change({ weights: { ...this.#draft!.weights, [feature]: +(event.target as HTMLInputElement).value } });
    return html`<div class="weight">
      <label for="weight-${feature}">${texts[feature]}</label>
      <output for="weight-${feature}">${new Intl.NumberFormat(language).format(value)}</output>
      <p class="quiet" id="about-${feature}">${texts[`${feature}Text`]}${share === undefined ? nothing : html` <span>${filled(texts.share, { share: percent.format(share) })}</span>`}</p>
      <input id="weight-${feature}" type="range" min="0" max="100" step="5" .value=${String(value)} aria-describedby="about-${feature}" @input=${put} />
    </div>`;
  }

  #weights({ weights }: Draft): TemplateResult {
    const texts = this.#texts;
    const shares = this.#top && sharesOf(this.#top);
    const isNone = FEATURES.every((feature) => !weights[feature]);
    return html`<fieldset>
      <legend>${texts.weights}</legend>
      <p class="quiet">${texts.weightsText} ${this.#top?.length === 0 ? texts.noTimes : nothing}</p>
      ${FEATURES.map((feature) => this.#weight(feature, weights[feature], shares?.[feature]))}
      <p role="status">${isNone ? texts.allNone : nothing}</p>
    </fieldset>`;
  }

  #form(draft: Draft): TemplateResult {
    const texts = this.#texts;
    return html`<form novalidate @submit=${this.#save}>
      ${this.#weights(draft)}
      <fieldset>
        <legend>${texts.hours}</legend>
        <p class="quiet">${texts.hoursText}</p>
        ${hoursView({
          hours: draft.hours,
          isTried: this.#isTried,
          change: (hours) => this.#change({ hours }),
          focusOn: (selector) => void this.focusOn(selector),
        })}
      </fieldset>
      <label class="tick"><input type="checkbox" id="showInWidget" .checked=${draft.showInWidget} aria-describedby="widget-text" @change=${(event: Event) => this.#change({ showInWidget: (event.target as HTMLInputElement).checked })} /> <span>${texts.widget}</span></label>
      <p class="quiet" id="widget-text">${texts.widgetText}</p>
      ${this.outcome('save')}
      <div class="actions">
        <button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('save') ? this.shared.busy : texts.save}</button>
        <button type="button" aria-disabled=${this.isBusy()} @click=${this.#reset}>${texts.reset}</button>
      </div>
    </form>`;
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    if (!this.mayChange) return html`<div class="sections"><section><p>${texts.ofCoach}</p></section></div>`;
    const isReading = this.isBusy('read') && !this.#draft;
    return html`<div class="sections">
      <section aria-labelledby="title">
        <h2 id="title">${texts.title}</h2>
        <p class="quiet">${texts.text}</p>
        ${isReading ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
        ${this.#draft ? this.#form(this.#draft) : nothing}
        ${this.#draft || isReading ? nothing : html`<div class="actions"><button type="button" aria-disabled=${this.isBusy()} @click=${this.#read}>${texts.reload}</button></div>`}
      </section>
      ${this.#calls ? html`<coach-desk-reliability .calls=${this.#calls} .coach=${this.coach}></coach-desk-reliability>` : nothing}
    </div>`;
  }
}
