import { html, nothing, type TemplateResult } from 'lit';
import { selectField } from '@coach-booking/elements/internal/fields';
import { tableView } from '../ui/data-table.ts';
import type { CreatedKey, Partner, PartnerKey } from './calls.ts';
import { Action } from './action.ts';
import { revokeDialog, rollDialog } from './key-views.ts';
import { headingView, loadedView, type Column } from './parts.ts';
import { problemView } from './problem.ts';
import { SecretOnce } from './secret-once.ts';
import { Section } from './section.ts';

/** Returns whether a key no longer works. */
export function isExpired({ expiresAt, revokedAt }: PartnerKey, now: number): boolean {
  return !!revokedAt || (!!expiresAt && Date.parse(expiresAt) <= now);
}

/** `#keys`: creates, rolls and revokes keys. Nothing is drawn before the server has answered. */
export class AdminKeys extends Section {
  /** The device's clock, in ms since the epoch. */
  static now = (): number => Date.now();

  readonly #action = new Action();
  #kind = 'publishable';
  #mode = 'test';
  #overlap = '24';
  #asked: { readonly what: 'roll' | 'revoke'; readonly key: PartnerKey } | null = null;
  #hasRevoked = false;
  readonly #newKey = new SecretOnce(
    this,
    () => this.view,
    () => this.view.$newKey,
  );

  constructor() {
    super();
    this.follow(this.#action.$state);
  }

  protected override begin(): void {
    this.follow(this.view.editor.$state);
    void this.view.editor.load();
  }

  readonly #make = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.#hasRevoked = false;
    const given = { kind: this.#kind, mode: this.#mode } as Pick<PartnerKey, 'kind' | 'mode'>;
    const key = await this.#action.run('make', () => this.view.calls.createKey(given));
    if (key) await this.#show(key);
  };

  readonly #roll = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { id } = this.#asked!.key;
    const key = await this.#action.run('roll', () =>
      this.view.calls.rollKey({ id, overlapHours: Number(this.#overlap) }),
    );
    if (!key) return;
    this.#close();
    await this.#show(key);
  };

  readonly #revoke = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { id } = this.#asked!.key;
    if (!(await this.#action.run('revoke', () => this.view.calls.revokeKey({ id })))) return;
    this.#close();
    this.#hasRevoked = true;
    await this.view.editor.load();
    await this.focusOn('#done');
  };

  async #show({ key, kind }: CreatedKey): Promise<void> {
    this.#newKey.show({ secret: key, title: 'newKey', text: kind === 'secret' ? 'newKeyText' : 'newKeyTextOpen' });
    await this.view.editor.load();
    await this.focusOn('#new-key');
  }

  #ask(what: 'roll' | 'revoke', key: PartnerKey): void {
    this.#action.forget();
    this.#hasRevoked = false;
    this.#overlap = '24';
    this.#asked = { what, key };
    this.requestUpdate();
  }

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

  #stateOf({ expiresAt, revokedAt }: PartnerKey): string {
    const { say, format } = this.view;
    if (revokedAt) return say('keyRevoked', { date: format.moment(revokedAt) });
    if (!expiresAt) return say('keyWorks');
    const isPast = Date.parse(expiresAt) <= (this.constructor as typeof AdminKeys).now();
    return say(isPast ? 'keyExpired' : 'keyUntil', { date: format.moment(expiresAt) });
  }

  #columns(): readonly Column<PartnerKey>[] {
    const { say, format, publishableKey } = this.view;
    const now = (this.constructor as typeof AdminKeys).now();
    const button = (what: 'roll' | 'revoke', key: PartnerKey) =>
      html`<button type="button" class=${what} aria-label=${say(`${what}Key`, { key: key.hint })} @click=${() => this.#ask(what, key)}>${say(what)}</button>`;
    return [
      {
        title: say('key'),
        cell: ({ hint }) =>
          html`<code class="wide-text" dir="ltr">${hint}</code>${hint === publishableKey ? html` <span class="chip">${say('thisKey')}</span>` : nothing}`,
      },
      { title: say('kind'), cell: ({ kind }) => say(`kind_${kind}`) },
      { title: say('mode'), cell: ({ mode }) => say(`mode_${mode}`) },
      { title: say('created'), cell: ({ createdAt }) => format.day(createdAt) },
      {
        title: say('state'),
        cell: (key) => html`<span class=${isExpired(key, now) ? 'off' : ''}>${this.#stateOf(key)}</span>`,
      },
      {
        title: say('action'),
        quietTitle: true,
        cell: (key) =>
          isExpired(key, now)
            ? nothing
            : html`<div class="ways">${key.expiresAt ? nothing : button('roll', key)} ${button('revoke', key)}</div>`,
      },
    ];
  }

  #list({ keys }: Partner): TemplateResult {
    const { say } = this.view;
    const now = (this.constructor as typeof AdminKeys).now();
    const [over, alive] = [keys.filter((key) => isExpired(key, now)), keys.filter((key) => !isExpired(key, now))];
    const columns = this.#columns();
    return html`${alive.length === 0 ? html`<p>${say('noKeys')}</p>` : tableView(say('keys'), columns, alive)}
    ${
      over.length > 0
        ? html`<details>
            <summary>${say('showOld', { count: over.length })}</summary>
            ${tableView(say('showOld', { count: over.length }), columns.slice(0, -1), over)}
          </details>`
        : nothing
    }`;
  }

  #maker(): TemplateResult {
    const { say } = this.view;
    const busy = this.#action.isBusy('make');
    const choose = (set: (value: string) => void) => (value: string) => {
      set(value);
      this.requestUpdate();
    };
    return html`<form class="filters card" aria-labelledby="make" novalidate @submit=${this.#make}>
        <h2 id="make">${say('makeKey')}</h2>
        ${selectField({
          id: 'kind',
          label: say('kind'),
          value: this.#kind,
          busy,
          options: [
            ['publishable', say('kind_publishable')],
            ['secret', say('kind_secret')],
          ],
          change: choose((value) => (this.#kind = value)),
        })}
        ${selectField({
          id: 'mode',
          label: say('mode'),
          value: this.#mode,
          busy,
          options: [
            ['test', say('mode_test')],
            ['live', say('mode_live')],
          ],
          change: choose((value) => (this.#mode = value)),
        })}
        <button type="submit" class="go" aria-disabled=${busy}>${busy ? say('busy') : say('makeKey')}</button>
      </form>
      ${problemView(this.view, this.#action.problemOf('make'))}`;
  }

  #dialog(): TemplateResult | typeof nothing {
    const asked = this.#asked;
    if (!asked) return nothing;
    const { what, key } = asked;
    const common = {
      key,
      busy: this.#action.isBusy(),
      problem: this.#action.problemOf(what),
      cancel: this.#close,
      closed: this.#closed,
    };
    if (what === 'revoke') return revokeDialog(this.view, { ...common, confirm: this.#revoke });
    const overlap = (value: string) => {
      this.#overlap = value;
      this.requestUpdate();
    };
    return rollDialog(this.view, { ...common, confirm: this.#roll, overlap: this.#overlap, choose: overlap });
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { say, editor } = view;
    return html`${headingView(say('keys'), say('keysText'))}
      ${this.#newKey.view()}
      <p id="done" class=${this.#hasRevoked ? 'done' : ''} role="status" tabindex="-1">${this.#hasRevoked ? say('revoked') : nothing}</p>
      ${loadedView(view, editor.$state.get().partner, editor.load, (partner) => this.#list(partner))} ${this.#maker()} ${this.#dialog()}`;
  }
}
