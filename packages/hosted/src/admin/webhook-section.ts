import { html, nothing, type TemplateResult } from 'lit';
import { isolated } from '@coach-booking/elements/internal/i18n/say';
import { Action } from './action.ts';
import { edgesOf } from './edges-of.ts';
import type { WebhookDelivery, WebhookEndpoint, WebhooksReplayed, WebhookTested } from './calls.ts';
import { deliveryView } from './webhook-delivery-view.ts';
import { filterForm, filterSelect } from './filters.ts';
import { ListLoader } from '../reading/list-loader.ts';
import { Loader } from '../reading/loader.ts';
import type { WebhookDeliveryDetail } from './calls.ts';
import { factsView, headingView, linkTo, listView, loadedView, type Column } from './parts.ts';
import { problemView } from './problem.ts';
import { Section } from './section.ts';
import { SecretOnce } from './secret-once.ts';
import { endpointState, eventsText } from './webhooks-section.ts';

const states = ['due', 'sending', 'delivered', 'failed', 'skipped'] as const;

/** `#webhooks/{id}`: one endpoint, what can be done with it, and what was sent to it; `?delivery=` one of these. */
export class AdminWebhook extends Section {
  readonly #endpoint = new Loader<WebhookEndpoint>();
  readonly #list = new ListLoader<WebhookDelivery>();
  readonly #delivery = new Loader<WebhookDeliveryDetail>();
  readonly #action = new Action();
  readonly #secret = new SecretOnce(this, () => this.view);
  #tested: WebhookTested | null = null;
  #replayed: WebhooksReplayed | null = null;
  #isReplayWrong = false;
  #isRemoving = false;

  constructor() {
    super();
    this.follow(this.#endpoint.$state);
    this.follow(this.#list.$state);
    this.follow(this.#delivery.$state);
    this.follow(this.#action.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endpoint.stop();
    this.#list.stop();
    this.#delivery.stop();
  }

  protected override read(): void {
    const { calls } = this.view;
    const { id, query } = this.route;
    const { delivery } = query;
    const state = states.find((name) => name === query['state']);
    if (delivery) {
      void this.#delivery.load((signal) => calls.getWebhookDelivery({ id: delivery }, { signal }));
      return;
    }
    void this.#endpoint.load((signal) => calls.getWebhookEndpoint({ id: id! }, { signal }));
    void this.#list.start((cursor, signal) =>
      calls.listWebhookDeliveries({ endpointId: id!, ...(state && { state }), ...cursor }, { signal }),
    );
  }

  async #switch({ id, state }: WebhookEndpoint): Promise<void> {
    const next = state === 'active' ? 'disabled' : 'active';
    const changed = await this.#action.run('switch', () => this.view.calls.updateWebhookEndpoint({ id, state: next }));
    if (changed) await this.#endpoint.load(async () => changed);
  }

  async #roll({ id }: WebhookEndpoint): Promise<void> {
    const made = await this.#action.run('roll', () => this.view.calls.rollWebhookSecret({ id }));
    if (!made) return;
    this.#secret.show({ secret: made.secret, title: 'newSecret', text: 'newSecretText' });
    await this.#endpoint.load((signal) => this.view.calls.getWebhookEndpoint({ id }, { signal }));
    await this.focusOn('#new-key');
  }

  async #test({ id }: WebhookEndpoint): Promise<void> {
    this.#tested = null;
    this.#tested = await this.#action.run('test', () => this.view.calls.testWebhookEndpoint({ id }));
    this.requestUpdate();
  }

  readonly #replay = async (event: Event): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const query = { from: String(data.get('from')), to: String(data.get('to')) };
    this.#isReplayWrong = query.from === '' || query.to === '';
    this.#replayed = null;
    this.requestUpdate();
    if (this.#isReplayWrong) return this.focusOn('#from');
    const { from, to } = await edgesOf(query, this.view);
    const input = { id: this.route.id!, from: from!, to: to! };
    this.#replayed = await this.#action.run('replay', () => this.view.calls.replayWebhooks(input));
    this.read();
  };

  readonly #remove = async (event: Event): Promise<void> => {
    event.preventDefault();
    const id = this.route.id!;
    if ((await this.#action.run('remove', () => this.view.calls.deleteWebhookEndpoint({ id }))) === null) return;
    this.renderRoot.querySelector<HTMLDialogElement>('dialog')?.close();
    location.hash = '#webhooks';
  };

  readonly #close = (): void => {
    this.renderRoot.querySelector<HTMLDialogElement>('dialog')?.close();
    this.#isRemoving = false;
    this.#action.forget();
    this.requestUpdate();
  };

