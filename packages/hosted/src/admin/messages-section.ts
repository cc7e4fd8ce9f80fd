import { html, nothing, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { messageTexts } from '@coach-booking/elements/internal/messages/texts';
import { tableView } from '../ui/data-table.ts';
import type { AccountMessage, AccountMessageKind, Message, MessageCount, MessageSummary } from './calls.ts';
import { filterForm, filterSelect } from './filters.ts';
import { ListLoader } from '../reading/list-loader.ts';
import { Loader } from '../reading/loader.ts';
import { headingView, linkTo, listView, loadedView, type Column } from './parts.ts';
import { Section } from './section.ts';

/** The states of the list, the ones that need attention first. */
const states = ['failed', 'unknown', 'due', 'sending', 'sent', 'delivered', 'skipped'] as const;
const numbers = ['due', 'late', 'retrying', 'failed', 'unknown'] as const;

/** `#messages`: how far messages are behind, and those in one state with the reason. */
export class AdminMessages extends Section {
  readonly #list = new ListLoader<Message>();
  readonly #accounts = new ListLoader<AccountMessage>();
  readonly #summary = new Loader<MessageSummary>();

  constructor() {
    super();
    this.follow(this.#list.$state);
    this.follow(this.#accounts.$state);
    this.follow(this.#summary.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list.stop();
    this.#accounts.stop();
    this.#summary.stop();
  }

  protected override read(): void {
    const { calls } = this.view;
    const state = states.find((name) => name === this.route.query['state']) ?? states[0];
    void this.#summary.load((signal) => calls.getMessageSummary({}, { signal }));
    void this.#list.start((cursor, signal) => calls.listMessages({ state, ...cursor }, { signal }));
    void this.#accounts.start((cursor, signal) => calls.listAccountMessages({ state, ...cursor }, { signal }));
  }

  /** Returns a text about messages; the name itself where there is none. */
  #words(name: string): string {
    const texts: Readonly<Record<string, string>> = messageTexts(this.view.format.language);
    return texts[name] ?? name.replace(/^\w+?_/, '');
  }

  #named = ({ kind, channel }: Pick<MessageCount, 'kind' | 'channel'>): TemplateResult =>
    html`${this.#kindOf(kind)} <span class="quiet">${this.#words(`by_${channel}`)}</span>`;

  #kindOf(kind: MessageCount['kind']): string {
    const words = this.#words(`kind_${kind}`);
    return words === kind ? this.view.say(`mail_${kind as AccountMessageKind | 'recovery'}`) : words;
  }

  #reason({ code }: Pick<Message, 'code'>): unknown {
    if (code === undefined) return nothing;
    const known = this.#words(`why_${code}`);
    return known === code ? filled(this.#words('provider'), { code: isolated(code) }) : known;
  }

  #now({ since, counts }: MessageSummary): TemplateResult {
    const { say, format } = this.view;
    const columns: readonly Column<MessageCount>[] = [
      { title: say('message'), cell: this.#named },
      ...numbers.map((name) => ({
        title: say(`msg_${name}`),
        cell: (count: MessageCount) => format.number(count[name]),
      })),
    ];
    if (counts.length === 0) return html`<p class="done">${say('messagesFine')}</p>`;
    return html`${tableView(say('messagesNow'), columns, counts)}
      <p class="quiet">${say('messagesSince', { day: format.day(since) })}</p>`;
  }

  #webhooks({ webhooks }: MessageSummary): TemplateResult {
    const { say, format } = this.view;
    const { disabledEndpoints, delivered, ...waiting } = webhooks;
    const isFine = disabledEndpoints + Object.values(waiting).reduce((sum, one) => sum + one, 0) === 0;
    const facts = numbers.filter((name) => name !== 'unknown');
    return html`<h3>${linkTo(say('webhooks'), 'webhooks')}</h3>
      ${isFine ? html`<p class="done">${say('webhooksFine')}</p>` : nothing}
      <dl class="facts">
        ${facts.map((name) => html`<div><dt>${say(`msg_${name}`)}</dt><dd>${format.number(webhooks[name])}</dd></div>`)}
        <div><dt>${say('webhooksDelivered')}</dt><dd>${format.number(delivered)}</dd></div>
        <div><dt>${say('webhooksDisabled')}</dt><dd>${format.number(disabledEndpoints)}</dd></div>
      </dl>`;
  }

  #accountColumns(): readonly Column<AccountMessage>[] {
    const { say, format } = this.view;
    return [
      { title: say('message'), cell: ({ kind }) => say(`mail_${kind}`) },
      {
        title: say('msgDueAt'),
        cell: ({ dueAt }) => html`<time datetime=${dueAt}>${format.moment(dueAt)}</time>`,
      },
      { title: say('msgReason'), cell: (mail) => this.#reason(mail) },
      { title: say('msgAttempts'), cell: ({ attempts }) => format.number(attempts) },
      {
        title: say('msgAccount'),
        cell: ({ userId }) => linkTo(html`<code dir="ltr">${userId}</code>`, 'users', userId),
      },
    ];
  }

  #columns(): readonly Column<Message>[] {
    const { say, format } = this.view;
    return [
      { title: say('message'), cell: this.#named },
      { title: say('msgTo'), cell: ({ to }) => this.#words(`role_${to.role}`) },
      {
        title: say('msgDueAt'),
        cell: ({ dueAt }) => html`<time datetime=${dueAt}>${format.moment(dueAt)}</time>`,
      },
      { title: say('msgReason'), cell: (message) => this.#reason(message) },
      { title: say('msgAttempts'), cell: ({ attempts }) => format.number(attempts) },
      {
        title: say('msgBooking'),
        cell: ({ bookingId }) => (bookingId ? html`<code dir="ltr">${bookingId}</code>` : nothing),
      },
    ];
  }

  protected override render(): TemplateResult {
    const { view, route } = this;
    const { say, format } = view;
    return html`${headingView(say('messages'), `${say('messagesText')} ${say('zone', { zone: format.timeZone })}`)}
      <section class="card" aria-label=${say('messagesNow')}>
        <h2>${say('messagesNow')}</h2>
        ${loadedView(view, this.#summary.$state.get(), this.#summary.retry, (summary) => html`${this.#now(summary)} ${this.#webhooks(summary)}`)}
      </section>
      ${filterForm(view, route, [
        filterSelect(
          'state',
          say('state'),
          route.query['state'],
          states.map((name, at) => [at === 0 ? '' : name, say(`msg_${name}`)] as const),
        ),
      ])}
      ${listView(view, this.#list.$state.get(), {
        label: say('messages'),
        columns: this.#columns(),
        empty: 'noMessages',
        more: this.#list.more,
        retry: this.#list.retry,
      })}
      <h2>${say('accountMails')}</h2>
      ${listView(view, this.#accounts.$state.get(), {
        label: say('accountMails'),
        columns: this.#accountColumns(),
        empty: 'noMessages',
        more: this.#accounts.more,
        retry: this.#accounts.retry,
      })}`;
  }
}
