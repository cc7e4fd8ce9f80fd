import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { dialogView } from '../ui/dialog.ts';
import type { Leaving } from './leaving.ts';

/** The words of the question. */
export interface UnsavedTexts {
  readonly leave: string;
  readonly leaveText: string;
  readonly stay: string;
  readonly discard: string;
  readonly close: string;
}

/** Asks before a page is left on which something was typed and not saved. */
export class Unsaved implements ReactiveController {
  #go: (() => void) | null = null;

  /** `discard` forgets what was typed. */
  constructor(
    private readonly host: LitElement,
    private readonly isTyped: () => boolean,
    private readonly discard: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('coach-desk-leave', this.#leaving);
    addEventListener('beforeunload', this.#unloading);
  }

  hostDisconnected(): void {
    removeEventListener('coach-desk-leave', this.#leaving);
    removeEventListener('beforeunload', this.#unloading);
  }

  /** Does it, after asking where something was typed. */
  leave(go: () => void): void {
    if (!this.isTyped()) return go();
    this.#ask(go);
  }

  #ask(go: (() => void) | null): void {
    this.#go = go;
    this.host.requestUpdate();
  }

  readonly #leaving = (event: Leaving): void => {
    if (!this.isTyped()) return;
    event.preventDefault();
    this.#ask(event.detail.go);
  };

  readonly #unloading = (event: Event): void => {
    if (this.isTyped()) event.preventDefault();
  };

  /** Renders the question while it is asked. */
  view(texts: UnsavedTexts): TemplateResult | typeof nothing {
    const go = this.#go;
    if (!go) return nothing;
    const stay = () => this.#ask(null);
    const discard = () => {
      this.discard();
      stay();
      go();
    };
    return dialogView({
      title: texts.leave,
      closeText: texts.close,
      closed: stay,
      content: html`<p>${texts.leaveText}</p>
        <div class="actions">
          <button type="button" class="go" @click=${stay}>${texts.stay}</button>
          <button type="button" class="danger" @click=${discard}>${texts.discard}</button>
        </div>`,
    });
  }
}
