import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { OutputOf } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { consentFor } from '@coach-booking/elements/internal/consent/texts';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { PageSection } from '../../page-section.ts';
import type { DeskPageProperties } from '../page-properties.ts';
import { recoveryCalls, type RecoveryCalls, type RecoverySettings } from './calls.ts';
import { incentiveFields, incentiveOf, noIncentive, typedIncentive, type TypedIncentive } from './incentive-fields.ts';
import { recoveryTextsFor } from './texts/index.ts';

type Coach = OutputOf<'getCoach'>;

/** Settings › Recovery: whether the form asks for consent, and whether a message goes by itself. */
export class DeskRecovery extends PageSection {
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    coach: { attribute: false },
    mayChange: { attribute: false },
    addressTo: { attribute: false },
  };

  /** The calls of the server; tests replace them. */
  static calls: typeof recoveryCalls = recoveryCalls;

  declare session: PageSession;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  /** False for a member of the team, who may not see the settings. */
  declare mayChange: boolean;
  /** Returns the address of a page of the desk. */
  declare addressTo: DeskPageProperties['addressTo'];

  #calls: RecoveryCalls | undefined;
  #settings: RecoverySettings | null = null;
  #currency: string | undefined;
  #name = '';
  #capture = false;
  #automatic = false;
  #incentive: TypedIncentive = noIncentive;
  #isWrong = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
  }

  readonly #read = (): void =>
    void this.run('read', async () => {
      const { coach, session } = this;
      if (!this.mayChange) return null;
      const { calls } = this.constructor as typeof DeskRecovery;
      this.#calls ??= calls(session.token, defaultBaseUrl(import.meta.url));
      const [found, settings] = await Promise.all([
        this.#calls!.getCoach({ coach }),
        this.#calls!.getRecoverySettings({ coach }),
      ]);
      this.#currency = currencyOf(found);
      this.#name = found.name;
      this.#show(settings);
      return null;
    });

  #show(settings: RecoverySettings): void {
    const { capture, automatic, incentive } = settings;
    this.#settings = settings;
    this.#capture = capture;
    this.#automatic = automatic;
    this.#incentive = typedIncentive(incentive, this.#currency ?? 'EUR');
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const { texts } = recoveryTextsFor(pageLanguage());
    const incentive = incentiveOf(this.#incentive, this.#currency ?? 'EUR');
    this.#isWrong = incentive === null;
    this.requestUpdate();
    if (incentive === null) return void this.focusOn('#value');
    void this.run('save', async () => {
      const [capture, automatic] = [this.#capture, this.#automatic];
      const given = { capture, automatic, ...(incentive && { incentive }) };
      this.#show(await this.#calls!.updateRecoverySettings({ coach: this.coach, ...given }));
      return texts.saved;
    });
  };

  #tick(id: string, words: string, hint: string, isTicked: boolean, set: (to: boolean) => void): TemplateResult {
    const change = ({ target }: Event) => {
      set((target as HTMLInputElement).checked);
      this.requestUpdate();
    };
    return html`<div>
      <label class="tick"><input type="checkbox" id=${id} aria-describedby="${id}-hint" .checked=${isTicked} @change=${change} /><span>${words}</span></label>
      <p class="quiet" id="${id}-hint">${hint}</p>
    </div>`;
  }

  #consent(): TemplateResult {
    const { texts } = recoveryTextsFor(pageLanguage());
    const consent = filled(consentFor(pageLanguage()), { coach: this.#name });
    return html`<p class="quiet" id="consent">${filled(texts.consentAsked, { consent })}</p>`;
  }

  #form({ captureIntents }: RecoverySettings): TemplateResult {
    const { texts } = recoveryTextsFor(pageLanguage());
    const lacksAddress = this.#capture && this.#settings?.capture === true && !captureIntents;
    const changed = (to: TypedIncentive) => {
      this.#incentive = to;
      this.#isWrong = false;
      this.requestUpdate();
    };
    const incentive = { currency: this.#currency, isWrong: this.#isWrong, changed };
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.settingsTitle}</h2>
      <p>${texts.settingsText} <a href=${this.addressTo('abandoned')}>${texts.toList}</a></p>
      ${lacksAddress ? html`<p class="problem">${texts.noAddress}</p>` : nothing}
      <form novalidate @submit=${this.#save}>
        ${this.#tick('capture', texts.capture, texts.captureHint, this.#capture, (to) => (this.#capture = to))}
        ${this.#consent()}
        ${this.#tick('automatic', texts.automatic, texts.automaticHint, this.#automatic, (to) => (this.#automatic = to))}
        ${this.#automatic ? incentiveFields(texts, this.#incentive, incentive) : nothing}
        ${this.outcome('save')}
        <div class="actions"><button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('save') ? this.shared.busy : texts.save}</button></div>
      </form>
    </section>
    <section aria-labelledby="rules">
      <h2 id="rules">${texts.rulesTitle}</h2>
      <ul>
        <li>${texts.ruleConsent}</li>
        <li>${texts.ruleTwice}</li>
        <li>${texts.ruleQuiet}</li>
        <li>${texts.ruleStop}</li>
      </ul>
    </section>`;
  }

  protected override render(): TemplateResult {
    const { texts } = recoveryTextsFor(pageLanguage());
    const isReading = this.isBusy('read');
    if (!this.mayChange) return html`<div class="sections"><section><p>${texts.byCoach}</p></section></div>`;
    return html`<div class="sections">
      ${isReading && !this.#settings ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
      ${this.#settings ? this.#form(this.#settings) : isReading ? nothing : html`<div class="actions"><button type="button" @click=${this.#read}>${texts.reload}</button></div>`}
    </div>`;
  }
}

/** Returns the currency of the first price that a discount can lower; undefined where there is none. */
const currencyOf = ({ services }: Coach): string | undefined =>
  services.find(({ price }) => price !== undefined && price.amount > 0)?.price?.currency;
