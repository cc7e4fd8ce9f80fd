import { html, nothing, type TemplateResult } from 'lit';
import { businessView } from '../ui/business.ts';
import { secretView } from '../ui/secret.ts';
import type { PageTexts } from './texts/index.ts';

export interface SignInForm {
  readonly texts: PageTexts;
  /** The name of the business whose people sign in; empty where it is not known. */
  readonly partner: string;
  /** The address of its logo; empty without one. */
  readonly logoUrl: string;
  /** The last problem. */
  readonly problem: keyof PageTexts | null;
  readonly busy: boolean;
  /** The fields that were sent empty. */
  readonly missing: readonly string[];
  readonly demo: string;
  /** The address of the page that sends a link for another password. */
  readonly forgotten: string;
  signIn(email: string, password: string): void;
  onMissing(fields: readonly string[]): void;
}

const fields = [
  ['email', 'email', 'username'],
  ['password', 'password', 'current-password'],
] as const;

/** Renders the form with e-mail and password. Typed text stays in the fields alone, and is removed with them. */
export function signInForm({
  texts,
  partner,
  logoUrl,
  problem,
  busy,
  missing,
  demo,
  forgotten,
  signIn,
  onMissing,
}: SignInForm): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const form = event.target as HTMLFormElement;
    const value = (name: string) => (form.elements.namedItem(name) as HTMLInputElement).value;
    const empty = fields.map(([name]) => name).filter((name) => value(name).trim() === '');
    onMissing(empty);
    if (empty.length === 0) signIn(value('email').trim(), value('password'));
    else (form.elements.namedItem(empty[0]!) as HTMLElement).focus();
  };
  return html`<section class="card narrow">
    <div>
      ${businessView(partner, logoUrl)}
      <h1>${texts.title}</h1>
    </div>
    <div role="alert">${problem ? html`<p class="problem">${texts[problem]}</p>` : nothing}</div>
    <form novalidate @submit=${submit}>
      ${fields.map(([name, type, autocomplete]) => {
        const wrong = missing.includes(name);
        const input = html`<input id=${name} name=${name} type=${type} autocomplete=${autocomplete} dir="ltr" maxlength=${name === 'email' ? 254 : 200} required ?readonly=${busy} aria-invalid=${wrong} aria-describedby=${wrong ? `${name}-error` : nothing} />`;
        return html`<div class="field">
          <label for=${name}>${texts[name]}</label>
          ${name === 'password' ? secretView(input, texts.showPassword) : input}
          ${wrong ? html`<p class="error" id="${name}-error">${texts.required}</p>` : nothing}
        </div>`;
      })}
      <button type="submit" class="go" aria-disabled=${busy}>${busy ? texts.busy : texts.signIn}</button>
    </form>
    <a href=${forgotten}>${texts.forgotten}</a>
    ${demo ? html`<p class="quiet">${demo}</p>` : nothing}
  </section>`;
}
