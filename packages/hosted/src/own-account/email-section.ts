import { html, nothing, type TemplateResult } from 'lit';
import { AccountSection } from './section.ts';
import { fill } from './texts/index.ts';

/** The address of the account, and the form that changes it. */
export class EmailSection extends AccountSection {
  readonly #change = async ({ email = '', password = '' }: Readonly<Record<string, string>>): Promise<string> => {
    const { calls, texts, changed } = this.view;
    await calls.changeEmail(email, password);
    await changed();
    return fill(texts.emailSent, { email });
  };

  readonly #sendAgain = async (): Promise<string> => {
    await this.view.calls.sendVerification();
    return this.view.texts.sentAgain;
  };

  /** Renders a sentence with an address in it, which stays on one line where it fits. */
  #with(sentence: string, email: string): TemplateResult {
    const [before, after] = sentence.split('{email}');
    return html`${before}<bdi class="whole">${email}</bdi>${after}`;
  }

  protected override render(): TemplateResult {
    const { texts, user } = this.view;
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.you}</h2>
      <p>${this.#with(texts.signsIn, user.email)}</p>
      ${user.newEmail ? html`<p class="quiet">${this.#with(texts.waiting, user.newEmail)}</p>` : nothing}
      ${user.emailVerified ? nothing : html`<p>${texts.unproven}</p>${this.problemOf('verify')}<div class="actions">${this.button('verify', texts.sendAgain, this.#sendAgain)}</div>`}
      ${this.outcome()}
      ${this.form('email', [{ name: 'email', label: texts.newEmail, type: 'email', autocomplete: 'email', maxlength: 254 }, this.passwordField(texts.yourPassword)], texts.changeEmail, this.#change)}
    </section>`;
  }
}
