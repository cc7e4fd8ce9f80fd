import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { addressQuery, pageLanguage } from '../page-language.ts';
import { accountCalls, type AccountCalls } from './calls.ts';
import { accountTextsFor, type AccountTexts } from './texts/index.ts';
import { linkProblemOf } from './link-problem.ts';
import type { Sharing } from './sharing.ts';
import { pageTextsFor } from '../sign-in/texts/index.ts';
import { styles } from '../styles.ts';
import { businessView } from '../ui/business.ts';
import { secretView } from '../ui/secret.ts';

/** The field that each view sends. */
const fields = {
  confirm: null,
  unsubscribe: null,
  verify: { name: 'current', type: 'password', autocomplete: 'current-password', maxlength: 200 },
  refuse: null,
  email: { name: 'current', type: 'password', autocomplete: 'current-password', maxlength: 200 },
  password: { name: 'password', type: 'password', autocomplete: 'new-password', maxlength: 200 },
  forgotten: { name: 'email', type: 'email', autocomplete: 'username', maxlength: 254 },
} as const;

/** The text after each act. */
const done = {
  confirm: 'booked',
  unsubscribe: 'unsubscribed',
  verify: 'verified',
  refuse: 'refused',
  email: 'moved',
  password: 'saved',
  forgotten: 'sent',
} as const;

/** The page on which each member of the team works, and the text of the link. All others have an account. */
const workplaces: Readonly<Partial<Record<User['role'], readonly [page: string, words: keyof AccountTexts]>>> = {
  admin: ['/admin', 'toAdmin'],
  coach: ['/desk/calendar', 'toCalendar'],
  staff: ['/desk/calendar', 'toCalendar'],
};

/** The outcomes after which there is no account to open. */
const endings: readonly (keyof AccountTexts)[] = ['refused', 'unsubscribed', 'sent'];

/**
 * The pages of the links in mails: `/confirm/{token}`, `/u/{token}`, `/verify/{token}`, `/refuse/{token}`,
 * `/email/{token}`, `/password/{token}`, and `/password`, which asks for such a mail. Nothing is sent before the button
 * is pressed. The server writes its attributes.
 */
export class AccountPage extends LitElement {
  static override styles = styles;

  static override properties = {
    view: {},
    publishableKey: { attribute: 'publishable-key' },
    partner: {},
    logoUrl: { attribute: 'logo-url' },
    token: {},
    booking: {},
  };

  /** The calls of the server; tests replace them. */
  static calls: (publishableKey: string, baseUrl: string) => AccountCalls = accountCalls;

  declare view: keyof typeof fields;
  declare publishableKey: string;
  /** The partner's name, above the form. */
  declare partner: string;
  /** The address of its logo; absent without one. */
  declare logoUrl: string | undefined;
  /** The token of the link. */
  declare token: string;

  /** The booking that a guest confirms. */
  declare booking: string;

  #busy = false;
  /** The address at which the guest changes or cancels the confirmed booking. */
  #manageUrl: string | undefined;
  #missing = false;
  #problem: keyof AccountTexts | null = null;
  #done: keyof AccountTexts | null = null;
  /** The role of the person whose password was set, where that is known. */
  #role: User['role'] | null = null;
  /** The coaches who ask to see the profile, until the client answers. */
  #sharing: Sharing | null = null;

