import { css, html, nothing, type TemplateResult } from 'lit';
import { isConflict } from '@coach-booking/sdk';
import { textField, type TextField } from '@coach-booking/elements/internal/fields';
import { Action } from './action.ts';
import type { Integration } from './calls.ts';
import { Loader } from '../reading/loader.ts';
import { headingView, loadedView } from './parts.ts';
import { problemView } from './problem.ts';
import { PartnerEditor } from './partner-editor.ts';
import { roomFields } from './partner-form.ts';
import { Section } from './section.ts';
import { videoFallbackForm } from './video-fallback-form.ts';

type Provider = Integration['provider'];
type Field = 'clientId' | 'clientSecret' | 'accountId' | 'webhookSecret';
type Form = Readonly<Record<Field, string>>;

/** The names by which people know the providers, in every language. */
const NAMES: Readonly<Record<Provider, string>> = { google: 'Google', microsoft: 'Microsoft', zoom: 'Zoom' };
const FIELDS: Readonly<Record<Provider, readonly Field[]>> = {
  google: ['clientId', 'clientSecret'],
  microsoft: ['clientId', 'clientSecret', 'accountId'],
  zoom: ['clientId', 'clientSecret', 'accountId', 'webhookSecret'],
};

const formOf = ({ clientId = '', accountId = '' }: Integration): Form => ({
  clientId,
  accountId,
  clientSecret: '',
  webhookSecret: '',
});

/** `#providers`: the OAuth clients by which coaches connect accounts with Google, Microsoft and Zoom. */
export class AdminIntegrations extends Section {
  static override styles = [
    ...Section.styles,
    css`
      /* Ids begin with digits, and are read from the left in every language. */
      input {
        unicode-bidi: plaintext;
      }
    `,
  ];

  readonly #integrations = new Loader<readonly Integration[]>();
  readonly #action = new Action();
  #typed: Partial<Record<Provider, Form>> = {};
  /** The fields that are to be filled in, of the provider that was to be saved. */
  #missing: { readonly of: Provider; readonly fields: readonly Field[] } | null = null;
  /** The provider whose client is about to be removed. */
  #asked: Provider | null = null;
  #isConflict = false;
  /** Of its own, so that what is typed in the section of the partner is not saved from here. */
  #editor: PartnerEditor | undefined;

  constructor() {
    super();
    this.follow(this.#integrations.$state);
    this.follow(this.#action.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#integrations.stop();
  }

  protected override begin(): void {
    this.#editor = new PartnerEditor(this.view.calls);
    this.follow(this.#editor.$state);
    void this.#editor.load();
  }

  readonly #saveFallback = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await this.#editor!.save(roomFields))) await this.focusOn('#videoFallbackUrl');
  };

  protected override read(): void {
    void this.#integrations.load((signal) => this.view.calls.listIntegrations({}, { signal }));
  }

  #change(integration: Integration, change: Partial<Form>): void {
    const { provider } = integration;
    this.#typed = { ...this.#typed, [provider]: { ...(this.#typed[provider] ?? formOf(integration)), ...change } };
    this.#missing = null;
    this.#action.forget();
    this.requestUpdate();
  }

  /** Shows one as it is by now; what is typed for the others stays. */
  async #put(integration: Integration): Promise<void> {
    const state = this.#integrations.$state.get();
    if (state.phase !== 'ready') return;
    const { [integration.provider]: _saved, ...others } = this.#typed;
    this.#typed = others;
    const all = state.value.map((one) => (one.provider === integration.provider ? integration : one));
    await this.#integrations.load(async () => all);
    this.requestUpdate();
  }

  async #save(integration: Integration): Promise<void> {
    const { provider, version } = integration;
    const form = this.#typed[provider] ?? formOf(integration);
    const fields = (['clientId', 'clientSecret'] as const).filter((name) => form[name].trim() === '');
    this.#missing = fields.length > 0 ? { of: provider, fields } : null;
    this.#isConflict = false;
    this.requestUpdate();
    if (fields.length > 0) return this.focusOn('[aria-invalid="true"]');
    const given = FIELDS[provider].map((name) => [name, form[name].trim()] as const).filter(([, value]) => value);
    const input = { provider, version, ...(Object.fromEntries(given) as Pick<Form, 'clientId' | 'clientSecret'>) };
    const saved = await this.#action.run(provider, () => this.view.calls.setIntegration(input));
    if (saved) await this.#put(saved);
    else if (isConflict(this.#action.problemOf(provider))) this.#again();
  }

  /** Reads what another person has set; what is typed stays. */
  #again(): void {
    this.#isConflict = true;
    this.read();
  }

