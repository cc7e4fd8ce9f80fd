import { html, type TemplateResult } from 'lit';
import { textField } from '@coach-booking/elements/internal/fields';
import { Action } from './action.ts';
import { headingView, linkTo } from './parts.ts';
import { problemView } from './problem.ts';
import { RoleChoice } from './role-choice.ts';
import { hashOf } from './route.ts';
import { Section } from './section.ts';
import type { AdminPhrase } from './texts/index.ts';

/** `#users/new`: invites a person by a mail with a link, where the person chooses a password. */
export class AdminInvite extends Section {
  readonly #action = new Action();
  readonly #choice = new RoleChoice(this, () => this.view);
  #form = { name: '', email: '' };
  #errors: Readonly<Record<string, AdminPhrase>> = {};

  constructor() {
    super();
    this.follow(this.#action.$state);
  }

  protected override begin(): void {
    this.follow(this.view.coaches.$state);
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const name = this.#form.name.trim();
    const email = this.#form.email.trim();
    this.#errors = {
      ...(name === '' && { name: 'error_required' as const }),
      ...(!/^[^\s@]+@[^\s@]+$/.test(email) && { email: 'error_email' as const }),
    };
    const chosen = this.#choice.chosen();
    if (Object.keys(this.#errors).length > 0) return this.focusOn('[aria-invalid="true"]');
    if (!chosen) return this.focusOn('#coachId');
    const made = await this.#action.run('invite', () => this.view.calls.createUser({ ...chosen, name, email }));
    if (made) location.hash = hashOf('users', made.id);
  };

  #text(field: 'name' | 'email', busy: boolean): TemplateResult {
    const { say } = this.view;
    const error = this.#errors[field];
    return textField({
      id: field,
      label: say(field),
      type: field === 'email' ? 'email' : 'text',
      value: this.#form[field],
      maxLength: field === 'email' ? 254 : 120,
      required: true,
      busy,
      error: error && say(error),
      input: (value) => {
        this.#form = { ...this.#form, [field]: value };
        this.#errors = Object.fromEntries(Object.entries(this.#errors).filter(([name]) => name !== field));
        this.requestUpdate();
      },
    });
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { say } = view;
    const busy = this.#action.isBusy();
    return html`${headingView(say('invite'), say('inviteText'))}
      <p>${linkTo(say('back'), 'users')}</p>
      <form class="plain" novalidate @submit=${this.#send}>
        <div class="card">${this.#choice.fields(busy)} ${this.#text('name', busy)} ${this.#text('email', busy)}</div>
        ${problemView(view, this.#action.problemOf('invite'))}
        <div class="ways"><button type="submit" class="go" aria-disabled=${busy}>${busy ? say('busy') : say('sendInvitation')}</button></div>
      </form>`;
  }
}
