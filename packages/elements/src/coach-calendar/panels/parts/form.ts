import { html, type TemplateResult } from 'lit';
import type { View } from './panel.ts';

/** What makes a form. */
export interface Form<T> {
  /** Whether it is being sent; then nothing sends it again. */
  readonly busy?: boolean;
  /** Returns what is sent, or nothing while something is not right. */
  read(): T | null | undefined | false;
  send(input: T): unknown;
  readonly look?: string;
}

/** Renders a form and its fields. What is wrong with it gets the keyboard. */
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
 * Renders the foot of a form: the button that sends it, which while it is being sent stays where the keyboard is, and
 * the way out of it.
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

/** Puts the keyboard on the button that sends the form, once it is drawn: what was proposed is in its fields. */
export function toSubmit({ element }: View): void {
  queueMicrotask(() => element.shadowRoot?.querySelector<HTMLElement>('dialog button[type="submit"]')?.focus());
}
