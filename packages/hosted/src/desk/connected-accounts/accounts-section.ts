import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError } from '@coach-booking/sdk';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { PageSection } from '../../page-section.ts';
import { accountFacts, providerNames } from './account-facts.ts';
import type { Account, AccountCalls, Accounts, Provider } from './calls.ts';
import { providerAnswerIn } from './provider-answer.ts';
import { accountTextsFor } from './texts/index.ts';

/** The browser's address, as the section uses it; tests replace it. */
export interface Address {
  readonly here: () => Pick<Location, 'href' | 'hash'>;
  /** Takes what a provider has answered out of the address, so that no history keeps it. */
  readonly clean: () => void;
  readonly leave: (url: string) => void;
}

const browser: Address = {
  here: () => location,
  clean: () => history.replaceState(history.state, '', location.pathname + location.search),
  leave: (url) => location.assign(url),
};

/**
 * The accounts with Google, Microsoft and Zoom that a coach has connected. Dispatches `accounts-changed` with them when
 * they were read or are others.
 */
export class AccountsSection extends PageSection {
  static override properties: PropertyDeclarations = { calls: { attribute: false }, coach: { attribute: false } };

  static address: Address = browser;

  declare calls: AccountCalls;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;

  #known: Accounts | null = null;
  /** Those that were dispatched last. */
  #dispatched: Accounts | null = null;
  #isReading = false;
  /** The one that is about to be disconnected. */
  #asked = '';
  /** The provider's own code of a refusal. */
  #refusal = '';

