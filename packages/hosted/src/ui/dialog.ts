import { html, noChange, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ElementPart } from 'lit/directive.js';

/** Returns the element that has the focus, within shadow roots too. */
function focused(): HTMLElement | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found as HTMLElement | null;
}

/** Opens the dialog once it is in the page, and gives the focus back when it is taken out. */
class Modal extends AsyncDirective {
  #before: HTMLElement | null = null;
  #dialog: HTMLDialogElement | undefined;

  override render(): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart): typeof noChange {
    if (this.#dialog) return noChange;
    const dialog = (this.#dialog = element as HTMLDialogElement);
    this.#before = focused();
    queueMicrotask(() => {
      if (dialog.isConnected && !dialog.open) dialog.showModal();
    });
    return noChange;
  }

  override disconnected(): void {
    const before = this.#before;
    queueMicrotask(() => {
      const now = focused();
      if (before?.isConnected && (!now || now === document.body || !now.isConnected)) before.focus();
    });
  }
}

const modal = directive(Modal);

export interface Dialog {
  readonly title: unknown;
  /** The name of the button that closes it. */
  readonly closeText: string;
  /** Whether it is a sheet at the side of the page, for what is read or filled in beside it. */
  readonly side?: boolean;
  readonly content: unknown;
  /** Called when Escape or the button closed it: the owner renders it no more. */
  closed(): void;
  /** Asked before Escape or the button closes it; false keeps it open. */
  mayClose?(): boolean;
}

/**
 * Renders a modal dialog, as long as its owner renders it. The browser keeps the focus inside; it returns to where it
 * was.
 */
export function dialogView({ title, closeText, side, content, closed, mayClose = () => true }: Dialog): TemplateResult {
  const close = (event: Event) => (event.currentTarget as Element).closest('dialog')!.close();
  return html`<dialog ${modal()} class=${side ? 'side' : ''} aria-labelledby="dialog-title"
    @cancel=${(event: Event) => mayClose() || event.preventDefault()}
    @close=${closed}>
    <header role="none">
      <h2 id="dialog-title">${title}</h2>
      <button type="button" class="icon quiet" aria-label=${closeText} title=${closeText} @click=${(event: Event) => mayClose() && close(event)}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg>
      </button>
    </header>
    ${content}
  </dialog>`;
}
