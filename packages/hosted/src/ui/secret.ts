import { html, type TemplateResult } from 'lit';

/** Shows the field before the button as text, or hides it again. */
function toggle(event: Event): void {
  const button = event.currentTarget as HTMLButtonElement;
  const input = button.previousElementSibling as HTMLInputElement;
  const isShown = input.type === 'password';
  input.type = isShown ? 'text' : 'password';
  button.ariaPressed = `${isShown}`;
  input.focus();
}

/** Renders a field for a password with a button that shows what was typed; `name` is that of the button. */
export function secretView(input: TemplateResult, name: string): TemplateResult {
  return html`<div class="secret">${input}<button type="button" class="icon quiet" aria-pressed="false" aria-label=${name} title=${name} @click=${toggle}>
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M2 10s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S2 10 2 10Z" /><circle cx="10" cy="10" r="2.5" /><path class="hidden" d="m3.5 16.5 13-13" /></svg>
    </button></div>`;
}
