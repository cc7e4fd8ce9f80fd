import type { User } from '@coach-booking/sdk';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { Deed } from './deed.ts';
import { problemView } from './problem.ts';
import { RoleChoice } from './role-choice.ts';
import type { AdminPhrase } from './texts/index.ts';
import type { AdminView } from './view.ts';

/** What an admin decides of an account: its role, a link to choose a password, and whether it is open. */
export class AccessEditor implements ReactiveController {
  readonly #deed = new Deed();
  readonly #choice: RoleChoice;
  #isAsked = false;
  #stop: (() => void) | undefined;
  #of = '';

  /** `changed` hears of every change that was made. */
  constructor(
    private readonly host: LitElement,
    private readonly view: () => AdminView,
    private readonly changed: () => void,
  ) {
    this.#choice = new RoleChoice(host, view);
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = this.#deed.$state.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** Shows what can be decided of this account. */
  take({ id, role }: User): void {
    if (this.#of !== id) this.#choice.take(role);
    this.#of = id;
  }

  #ask(isAsked: boolean): void {
    this.#isAsked = isAsked;
    this.#deed.forget();
    this.host.requestUpdate();
  }

  async #run(of: string, act: () => Promise<unknown>): Promise<void> {
    if ((await this.#deed.run(of, act)) === null) return;
    this.#isAsked = false;
    if (of !== 'link') this.changed();
  }

  #saveRole(event: Event, { id }: User): void {
    event.preventDefault();
    const chosen = this.#choice.chosen();
    if (chosen) void this.#run('role', () => this.view().calls.updateUser({ id, ...chosen }));
  }

  #dialog({ id, name }: User): TemplateResult | typeof nothing {
    if (!this.#isAsked) return nothing;
    const view = this.view();
    const { say } = view;
    const close = () => this.#run('close', () => view.calls.updateUser({ id, active: false }));
    return html`<dialog aria-labelledby="close-title" @close=${() => this.#ask(false)}>
      <h2 id="close-title">${say('closeAccountOf', { name })}</h2>
      <p>${say('closeAccountText')}</p>
      ${problemView(view, this.#deed.problemOf('close'))}
      <div class="ways">
        <button type="button" @click=${() => this.#ask(false)}>${say('cancel')}</button>
        <button type="button" class="go" aria-disabled=${this.#deed.isBusy()} @click=${close}>${say('closeAccount')}</button>
      </div>
    </dialog>`;
  }

  render(user: User): TemplateResult {
    const view = this.view();
    const { say } = view;
    const { phase, of } = this.#deed.$state.get();
    const busy = this.#deed.isBusy();
    const done: Readonly<Record<string, AdminPhrase>> = { role: 'saved', link: 'linkSent', open: 'saved', close: 'saved' };
    const link = () => this.#run('link', () => view.calls.sendPasswordLink({ id: user.id }));
    const open = () => this.#run('open', () => view.calls.updateUser({ id: user.id, active: true }));
    return html`<section class="card" aria-labelledby="access">
      <h2 id="access">${say('access')}</h2>
      <p role="status">${phase === 'done' && done[of] ? say(done[of]) : nothing}</p>
      ${['role', 'link', 'open'].map((one) => problemView(view, this.#deed.problemOf(one)))}
      <form class="plain" novalidate @submit=${(event: Event) => this.#saveRole(event, user)}>
        ${this.#choice.fields(busy)}
        <p class="quiet">${say('roleText')}</p>
        <div class="ways"><button type="submit" aria-disabled=${busy}>${say('saveRole')}</button></div>
      </form>
      <div class="ways">
        ${
          user.active
            ? html`<button type="button" id="send-link" aria-disabled=${busy} @click=${link}>${say('sendLink')}</button>
                <button type="button" id="close-account" @click=${() => this.#ask(true)}>${say('closeAccount')}</button>`
            : html`<button type="button" id="open-account" aria-disabled=${busy} @click=${open}>${say('openAccount')}</button>`
        }
      </div>
      ${this.#dialog(user)}
    </section>`;
  }
}
