import type { OutputOf, User } from '@coach-booking/sdk';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { deviceText } from '../own-account/device-text.ts';
import { ownTextsFor } from '../own-account/texts/index.ts';
import { Loader } from '../reading/loader.ts';
import { Action } from './action.ts';
import { loadedView } from './parts.ts';
import { problemView } from './problem.ts';
import type { AdminView } from './view.ts';

type AccountSession = OutputOf<'listUserSessions'>[number];

/** The sessions of another person: where they are signed in, and the buttons that end one, or all. */
export class SessionsEditor implements ReactiveController {
  readonly #action = new Action();
  readonly #sessions = new Loader<readonly AccountSession[]>();
  #asks = false;
  #of = '';
  readonly #stops: (() => void)[] = [];

  constructor(
    private readonly host: LitElement,
    private readonly view: () => AdminView,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const store of [this.#action.$state, this.#sessions.$state])
      this.#stops.push(store.subscribe(() => this.host.requestUpdate()));
  }

  hostDisconnected(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#sessions.stop();
  }

  /** Shows the sessions of this account. */
  take({ id }: User): void {
    if (this.#of === id) return;
    this.#of = id;
    this.#read();
  }

  #read(): void {
    const id = this.#of;
    void this.#sessions.load((signal) => this.view().calls.listUserSessions({ id }, { signal }));
  }

  #ask(asks: boolean): void {
    this.#asks = asks;
    this.#action.forget();
    this.host.requestUpdate();
  }

  async #end(of: string, act: () => Promise<unknown>): Promise<void> {
    const isDone = (await this.#action.run(of, act)) !== null;
    if (isDone) this.#asks = false;
    // One that has ended meanwhile is gone from the list, too.
    if (isDone || of === 'one') this.#read();
    await this.host.updateComplete;
    // The button is gone.
    if (isDone) this.host.renderRoot.querySelector<HTMLElement>('#sessions')?.focus();
  }

  #row(session: AccountSession, isOwn: boolean): TemplateResult {
    const { say, format, calls } = this.view();
    const device = deviceText(session, ownTextsFor(format.language).texts);
    const { id, createdAt, lastUsedAt } = session;
    const times = { at: format.moment(createdAt), used: format.moment(lastUsedAt) };
    const end = () => this.#end('one', () => calls.endUserSession({ id: this.#of, sessionId: id }));
    return html`<li>
      <span>${device}<br /><span class="quiet">${say('signedInAt', times)}</span></span>
      ${isOwn ? nothing : html`<button type="button" class="end-one" aria-label=${say('endUserSessionOf', { device })} aria-disabled=${this.#action.isBusy()} @click=${end}>${say('endUserSession')}</button>`}
    </li>`;
  }

  #dialog({ name }: User): TemplateResult | typeof nothing {
    if (!this.#asks) return nothing;
    const view = this.view();
    const { say, calls } = view;
    const act = () => this.#end('all', () => calls.endUserSessions({ id: this.#of }));
    return html`<dialog aria-labelledby="end-title" @close=${() => this.#ask(false)}>
      <h2 id="end-title">${say('endUserSessionsOf', { name })}</h2>
      <p>${say('endUserSessionsText')}</p>
      ${problemView(view, this.#action.problemOf('all'))}
      <div class="ways">
        <button type="button" @click=${() => this.#ask(false)}>${say('cancel')}</button>
        <button type="button" class="go" id="end-all-now" aria-disabled=${this.#action.isBusy()} @click=${act}>${say('endUserSessions')}</button>
      </div>
    </dialog>`;
  }

  #list(sessions: readonly AccountSession[]): TemplateResult {
    const { say } = this.view();
    const isOwn = sessions.some(({ current }) => current);
    if (sessions.length === 0) return html`<p class="quiet">${say('noUserSessions')}</p>`;
    return html`<ul class="sessions-of">${sessions.map((session) => this.#row(session, isOwn))}</ul>
      ${
        isOwn
          ? html`<p class="quiet">${say('ownSessions')}</p>`
          : html`<div class="ways"><button type="button" id="end-all" @click=${() => this.#ask(true)}>${say('endUserSessions')}</button></div>`
      }`;
  }

  render(user: User): TemplateResult {
    const view = this.view();
    const { say } = view;
    const { phase, of } = this.#action.$state.get();
    return html`<section class="card" aria-labelledby="sessions">
      <h2 id="sessions" tabindex="-1">${say('userSessions')}</h2>
      <p class="quiet">${say('userSessionsText')}</p>
      <div class="news">
        <div role="status">${phase === 'done' ? html`<p class="done">${say(of === 'all' ? 'sessionsEnded' : 'sessionEnded')}</p>` : nothing}</div>
        ${problemView(view, this.#action.problemOf('one'))}
      </div>
      ${loadedView(view, this.#sessions.$state.get(), this.#sessions.retry, (sessions) => this.#list(sessions))}
      ${this.#dialog(user)}
    </section>`;
  }
}
