import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createTransport, isCoachBookingError, register, type Bound } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { PageSection } from '../page-section.ts';
import { pageLanguage } from '../page-language.ts';
import { meTextsFor } from './texts/index.ts';

/** The names of the fields, in their order. */
const FIELDS = ['name', 'email', 'password'] as const;

/** Makes an account for a client. Name and e-mail may stand behind the `#` of the address, which no server sees. */
export class MeRegister extends PageSection {
  static override properties: PropertyDeclarations = {
    publishableKey: { attribute: false },
    signInAt: { attribute: false },
  };

  /** The call of the server, and where this page is; tests replace them. */
  static register: (publishableKey: string, baseUrl: string) => Bound<typeof register> = (publishableKey, baseUrl) => {
    const transport = createTransport({ baseUrl, publishableKey });
    return (input) => register(transport, input);
  };
  static here: () => Pick<Location, 'hash'> = () => location;

  declare publishableKey: string;
  /** The address of the page to sign in on. */
  declare signInAt: string;

  #sentTo = '';
  #missing: readonly string[] = [];

  get #texts() {
    return meTextsFor(pageLanguage()).texts;
  }

  get #own(): typeof MeRegister {
    return this.constructor as typeof MeRegister;
  }

  #valueOf(name: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${name}`)?.value ?? '';
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#missing = FIELDS.filter((name) => this.#valueOf(name).trim() === '');
    this.requestUpdate();
    if (this.#missing[0]) return void this.focusOn(`#${this.#missing[0]}`);
    const [name, email] = [this.#valueOf('name').trim(), this.#valueOf('email').trim()];
    const input = {
      name,
      email,
      password: this.#valueOf('password'),
      timeZone: deviceZone(),
      language: pageLanguage(),
    };
    void this.run('register', async () => {
      await this.#own.register(this.publishableKey, defaultBaseUrl(import.meta.url))(input);
      this.#sentTo = email;
      return null;
    }).then(() => (this.#sentTo ? this.focusOn('h1') : undefined));
  };

  protected override sentenceOf(error: unknown): string {
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    if (error.code === 'PASSWORD_UNSAFE') return this.#texts.unsafe;
    return error.code === 'INVALID_REQUEST' ? this.#texts.badInput : super.sentenceOf(error);
  }

  #field(name: (typeof FIELDS)[number], label: string, first: string): TemplateResult {
    const isMissing = this.#missing.includes(name);
    const type = name === 'name' ? 'text' : name;
    const autocomplete = { name: 'name', email: 'email', password: 'new-password' }[name] as AutoFill;
    const described = isMissing ? `${name}-error` : name === 'password' ? 'password-hint' : nothing;
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input id=${name} name=${name} type=${type} value=${first} autocomplete=${autocomplete} maxlength="200" required dir=${name === 'name' ? 'auto' : 'ltr'} aria-invalid=${isMissing} aria-describedby=${described} />
      ${name === 'password' ? html`<p class="quiet" id="password-hint">${this.#texts.passwordHint}</p>` : nothing}
      ${isMissing ? html`<p class="error" id="${name}-error">${this.shared.required}</p>` : nothing}
    </div>`;
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    if (this.#sentTo)
      return html`<div class="card"><h1 tabindex="-1">${texts.registered}</h1>
        <p>${filled(texts.registeredText, { email: isolated(this.#sentTo) })}</p><a href=${this.signInAt}>${texts.haveAccount}</a></div>`;
    const known = new URLSearchParams(this.#own.here().hash.slice(1));
    return html`<div class="card">
      <h1 tabindex="-1">${texts.create}</h1>
      <p class="quiet">${texts.createText}</p>
      <form novalidate aria-label=${texts.create} @submit=${this.#submit}>
        ${this.outcome('register')}
        ${this.#field('name', texts.name, known.get('name') ?? '')} ${this.#field('email', texts.email, known.get('email') ?? '')} ${this.#field('password', texts.newPassword, '')}
        <button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy() ? this.shared.busy : texts.register}</button>
      </form>
      <a href=${this.signInAt}>${texts.haveAccount}</a>
    </div>`;
  }
}