  readonly #remove = async (event: Event): Promise<void> => {
    event.preventDefault();
    const provider = this.#asked!;
    const removed = await this.#action.run(provider, () => this.view.calls.removeIntegration({ provider }));
    if (!removed) return;
    this.#close();
    await this.#put(removed);
    await this.focusOn(`#${provider}-clientId`);
  };

  #ask(provider: Provider): void {
    this.#asked = provider;
    this.#action.forget();
    this.requestUpdate();
  }

  /** Closes the dialog by its own method, so that the focus returns to its previous place. */
  readonly #close = (): void => {
    this.renderRoot.querySelector<HTMLDialogElement>('dialog')?.close();
    this.#closed();
  };

  readonly #closed = (): void => {
    this.#asked = null;
    this.requestUpdate();
  };

  #field(integration: Integration, name: Field): TemplateResult {
    const { say } = this.view;
    const { provider, clientSecretSet, webhookSecretSet, source } = integration;
    const isSecret = name === 'clientSecret' || name === 'webhookSecret';
    const isStored = source === 'partner' && (name === 'clientSecret' ? clientSecretSet : webhookSecretSet);
    const hint = isSecret
      ? isStored
        ? say('integrationSecretHint')
        : undefined
      : name === 'accountId'
        ? say(provider === 'zoom' ? 'integrationZoomAccountHint' : 'integrationTenantHint')
        : undefined;
    const label: TextField['label'] =
      name === 'accountId' && provider === 'microsoft' ? say('integrationTenant') : say(`integration_${name}`);
    const isMissing = this.#missing?.of === provider && this.#missing.fields.includes(name);
    return textField({
      id: `${provider}-${name}`,
      label,
      hint,
      type: isSecret ? 'password' : 'text',
      maxLength: name === 'accountId' ? 200 : 500,
      value: (this.#typed[provider] ?? formOf(integration))[name],
      busy: this.#action.isBusy(),
      error: isMissing ? say('integrationMissing') : null,
      input: (value) => this.#change(integration, { [name]: value }),
    });
  }

  #notice({ provider }: Integration): TemplateResult {
    const { view } = this;
    const { phase, of } = this.#action.$state.get();
    const isMine = of === provider && this.#asked === null;
    return html`<div role="status">${isMine && phase === 'done' ? html`<p class="done">${view.say('saved')}</p>` : nothing}</div>
      <div role="alert">${isMine && this.#isConflict ? html`<p class="problem">${view.say('conflict')} ${view.say('conflictEasy')}</p>` : nothing}</div>
      ${problemView(view, isMine && !this.#isConflict ? this.#action.problemOf(provider) : null)}`;
  }

  #card(integration: Integration): TemplateResult {
    const { say } = this.view;
    const { provider, source, redirectUri } = integration;
    const isBusy = this.#action.isBusy();
    const name = NAMES[provider];
    const save = (event: Event): void => {
      event.preventDefault();
      void this.#save(integration);
    };
    return html`<form class="plain" novalidate @submit=${save}>
      <fieldset class="card">
        <legend>${name}</legend>
        <p>${say(`integration_source_${source}`)}</p>
        <p class="quiet">${say('integrationRedirect')} <code dir="ltr">${redirectUri}</code></p>
        ${provider === 'google' ? html`<p class="quiet">${say('integrationGoogle')}</p>` : nothing}
        ${FIELDS[provider].map((field) => this.#field(integration, field))} ${this.#notice(integration)}
        <div class="ways">
          <button type="submit" class="go" aria-disabled=${isBusy}>${this.#action.isBusy(provider) ? say('busy') : say('integrationSave', { provider: name })}</button>
          ${
            source === 'partner'
              ? html`<button type="button" class="remove" aria-disabled=${isBusy} @click=${() => this.#ask(provider)}>${say('integrationRemove', { provider: name })}</button>`
              : nothing
          }
        </div>
      </fieldset>
    </form>`;
  }

  #dialog(): TemplateResult | typeof nothing {
    const { view } = this;
    const { say } = view;
    const asked = this.#asked;
    if (!asked) return nothing;
    const isBusy = this.#action.isBusy();
    return html`<dialog aria-labelledby="dialog-title" @close=${this.#closed}>
      <form novalidate @submit=${this.#remove}>
        <h2 id="dialog-title">${say('integrationRemoveTitle', { provider: NAMES[asked] })}</h2>
        <p>${say('integrationRemoveText')}</p>
        ${problemView(view, this.#action.problemOf(asked))}
        <div class="ways">
          <button type="button" @click=${this.#close}>${say('cancel')}</button>
          <button type="submit" class="go danger" aria-disabled=${isBusy}>${isBusy ? say('busy') : say('integrationRemove', { provider: NAMES[asked] })}</button>
        </div>
      </form>
    </dialog>`;
  }

  #fallback(): TemplateResult | typeof nothing {
    const editor = this.#editor;
    if (!editor || this.#integrations.$state.get().phase !== 'ready') return nothing;
    const { partner } = editor.$state.get();
    const form = () => videoFallbackForm(this.view, editor, (event) => void this.#saveFallback(event));
    return html`${loadedView(this.view, partner, editor.load, form)}`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { say } = view;
    return html`${headingView(say('providers'), say('providersText'))}
    ${loadedView(view, this.#integrations.$state.get(), this.#integrations.retry, (all) => all.map((one) => this.#card(one)))}
    ${this.#fallback()}
    ${this.#dialog()}`;
  }
}