  async #send(value: string): Promise<void> {
    const calls = (this.constructor as typeof AccountPage).calls(this.publishableKey, defaultBaseUrl(import.meta.url));
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      if (this.view === 'password') this.#role = (await calls.password(this.token, value)).role;
      else if (this.view === 'forgotten') await calls.forgotten(value);
      else if (this.view === 'verify') this.#sharing = await calls.verify(this.token, value);
      else if (this.view === 'confirm') await this.#confirm(calls);
      else await calls[this.view](this.token, value);
      this.#done ??= done[this.view];
    } catch (error) {
      // The password is stored before the code is requested.
      const problem = linkProblemOf(error);
      if (problem === 'code') this.#done = 'savedWithCode';
      else this.#problem = problem;
    }
    this.#busy = false;
    this.requestUpdate();
    await this.updateComplete;
    // The button is gone, so the focus moves to the outcome, which a screen reader announces.
    if (this.#done) this.renderRoot.querySelector<HTMLElement>('[role=status]')?.focus();
    else if (this.#problem === 'unsafe' || this.#problem === 'wrong')
      this.renderRoot.querySelector<HTMLInputElement>('input')?.select();
  }

  async #confirm(calls: AccountCalls): Promise<void> {
    const { status, manageUrl } = await calls.confirm(this.token, this.booking);
    this.#manageUrl = manageUrl;
    if (status === 'pending') this.#done = 'asked';
  }

  /** Shares the profile with the ticked coaches; the others wait in the account. */
  readonly #share = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#busy || !this.#sharing) return;
    const ticked = [...this.renderRoot.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      await this.#sharing.share(ticked);
      this.#sharing = null;
      this.#done = ticked.length > 0 ? 'shared' : 'sharedNothing';
    } catch (error) {
      const problem = linkProblemOf(error);
      this.#problem = problem === 'code' ? 'server' : problem;
    }
    this.#busy = false;
    this.requestUpdate();
    await this.updateComplete;
    if (!this.#problem) this.renderRoot.querySelector<HTMLElement>('[role=status]')?.focus();
  };

  #questions(texts: AccountTexts, { questions }: Sharing): TemplateResult {
    return html`<form @submit=${this.#share}>
      <fieldset class="choices" aria-describedby="share-text">
        <legend>${texts.shareTitle}</legend>
        <p id="share-text">${texts.shareText}</p>
        ${questions.map(({ coachId, coachName }) => html`<label><input type="checkbox" value=${coachId} /> <span>${filled(texts.shareWith, { coach: isolated(coachName) })}</span></label>`)}
      </fieldset>
      <div role="alert">${this.#problem ? html`<p class="problem">${texts[this.#problem]}</p>` : nothing}</div>
      <button type="submit" class="go" aria-disabled=${this.#busy}>${this.#busy ? texts.busy : texts.shareSave}</button>
    </form>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    if (this.#busy) return;
    const input = this.renderRoot.querySelector<HTMLInputElement>('input');
    // Blanks are part of a password.
    const value = (fields[this.view]?.type === 'password' ? input?.value : input?.value.trim()) ?? '';
    this.#missing = input !== null && value === '';
    if (!this.#missing) return void this.#send(value);
    this.#problem = null;
    this.requestUpdate();
    input!.focus();
  };

  #field(texts: AccountTexts): TemplateResult | typeof nothing {
    const field = fields[this.view];
    if (!field) return nothing;
    const { name, type, autocomplete, maxlength } = field;
    const wrong = this.#missing || this.#problem === 'unsafe' || this.#problem === 'wrong';
    const input = html`<input id=${name} name=${name} type=${type} autocomplete=${autocomplete} dir="ltr" maxlength=${maxlength} required ?readonly=${this.#busy} aria-invalid=${wrong} aria-describedby=${this.#missing ? 'field-error' : this.view === 'password' ? 'rule' : nothing} />`;
    return html`<div class="field">
      <label for=${name}>${texts[name]}</label>
      ${type === 'password' ? secretView(input, pageTextsFor(pageLanguage()).texts.showPassword) : input}
      ${this.view === 'password' ? html`<p class="quiet" id="rule">${texts.rule}</p>` : nothing}
      ${this.#missing ? html`<p class="error" id="field-error">${texts.required}</p>` : nothing}
    </div>`;
  }

  #form(texts: AccountTexts): TemplateResult {
    const { title, text, go } = {
      confirm: { title: texts.confirmTitle, text: texts.confirmText, go: texts.confirm },
      unsubscribe: { title: texts.unsubscribeTitle, text: texts.unsubscribeText, go: texts.unsubscribe },
      verify: { title: texts.verifyTitle, text: texts.verifyText, go: texts.verify },
      refuse: { title: texts.refuseTitle, text: texts.refuseText, go: texts.refuse },
      email: { title: texts.emailTitle, text: texts.emailText, go: texts.verify },
      password: { title: texts.passwordTitle, text: texts.passwordText, go: texts.save },
      forgotten: { title: texts.forgottenTitle, text: texts.forgottenText, go: texts.send },
    }[this.view];
    return html`<h1>${title}</h1>
      <p>${text}</p>
      <div role="alert">${this.#problem ? html`<p class="problem">${texts[this.#problem]}</p>` : nothing}</div>
      <form novalidate @submit=${this.#submit}>
        ${this.#field(texts)}
        <button type="submit" class="go" aria-disabled=${this.#busy}>${this.#busy ? texts.busy : go}</button>
      </form>`;
  }

  /** Renders, after the act, the link to the page of the person. */
  #wayOn(texts: AccountTexts, address: string): TemplateResult | typeof nothing {
    const asks = this.#done === 'verified' && this.#sharing?.questions?.length;
    if (this.#manageUrl) return html`<a href=${this.#manageUrl}>${texts.toBooking}</a>`;
    if (!this.#done || asks || endings.includes(this.#done)) return nothing;
    const [page, words] = (this.#role && workplaces[this.#role]) ?? (['/account', 'toAccount'] as const);
    return html`<a href="${page}?${address}">${texts[words]}</a>`;
  }

  protected override render(): TemplateResult {
    const { language, dir, texts } = accountTextsFor(pageLanguage());
    const address = addressQuery(this.publishableKey);
    return html`<div lang=${language} dir=${dir}>
      <section class="card narrow">
        <div>${businessView(this.partner, this.logoUrl)}</div>
        ${this.#done ? html`<p role="status" tabindex="-1">${texts[this.#done === 'verified' && this.#sharing?.questions?.length ? 'verifiedAsks' : this.#done]}</p>` : this.#form(texts)}
        ${this.#done === 'verified' && this.#sharing?.questions?.length ? this.#questions(texts, this.#sharing) : nothing}
        ${this.#wayOn(texts, address)}
        ${this.#problem === 'dead' && this.view === 'password' ? html`<a href="/password?${address}">${texts.another}</a>` : nothing}
        ${(this.view === 'forgotten' || this.view === 'password') && !this.#done ? html`<a href="/account?${address}">${texts.toSignIn}</a>` : nothing}
        ${this.#problem === 'wrong' ? html`<a href="/password?${address}">${texts.forgotten}</a>` : nothing}
      </section>
    </div>`;
  }
}
