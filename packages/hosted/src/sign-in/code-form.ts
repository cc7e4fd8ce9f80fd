import { html, nothing, type TemplateResult } from 'lit';
import type { PageTexts } from './texts/index.ts';

export interface CodeForm {
  readonly texts: PageTexts;
  /** The last problem. */
  readonly problem: keyof PageTexts | null;
  readonly busy: boolean;
  /** Whether the field was sent empty. */
  readonly missing: boolean;
  send(code: string): void;
  onMissing(): void;
  /** Returns to e-mail and password. */
  back(): void;
}

/** Renders the second half of a sign-in: a code of the authenticator app, or a recovery code. */
export function codeForm({ texts, problem, busy, missing, send, onMissing, back }: CodeForm): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const input = (event.target as HTMLFormElement).elements.namedItem('code') as HTMLInputElement;
    if (input.value.trim() !== '') return send(input.value.trim());
    onMissing();
    input.focus();
  };
  return html`<section class="card narrow">
    <h1>${texts.codeTitle}</h1>
    <p id="code-text">${texts.codeText}</p>
    <div role="alert">${problem ? html`<p class="problem">${texts[problem]}</p>` : nothing}</div>
    <form novalidate @submit=${submit}>
      <div class="field">
        <label for="code">${texts.code}</label>
        <input id="code" name="code" type="text" inputmode="text" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" dir="ltr" maxlength="24" required ?readonly=${busy} aria-invalid=${missing || problem === 'codeWrong'} aria-describedby=${missing ? 'code-text code-error' : 'code-text'} />
        ${missing ? html`<p class="error" id="code-error">${texts.required}</p>` : nothing}
      </div>
      <button type="submit" class="go" aria-disabled=${busy}>${busy ? texts.busy : texts.signIn}</button>
    </form>
    <button type="button" @click=${back}>${texts.back}</button>
  </section>`;
}
