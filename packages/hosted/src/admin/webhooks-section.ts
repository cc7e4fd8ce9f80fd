import { html, nothing, type TemplateResult } from 'lit';
import { checkField, textField } from '@coach-booking/elements/internal/fields';
import { tableView } from '../ui/data-table.ts';
import { Action } from './action.ts';
import type { CreatedWebhookEndpoint, WebhookEndpoint } from './calls.ts';
import { Loader } from '../reading/loader.ts';
import { headingView, linkTo, loadedView, type Column } from './parts.ts';
import { problemView } from './problem.ts';
import { Section } from './section.ts';
import { SecretOnce } from './secret-once.ts';
import type { AdminView } from './view.ts';

/** Returns whether an endpoint is sent anything, and why not. */
export function endpointState({ say }: AdminView, { state, disabledReason }: WebhookEndpoint): string {
  return say(state === 'active' ? 'hook_active' : `hook_${disabledReason ?? 'by_hand'}`);
}

export function eventsText({ say }: AdminView, { types }: WebhookEndpoint): string {
  return types.includes('*') ? say('hookAll') : types.join(', ');
}

/** `#webhooks`: the endpoints of this partner and mode, and a form for another one. */
export class AdminWebhooks extends Section {
  readonly #endpoints = new Loader<readonly WebhookEndpoint[]>();
  readonly #action = new Action();
  readonly #secret = new SecretOnce(this, () => this.view);
  #url = '';
  #description = '';
  #isThin = false;
  #isWrong = false;

  constructor() {
    super();
    this.follow(this.#endpoints.$state);
    this.follow(this.#action.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endpoints.stop();
  }

  protected override read(): void {
    void this.#endpoints.load((signal) => this.view.calls.listWebhookEndpoints({}, { signal }));
  }

  readonly #addEndpoint = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.#isWrong = !/^https?:\/\/[^\s/]/.test(this.#url.trim());
    this.requestUpdate();
    if (this.#isWrong) return this.focusOn('#url');
    const given = {
      url: this.#url.trim(),
      ...(this.#description.trim() && { description: this.#description.trim() }),
      ...(this.#isThin && { payload: 'thin' as const }),
    };
    const made: CreatedWebhookEndpoint | null = await this.#action.run('add', () =>
      this.view.calls.createWebhookEndpoint(given),
    );
    if (!made) return;
    [this.#url, this.#description, this.#isThin] = ['', '', false];
    this.#secret.show({ secret: made.secret, title: 'newSecret', text: 'newSecretText' });
    this.read();
    await this.focusOn('#new-key');
  };

  #set(change: () => void): void {
    change();
    this.#action.forget();
    this.requestUpdate();
  }

  #form(): TemplateResult {
    const { say } = this.view;
    const busy = this.#action.isBusy('add');
    return html`<form class="card plain" aria-labelledby="add" novalidate @submit=${this.#addEndpoint}>
      <h2 id="add">${say('addEndpoint')}</h2>
      ${textField({ id: 'url', label: say('hookUrl'), hint: say('hookUrlHint'), value: this.#url, maxLength: 500, busy, error: this.#isWrong ? say('error_hookUrl') : null, input: (url) => this.#set(() => ((this.#url = url), (this.#isWrong = false))) })}
      ${textField({ id: 'description', label: say('hookDescription'), hint: say('optional'), value: this.#description, maxLength: 200, busy, input: (text) => this.#set(() => (this.#description = text)) })}
      ${checkField({ id: 'thin', label: say('hookThin'), checked: this.#isThin, busy, change: (isThin) => this.#set(() => (this.#isThin = isThin)) })}
      ${problemView(this.view, this.#action.problemOf('add'))}
      <div class="ways"><button type="submit" class="go" aria-disabled=${busy}>${busy ? say('busy') : say('addEndpoint')}</button></div>
    </form>`;
  }

  #columns(): readonly Column<WebhookEndpoint>[] {
    const { view } = this;
    const { say, format } = view;
    return [
      {
        title: say('endpoint'),
        cell: ({ id, url, description }) =>
          html`${linkTo(html`<span class="wide-text" dir="ltr">${url}</span>`, 'webhooks', id)}
            ${description ? html`<div class="quiet">${description}</div>` : nothing}`,
      },
      { title: say('hookEvents'), cell: (endpoint) => eventsText(view, endpoint) },
      {
        title: say('state'),
        cell: (endpoint) =>
          html`<span class=${endpoint.state === 'active' ? '' : 'off'}>${endpointState(view, endpoint)}</span>
            ${endpoint.failingSince ? html`<div class="error">${say('hookFailingSince', { at: format.moment(endpoint.failingSince) })}</div>` : nothing}`,
      },
      {
        title: say('hookLast'),
        cell: ({ lastDeliveredAt }) => (lastDeliveredAt ? format.moment(lastDeliveredAt) : say('hookNever')),
      },
    ];
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { say, format } = view;
    return html`${headingView(say('webhooks'), `${say('webhooksText')} ${say('zone', { zone: format.timeZone })}`)}
      ${this.#secret.view()}
      ${loadedView(view, this.#endpoints.$state.get(), this.#endpoints.retry, (endpoints) =>
        endpoints.length === 0
          ? html`<p class="quiet count">${say('noEndpoints')}</p>`
          : tableView(say('webhooks'), this.#columns(), endpoints),
      )}
      ${this.#form()}`;
  }
}
