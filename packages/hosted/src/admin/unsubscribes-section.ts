import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '@coach-booking/elements/internal/fields';
import { messageTexts } from '@coach-booking/elements/internal/messages/texts';
import { Action } from './action.ts';
import type { OptOut } from './calls.ts';
import { ListLoader } from '../reading/list-loader.ts';
import { headingView, listView, type Column } from './parts.ts';
import { problemView } from './problem.ts';
import { Section } from './section.ts';

interface Contact {
  readonly email?: string;
  readonly phone?: string;
}

/** Returns what was typed as an address or a number; null when it is neither. */
function contactIn(text: string): Contact | null {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return { email: text };
  return text.replace(/\D/g, '').length >= 5 && /^[+(]?[\p{Nd}\s().\-/]+$/u.test(text) ? { phone: text } : null;
}

/**
 * `#unsubscribes`: what people want no more, and the removal of it by a person's own wish. An address that is looked up
 * is not written to the address bar.
 */
export class AdminUnsubscribes extends Section {
  readonly #list = new ListLoader<OptOut>();
  readonly #action = new Action();
  #typed = '';
  /** The contact whose list is shown; null for the list of all. */
  #contact: Contact | null = null;
  #isWrong = false;
  #asked: OptOut | null = null;
  #removed: OptOut | null = null;

  constructor() {
    super();
    this.follow(this.#list.$state);
    this.follow(this.#action.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list.stop();
  }

  protected override read(): void {
    const contact = this.#contact ?? {};
    void this.#list.start((cursor, signal) => this.view.calls.listOptOuts({ ...contact, ...cursor }, { signal }));
  }

  #show(contact: Contact | null): void {
    this.#contact = contact;
    this.#removed = null;
    this.read();
    this.requestUpdate();
  }

  readonly #search = async (event: Event): Promise<void> => {
    event.preventDefault();
    const contact = contactIn(this.#typed.trim());
    this.#isWrong = contact === null;
    this.requestUpdate();
    if (contact) this.#show(contact);
    else await this.focusOn('#contact');
  };

  readonly #showAll = async (): Promise<void> => {
    this.#typed = '';
    this.#isWrong = false;
    this.#show(null);
    await this.focusOn('#contact');
  };

  #ask(optOut: OptOut): void {
    this.#asked = optOut;
    this.#removed = null;
    this.#action.forget();
    this.requestUpdate();
  }

  readonly #remove = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { id } = this.#asked!;
    const removed = await this.#action.run('remove', () => this.view.calls.removeOptOut({ id }));
    if (!removed) return;
    this.#close();
    this.#removed = removed;
    this.read();
    this.requestUpdate();
    await this.focusOn('#done');
  };

  /** Closes the dialog by its own method, so that the focus returns to its previous place. */
  readonly #close = (): void => {
    this.renderRoot.querySelector<HTMLDialogElement>('dialog')?.close();
    this.#closed();
  };

  readonly #closed = (): void => {
    this.#asked = null;
    this.#action.forget();
    this.requestUpdate();
  };

  #what({ channel, kind }: OptOut): string {
    const { say, format } = this.view;
    if (kind === 'all') return say(channel === 'sms' ? 'optOutAllSms' : 'optOutAllMail');
    if (kind === 'recovery') return say('mail_recovery');
    return messageTexts(format.language)[`kind_${kind}`];
  }

  #columns(): readonly Column<OptOut>[] {
    const { say, format } = this.view;
    const remove = (optOut: OptOut) => {
      const label = say('optOutRemoveOf', { what: this.#what(optOut), since: format.moment(optOut.since) });
      return html`<button type="button" class="remove" aria-label=${label} @click=${() => this.#ask(optOut)}>${say('optOutRemove')}</button>`;
    };
    return [
      { title: say('optOutWhat'), cell: (optOut) => this.#what(optOut) },
      { title: say('optOutHow'), cell: ({ way }) => say(`way_${way}`) },
      {
        title: say('optOutSince'),
        cell: ({ since }) => html`<time datetime=${since}>${format.moment(since)}</time>`,
      },
      { title: say('optOutRemove'), quietTitle: true, cell: remove },
    ];
  }

  #form(): TemplateResult {
    const { say } = this.view;
    return html`<form class="card plain" role="search" aria-label=${say('unsubscribes')} novalidate @submit=${this.#search}>
      ${textField({
        id: 'contact',
        label: say('optOutContact'),
        hint: say('optOutContactHint'),
        value: this.#typed,
        maxLength: 254,
        error: this.#isWrong ? say('error_contact') : null,
        input: (value) => {
          this.#typed = value;
          this.#isWrong = false;
          this.requestUpdate();
        },
      })}
      <div class="ways">
        <button type="submit" class="go">${say('optOutSearch')}</button>
        ${this.#contact ? html`<button type="button" class="all" @click=${this.#showAll}>${say('optOutAll')}</button>` : nothing}
      </div>
    </form>`;
  }

  #dialog(): TemplateResult | typeof nothing {
    const { view } = this;
    const { say, format } = view;
    const asked = this.#asked;
    if (!asked) return nothing;
    const isBusy = this.#action.isBusy();
    return html`<dialog aria-labelledby="dialog-title" @close=${this.#closed}>
      <form novalidate @submit=${this.#remove}>
        <h2 id="dialog-title">${say('optOutRemoveTitle')}</h2>
        <p>${this.#what(asked)} · ${say(`way_${asked.way}`)} · ${format.moment(asked.since)}</p>
        <p>${say('optOutRemoveText')}</p>
        ${asked.way === 'sms_stop' ? html`<p>${say('optOutRemoveStop')}</p>` : nothing}
        ${problemView(view, this.#action.problemOf('remove'))}
        <div class="ways">
          <button type="button" @click=${this.#close}>${say('cancel')}</button>
          <button type="submit" class="go danger" aria-disabled=${isBusy}>${isBusy ? say('busy') : say('optOutRemove')}</button>
        </div>
      </form>
    </dialog>`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { say, format } = view;
    return html`${headingView(say('unsubscribes'), `${say('optOutsText')} ${say('zone', { zone: format.timeZone })}`)}
      ${this.#form()}
      <p id="done" class=${this.#removed ? 'done' : ''} role="status" tabindex="-1">${this.#removed ? say('optOutRemoved') : nothing} ${this.#removed?.way === 'sms_stop' ? say('optOutRemoveStop') : nothing}</p>
      ${listView(view, this.#list.$state.get(), {
        label: say('unsubscribes'),
        columns: this.#columns(),
        empty: this.#contact ? 'noOptOut' : 'noOptOuts',
        more: this.#list.more,
        retry: this.#list.retry,
      })}
      ${this.#dialog()}`;
  }
}
