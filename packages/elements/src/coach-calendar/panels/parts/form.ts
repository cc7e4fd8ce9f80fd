import { html, type TemplateResult } from 'lit';
import type { View } from './panel.ts';

/** The parts of a form. */
export interface Form<T> {
  /** Whether a request is under way; then a second press sends nothing. */
  readonly busy?: boolean;
  /** Returns the input of the request, or nothing while a field is invalid. */
  read(): T | null | undefined | false;
  send(input: T): unknown;
  readonly look?: string;
}

/** Renders a form and its fields. The first invalid field gets the focus. */
export function formView<T>({ busy, read, send, look = '' }: Form<T>, content: TemplateResult): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget as HTMLFormElement;
    const input = read();
    if (input) return void send(input);
    queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return html`<form class=${look} novalidate @submit=${submit}>${content}</form>`;
}

/**
 * Renders the foot of a form: the button that sends it, which keeps the focus during the request, and the button that
 * leaves it.
 */
export function submitRow(
  { say }: View,
  text: string,
  busy: boolean,
  { busyText = say('busy'), danger = '', out }: { busyText?: string; danger?: '' | 'danger'; out?: unknown } = {},
): TemplateResult {
  return html`<div class="ways">
    <button type="submit" class="go ${danger}" part="button primary ${danger}" aria-disabled=${busy}>${busy ? busyText : text}</button>
    ${out}
  </div>`;
}

/** Focuses the button that sends the form, once it is drawn: a proposal is in its fields then. */
export function toSubmit({ element }: View): void {
  queueMicrotask(() => element.shadowRoot?.querySelector<HTMLElement>('dialog button[type="submit"]')?.focus());
}
