import { html, type TemplateResult } from 'lit';
import { AccountSection } from './section.ts';

/** The form that changes the password by the present one. */
export class PasswordSection extends AccountSection {
  readonly #change = async ({ current = '', next = '' }: Readonly<Record<string, string>>): Promise<string> => {
    await this.view.calls.changePassword(current, next);
    return this.view.texts.passwordChanged;
  };

  protected override render(): TemplateResult {
    const { texts } = this.view;
    const fields = [
      this.passwordField(texts.oldPassword, 'current'),
      { ...this.passwordField(texts.newPassword, 'next'), autocomplete: 'new-password' },
    ];
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.passwordTitle}</h2>
      <p class="quiet">${texts.passwordHint}</p>
      ${this.outcome()} ${this.form('password', fields, texts.changePassword, this.#change)}
    </section>`;
  }
}