  #ask(): void {
    this.#isRemoving = true;
    this.#action.forget();
    this.requestUpdate();
  }

  #removeDialog({ url }: WebhookEndpoint): TemplateResult | typeof nothing {
    if (!this.#isRemoving) return nothing;
    const { say } = this.view;
    const busy = this.#action.isBusy('remove');
    return html`<dialog aria-labelledby="dialog-title" @close=${this.#close}>
      <form novalidate @submit=${this.#remove}>
        <h2 id="dialog-title">${say('hookRemoveTitle')}</h2>
        <p class="wide-text" dir="ltr">${url}</p>
        <p>${say('hookRemoveText')}</p>
        ${problemView(this.view, this.#action.problemOf('remove'))}
        <div class="ways">
          <button type="button" @click=${this.#close}>${say('cancel')}</button>
          <button type="submit" class="go danger" aria-disabled=${busy}>${busy ? say('busy') : say('hookRemove')}</button>
        </div>
      </form>
    </dialog>`;
  }

  #testedView(): TemplateResult | typeof nothing {
    const { say, format } = this.view;
    const tested = this.#tested;
    if (!tested) return nothing;
    const { ok, status, ms, code, problem, response } = tested;
    return html`<p class=${ok ? 'done' : 'problem'}>
        ${ok ? say('hookTestOk', { status: status ?? '', ms: format.number(ms) }) : say('hookTestBad', { code: code ?? status ?? '' })}
        ${problem ? say(`hookTestHint_${problem}`) : nothing}
      </p>
      ${response ? html`<p class="said">${say('hookResponse')} <q dir="auto">${response}</q></p>` : nothing}`;
  }

  #card(endpoint: WebhookEndpoint): TemplateResult {
    const { view } = this;
    const { say, format } = view;
    const isBusy = this.#action.isBusy();
    const button = (act: () => unknown, text: string) =>
      html`<button type="button" aria-disabled=${isBusy} @click=${act}>${text}</button>`;
    const { state, failingSince, lastDeliveredAt, secrets } = endpoint;
    const of = this.#action.$state.get().of;
    return html`<section class="card" aria-label=${say('endpoint')}>
      ${factsView(view, [
        [say('hookDescription'), endpoint.description],
        [say('hookEvents'), eventsText(view, endpoint)],
        [
          say('state'),
          html`${endpointState(view, endpoint)}${failingSince ? html`<div class="error">${say('hookFailingSince', { at: format.moment(failingSince) })}</div>` : nothing}`,
        ],
        [say('hookLast'), lastDeliveredAt ? format.moment(lastDeliveredAt) : say('hookNever')],
        [
          say('hookSecret'),
          html`${secrets.map(({ hint, expiresAt }) => html`<div>${expiresAt ? say('hookSecretUntil', { hint: isolated(`…${hint}`), at: format.moment(expiresAt) }) : isolated(`…${hint}`)}</div>`)}`,
        ],
      ])}
      <div class="ways">
        ${button(() => this.#test(endpoint), say('hookTest'))}
        ${button(() => this.#switch(endpoint), say(state === 'active' ? 'hookOff' : 'hookOn'))}
        ${button(() => this.#roll(endpoint), say('hookRoll'))} ${button(() => this.#ask(), say('hookRemove'))}
      </div>
      <p class="quiet">${say('hookRollText')}</p>
      <div role="status">${this.#testedView()}</div>
      ${problemView(view, /^(switch|roll|test)$/.test(of) ? this.#action.problemOf(of) : null)}
    </section>`;
  }

  #replayForm(): TemplateResult {
    const { say, format } = this.view;
    const day = (name: 'from' | 'to') =>
      html`<div class="field"><label for=${name}>${say(name)}</label><input id=${name} name=${name} type="date" aria-invalid=${this.#isReplayWrong} /></div>`;
    const replayed = this.#replayed;
    const count = format.number(replayed?.deliveries ?? 0);
    return html`<form class="filters card" aria-labelledby="replay" novalidate @submit=${this.#replay}>
      <h2 id="replay">${say('hookReplay')}</h2>
      <p class="quiet">${say('hookReplayText')}</p>
      ${day('from')} ${day('to')}
      <button type="submit" aria-disabled=${this.#action.isBusy('replay')}>${say('hookReplay')}</button>
      <div role="status">${replayed ? html`<p class="done">${say(replayed.more ? 'hookReplayedMore' : 'hookReplayed', { count })}</p>` : nothing}</div>
      <div role="alert">${this.#isReplayWrong ? html`<p class="problem">${say('error_replay')}</p>` : nothing}</div>
      ${problemView(this.view, this.#action.problemOf('replay'))}
    </form>`;
  }

  #columns(): readonly Column<WebhookDelivery>[] {
    const { say, format } = this.view;
    return [
      {
        title: say('hookType'),
        cell: ({ id, type }) =>
          linkTo(html`<code dir="ltr">${type}</code>`, 'webhooks', this.route.id, { delivery: id }),
      },
      { title: say('hookWhen'), cell: ({ createdAt }) => format.moment(createdAt) },
      { title: say('state'), cell: ({ state }) => say(`hookState_${state}`) },
      { title: say('hookCode'), cell: ({ code }) => (code ? html`<code dir="ltr">${code}</code>` : nothing) },
      { title: say('hookAttempts'), cell: ({ attempts }) => format.number(attempts) },
    ];
  }

  #log(): TemplateResult {
    const { view, route } = this;
    const { say } = view;
    return html`<h2>${say('hookLog')}</h2>
      ${filterForm(view, route, [
        filterSelect('state', say('state'), route.query['state'], [
          ['', say('all')],
          ...states.map((name) => [name, say(`hookState_${name}`)] as const),
        ]),
      ])}
      ${listView(view, this.#list.$state.get(), {
        label: say('hookLog'),
        columns: this.#columns(),
        empty: 'noDeliveries',
        more: this.#list.more,
        retry: this.#list.retry,
      })}`;
  }

  protected override render(): TemplateResult {
    const { view, route } = this;
    const { say } = view;
    if (route.query['delivery'])
      return html`${headingView(say('hookDelivery'))}
        <p class="ways">${linkTo(say('toEndpoint'), 'webhooks', route.id)}</p>
        ${loadedView(view, this.#delivery.$state.get(), this.#delivery.retry, (delivery) => deliveryView(view, delivery))}`;
    const state = this.#endpoint.$state.get();
    const url = state.phase === 'ready' ? state.value.url : say('endpoint');
    return html`${headingView(url)}
      <p class="ways">${linkTo(say('toEndpoints'), 'webhooks')}</p>
      ${this.#secret.view()}
      ${loadedView(view, state, this.#endpoint.retry, (endpoint) => html`${this.#card(endpoint)} ${this.#removeDialog(endpoint)}`)}
      ${this.#log()} ${this.#replayForm()}`;
  }
}