  get #texts() {
    return accountTextsFor(pageLanguage()).texts;
  }
  get #address(): Address {
    return (this.constructor as typeof AccountsSection).address;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  protected override updated(): void {
    if (!this.#known || this.#dispatched === this.#known) return;
    this.#dispatched = this.#known;
    this.dispatchEvent(new CustomEvent('accounts-changed', { detail: this.#known.accounts }));
  }

  /** Finishes what a provider has sent the browser back with, and reads. */
  async #begin(): Promise<void> {
    const answer = providerAnswerIn(this.#address.here());
    if (answer) {
      this.#address.clean();
      this.#refusal = answer.error ?? '';
      await this.run('finish', async () => {
        const { account } = await this.calls.addConnectedAccount({ coach: this.coach, ...answer });
        return filled(this.#texts.added, { account: isolated(account) });
      });
    }
    await this.#read();
    if (answer) await this.focusOn('#accounts-title');
  }

  readonly #read = (): Promise<void> =>
    this.#quietly(async () => {
      this.#known = await this.calls.listConnectedAccounts({ coach: this.coach });
    });

  /** Reads without taking the result of an act before away, unless it fails. */
  async #quietly(read: () => Promise<void>): Promise<void> {
    this.#isReading = true;
    this.requestUpdate();
    try {
      await read();
    } catch (error) {
      this.tell('read', this.sentenceOf(error), true);
    }
    this.#isReading = false;
    this.requestUpdate();
  }

  protected override sentenceOf(error: unknown): string {
    const texts = this.#texts;
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    if (error.code === 'CONNECTION_ATTEMPT_GONE') return texts.gone;
    if (error.code === 'CONNECTION_REFUSED')
      return filled(texts.refused, { code: isolated(this.#refusal || error.code) });
    if (error.code === 'SCOPES_MISSING') return texts.scopes;
    return error.code === 'PROVIDER_NOT_OFFERED' ? texts.notOffered : super.sentenceOf(error);
  }

  #connect(provider: Provider, at: string): void {
    void this.run(at, async () => {
      const returnTo = this.#address.here().href.split('#')[0]!;
      const { authorizeUrl } = await this.calls.connectAccount({ coach: this.coach, provider, returnTo });
      this.#address.leave(authorizeUrl);
      return filled(this.#texts.leaving, { provider: isolated(providerNames[provider]) });
    });
  }

  #put(account: Account): void {
    const known = this.#known!;
    this.#known = { ...known, accounts: known.accounts.map((other) => (other.id === account.id ? account : other)) };
  }

  #test({ id }: Account): void {
    void this.run(id, async () => {
      const account = await this.calls.testConnectedAccount({ coach: this.coach, id });
      this.#put(account);
      // Its state says so below.
      if (account.state === 'revoked') return null;
      const { lastError } = account;
      return lastError ? filled(this.#texts.testFailed, { code: isolated(lastError.code) }) : this.#texts.tested;
    });
  }

  #disconnect({ id, account }: Account): void {
    void this.run('add', async () => {
      await this.calls.disconnectAccount({ coach: this.coach, id });
      const known = this.#known!;
      this.#known = { ...known, accounts: known.accounts.filter((other) => other.id !== id) };
      this.#asked = '';
      void this.focusOn('#accounts-title');
      return filled(this.#texts.disconnected, { account: isolated(account) });
    });
  }

  #ask(id: string, isAsked: boolean): void {
    this.forget();
    this.#asked = isAsked ? id : '';
    this.requestUpdate();
    void this.focusOn(isAsked ? `#keep-${id}` : `#disconnect-${id}`);
  }

  #question(account: Account): TemplateResult {
    const texts = this.#texts;
    const { id, provider } = account;
    return html`<p>${filled(texts.asked, { account: isolated(account.account) })}${provider === 'microsoft' ? html` ${texts.askedMicrosoft}` : nothing}</p>
      <div class="actions">
        <button type="button" id="keep-${id}" @click=${() => this.#ask(id, false)}>${texts.keep}</button>
        <button type="button" class="risky" aria-disabled=${this.isBusy()} @click=${() => this.#disconnect(account)}>${texts.disconnect}</button>
      </div>`;
  }

  #actions(account: Account): TemplateResult {
    const texts = this.#texts;
    const { id, provider, state } = account;
    const button = (words: string, act: () => void, look = '', name?: string) =>
      html`<button type="button" class=${look} id=${name ?? nothing} aria-describedby="account-${id}" aria-disabled=${this.isBusy()} @click=${act}>${words}</button>`;
    return html`<div class="actions">
      ${
        state === 'revoked'
          ? button(texts.reconnect, () => this.#connect(provider, id), 'go')
          : button(this.isBusy(id) ? this.shared.busy : texts.test, () => this.#test(account))
      }
      ${button(texts.disconnect, () => this.#ask(id, true), '', `disconnect-${id}`)}
    </div>`;
  }

  #account(account: Account): TemplateResult {
    const { id, provider } = account;
    return html`<li class="rule">
      <h3 id="account-${id}">${providerNames[provider]} <bdi dir="auto">${account.account}</bdi></h3>
      ${accountFacts(account)} ${this.outcome(id)} ${this.#asked === id ? this.#question(account) : this.#actions(account)}
    </li>`;
  }

  #offers({ providers, accounts }: Accounts): TemplateResult {
    const texts = this.#texts;
    const offered = providers.filter(({ offered: isOffered }) => isOffered);
    const shared = providers.filter(({ forAll }) => forAll);
    const isNothing = offered.length === 0 && shared.length === 0 && accounts.length === 0;
    return html`${shared.map(({ provider }) => html`<p>${filled(texts.forAll, { provider: isolated(providerNames[provider]) })}</p>`)}
    ${isNothing ? html`<p>${texts.noneOffered}</p>` : nothing} ${this.outcome('add')}
    <div class="actions">
      ${offered.map(
        ({ provider }) =>
          html`<button type="button" aria-disabled=${this.isBusy()} @click=${() => this.#connect(provider, 'add')}>${filled(texts.connect, { provider: providerNames[provider] })}</button>`,
      )}
    </div>`;
  }

  #content(known: Accounts): TemplateResult {
    const { accounts, providers } = known;
    const isOffered = providers.some(({ offered }) => offered);
    return html`${
      accounts.length > 0
        ? html`<ul>${accounts.map((account) => this.#account(account))}</ul>`
        : isOffered
          ? html`<p>${this.#texts.none}</p>`
          : nothing
    }
    ${this.#offers(known)}`;
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    const known = this.#known;
    return html`<section aria-labelledby="accounts-title">
      <h2 id="accounts-title" tabindex="-1">${texts.title}</h2>
      <p class="quiet">${texts.text}</p>
      ${this.isBusy('finish') ? html`<p role="status">${texts.finishing}</p>` : nothing} ${this.outcome('finish')}
      ${this.#isReading && !known ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
      ${known ? this.#content(known) : nothing}
      ${
        known || this.#isReading || this.isBusy('finish')
          ? nothing
          : html`<div class="actions"><button type="button" @click=${this.#again}>${texts.readAgain}</button></div>`
      }
    </section>`;
  }

  readonly #again = (): void => {
    this.forget();
    void this.#read();
  };
}
