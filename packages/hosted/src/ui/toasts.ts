import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { pageLanguage } from '../page-language.ts';
import { pageTextsFor } from '../sign-in/texts/index.ts';
import { uiStyles } from './styles.ts';

export interface ToastOptions {
  /** An act that it offers, such as Undo; pressing it takes the toast away. */
  readonly action?: { readonly text: string; run(): void };
  readonly isProblem?: boolean;
}

interface Toast extends ToastOptions {
  readonly id: number;
  readonly text: string;
}

/** The number of toasts in sight; the oldest gives way. */
const MOST = 3;

/**
 * The messages in the lower corner where lines begin: one live region, above the page, which never moves it. They go
 * after a while, and stay while one of them is pointed at or has the focus.
 */
export class Toasts extends LitElement {
  static override styles = [
    uiStyles,
    css`
      :host {
        position: fixed;
        inset-block-end: calc(16px + env(safe-area-inset-bottom));
        inset-inline-start: 16px;
        z-index: 10;
        width: min(400px, calc(100vw - 32px));
        pointer-events: none;
      }
      [role='status'] {
        display: grid;
        gap: 8px;
      }
      .toast {
        display: flex;
        align-items: center;
        gap: 4px;
        width: fit-content;
        max-width: 100%;
        padding: 4px;
        padding-inline-start: 16px;
        border-radius: var(--small);
        background: var(--ink);
        color: var(--bg);
        font-size: var(--text-m);
        box-shadow: var(--shadow);
        pointer-events: auto;
        animation: appear var(--calm);
      }
      @keyframes appear {
        from {
          opacity: 0;
          translate: 0 8px;
        }
      }
      p {
        flex: 1;
        min-width: 0;
        padding-block: 8px;
        overflow-wrap: anywhere;
      }
      .toast button {
        flex: none;
        border-color: transparent;
        background: none;
        color: inherit;
        font-weight: 600;
      }
      .toast button:hover {
        background: color-mix(in srgb, var(--bg) 16%, transparent);
      }
      .toast button:focus-visible {
        outline-color: var(--bg);
        outline-offset: -2px;
      }
      .problem {
        border-inline-start: 0;
        background: var(--wrong);
      }
      @media (forced-colors: active) {
        .toast {
          border: 1px solid;
        }
      }
      /* Above the bar of the desk. */
      @media (max-width: 999px) {
        :host {
          inset-block-end: calc(80px + env(safe-area-inset-bottom));
        }
      }
    `,
  ];

  /** Milliseconds that a toast stays: without, and with something to press. */
  static lasts = { text: 5_000, action: 10_000 };

  #toasts: readonly Toast[] = [];
  #last = 0;
  readonly #ends = new Map<number, ReturnType<typeof setTimeout>>();
  #isHeld = false;

  show(text: string, options: ToastOptions): void {
    const toast = { ...options, text, id: ++this.#last };
    for (const { id } of [...this.#toasts].slice(0, Math.max(0, this.#toasts.length + 1 - MOST))) this.#remove(id);
    this.#toasts = [...this.#toasts, toast];
    if (!this.#isHeld) this.#count(toast);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#ends.values()) clearTimeout(end);
    this.#ends.clear();
    this.#toasts = [];
  }

  #count({ id, action }: Toast): void {
    const { lasts } = this.constructor as typeof Toasts;
    this.#ends.set(
      id,
      setTimeout(() => this.#remove(id), action ? lasts.action : lasts.text),
    );
  }

  #remove(gone: number): void {
    clearTimeout(this.#ends.get(gone));
    this.#ends.delete(gone);
    this.#toasts = this.#toasts.filter(({ id }) => id !== gone);
    if (this.#toasts.length === 0) this.#isHeld = false;
    this.requestUpdate();
  }

  /** Stops the time of all, or starts it anew. */
  #hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    for (const end of this.#ends.values()) clearTimeout(end);
    this.#ends.clear();
    if (!isHeld) for (const toast of this.#toasts) this.#count(toast);
  }

  #toast({ id, text, action, isProblem }: Toast): TemplateResult {
    const close = pageTextsFor(pageLanguage()).texts.close;
    const act = () => {
      this.#remove(id);
      action!.run();
    };
    return html`<div class=${isProblem ? 'toast problem' : 'toast'}>
      <p dir="auto">${text}</p>
      ${action ? html`<button type="button" @click=${act}>${action.text}</button>` : nothing}
      <button type="button" class="icon" aria-label=${close} title=${close} @click=${() => this.#remove(id)}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg>
      </button>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { language, dir } = pageTextsFor(pageLanguage());
    return html`<div role="status" lang=${language} dir=${dir}
      @pointerenter=${() => this.#hold(true)} @pointerleave=${() => this.#hold(false)}
      @focusin=${() => this.#hold(true)} @focusout=${() => this.#hold(false)}>
      ${repeat(
        this.#toasts,
        ({ id }) => id,
        (toast) => this.#toast(toast),
      )}
    </div>`;
  }
}

const NAME = 'coach-toasts';

/** Shows a message in the corner of the page: what was done, or what went wrong, with an act such as Undo. */
export function showToast(text: string, options: ToastOptions = {}): void {
  if (!customElements.get(NAME)) customElements.define(NAME, Toasts);
  let toasts = document.querySelector<Toasts>(NAME);
  if (!toasts) {
    toasts = document.createElement(NAME) as Toasts;
    document.body.append(toasts);
  }
  const shown = toasts;
  // A live region is read when it changes, so it is there before its first message.
  void shown.updateComplete.then(() => shown.show(text, options));
}
