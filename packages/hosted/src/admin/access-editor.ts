import type { User } from '@coach-booking/sdk';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { Action } from './action.ts';
import { problemView } from './problem.ts';
import { RoleChoice } from './role-choice.ts';
import type { AdminPhrase } from './texts/index.ts';
import type { AdminView } from './view.ts';

/** The actions that a dialog asks about first. */
const questions = {
  close: { title: 'closeAccountOf', text: 'closeAccountText', button: 'closeAccount' },
  factor: { title: 'resetFactorOf', text: 'resetFactorText', button: 'resetFactor' },
} as const satisfies Record<string, Readonly<Record<'title' | 'text' | 'button', AdminPhrase>>>;
type Question = keyof typeof questions;

/** The access of an account: its role, a link to choose a password, a lost second factor, and whether it is open. */
export class AccessEditor implements ReactiveController {
  readonly #action = new Action();
  readonly #choice: RoleChoice;
  #asked: Question | null = null;
  #stop: (() => void) | undefined;
  #of = '';

  /** `changed` is called after every change that was made. */
  constructor(
    private readonly host: LitElement,
    private readonly view: () => AdminView,
    private readonly changed: () => void,
  ) {
    this.#choice = new RoleChoice(host, view);
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = this.#action.$state.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** Shows the access of this account. */
  take({ id, role }: User): void {
    if (this.#of !== id) this.#choice.take(role);
    this.#of = id;
  }

  #ask(asked: Question | null): void {
    this.#asked = asked;
    this.#action.forget();
    this.host.requestUpdate();
  }

  async #run(of: string, act: () => Promise<unknown>): Promise<void> {
    if ((await this.#action.run(of, act)) === null) return;
    this.#asked = null;
    if (of !== 'link') this.changed();
  }

  #saveRole(event: Event, { id }: User): void {
    event.preventDefault();
    const chosen = this.#choice.chosen();
    if (chosen) void this.#run('role', () => this.view().calls.updateUser({ id, ...chosen }));
  }

  #dialog({ id, name }: User): TemplateResult | typeof nothing {
    const asked = this.#asked;
    if (!asked) return nothing;
    const view = this.view();
    const { say, calls } = view;
    const { title, text, button } = questions[asked];
    const act = () =>
      this.#run(asked, () =>
        asked === 'close' ? calls.updateUser({ id, active: false }) : calls.resetSecondFactor({ id }),
      );
    return html`<dialog aria-labelledby="asked-title" @close=${() => this.#ask(null)}>
      <h2 id="asked-title">${say(title, { name })}</h2>
      <p>${say(text)}</p>
      ${problemView(view, this.#action.problemOf(asked))}
      <div class="ways">
        <button type="button" @click=${() => this.#ask(null)}>${say('cancel')}</button>
        <button type="button" class="go" aria-disabled=${this.#action.isBusy()} @click=${act}>${say(button)}</button>
      </div>
    </dialog>`;
  }

  render(user: User): TemplateResult {
    const view = this.view();
    const { say } = view;
    const { phase, of } = this.#action.$state.get();
    const busy = this.#action.isBusy();
    const done: Readonly<Record<string, AdminPhrase>> = {
      role: 'saved',
      link: 'linkSent',
      open: 'saved',
      close: 'saved',
      factor: 'saved',
    };
    const link = () => this.#run('link', () => view.calls.sendPasswordLink({ id: user.id }));
    const open = () => this.#run('open', () => view.calls.updateUser({ id: user.id, active: true }));
    return html`<section class="card" aria-labelledby="access">
      <h2 id="access">${say('access')}</h2>
      <div class="news">
        <div role="status">${phase === 'done' && done[of] ? html`<p class="done">${say(done[of])}</p>` : nothing}</div>
        ${['role', 'link', 'open'].map((one) => problemView(view, this.#action.problemOf(one)))}
      </div>
      <form class="plain" novalidate @submit=${(event: Event) => this.#saveRole(event, user)}>
        ${this.#choice.fields(busy)}
        <p class="quiet">${say('roleText')}</p>
        <div class="ways"><button type="submit" aria-disabled=${busy}>${say('saveRole')}</button></div>
      </form>
      <div class="ways">
        ${user.secondFactor ? html`<button type="button" id="reset-factor" @click=${() => this.#ask('factor')}>${say('resetFactor')}</button>` : nothing}
        ${
          user.active
            ? html`<button type="button" id="send-link" aria-disabled=${busy} @click=${link}>${say('sendLink')}</button>
                <button type="button" id="close-account" @click=${() => this.#ask('close')}>${say('closeAccount')}</button>`
            : html`<button type="button" id="open-account" aria-disabled=${busy} @click=${open}>${say('openAccount')}</button>`
        }
      </div>
      ${this.#dialog(user)}
    </section>`;
  }
}
