import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from '../../translations/index.ts';
import { icon } from '../icons.ts';

const calendar = icon('M3.5 5.5h13v11h-13zM3.5 9h13M7 3v4M13 3v4');
const cross = icon('m5 5 10 10M15 5 5 15');

/** The input of the view. */
export interface LauncherState {
  readonly say: Say;
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** The text of the button, and the title of the dialog. */
  readonly label: string;
  /** Whether the button stays at the lower corner of the window. */
  readonly floats: boolean;
  /** False where an element of the page opens the dialog. */
  readonly hasButton: boolean;
  /** The widget, as long as the dialog is open. */
  readonly widget: HTMLElement | undefined;
  /** Whether the visitor is asked if the dialog is to be closed. */
  readonly isAsking: boolean;
  open(): void;
  /** Called when the visitor wants to close it. */
  leave(): void;
  stay(): void;
  close(): void;
  /** Called when the browser has closed it. */
  closed(): void;
  typed(): void;
  noted(event: CustomEvent): void;
}

/** Renders the button, and the dialog with the widget in it. */
export function launcherView(state: LauncherState): TemplateResult {
  const { language, dir, label, widget, isAsking, say } = state;
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    if (isAsking) state.stay();
    else state.leave();
  };
  const cancel = (event: Event) => {
    event.preventDefault();
    state.leave();
  };
  const pressed = (event: Event) => {
    if (event.target === event.currentTarget && !isAsking) state.leave();
  };
  return html`<div class="root" lang=${language} dir=${dir}>
    ${buttonView(state)}
    <dialog
      part="dialog"
      aria-labelledby="title"
      @keydown=${key}
      @cancel=${cancel}
      @close=${state.closed}
      @mousedown=${pressed}
      @input=${state.typed}
      @coach-step=${state.noted}
      @coach-booking-created=${state.noted}
    >
      ${
        widget
          ? html`<div class="sheet" ?inert=${isAsking}>
            <div class="bar" part="dialog-bar"><h2 id="title" tabindex="-1"><bdi>${label}</bdi></h2><button type="button" part="dialog-close" aria-label=${say('modeClose')} title=${say('modeClose')} @click=${state.leave}>${cross}</button></div>
            ${widget}
          </div>`
          : nothing
      }
      ${isAsking ? askView(state) : nothing}
    </dialog>
  </div>`;
}

function buttonView({ hasButton, floats, label, open, widget }: LauncherState): TemplateResult | typeof nothing {
  return hasButton
    ? html`<button type="button" class=${floats ? 'floats' : nothing} part="opener" popover=${floats ? 'manual' : nothing} aria-haspopup="dialog" aria-expanded=${!!widget} @click=${open}>${calendar}<bdi>${label}</bdi></button>`
    : nothing;
}

function askView({ say, stay, close }: LauncherState): TemplateResult {
  return html`<div class="ask" role="alertdialog" aria-modal="true" aria-labelledby="ask" aria-describedby="ask-text">
    <div>
      <h3 id="ask">${say('leaveAsk')}</h3>
      <p id="ask-text">${say('leaveText')}</p>
      <div class="ways"><button type="button" class="go" @click=${stay}>${say('leaveNo')}</button><button type="button" @click=${close}>${say('leaveYes')}</button></div>
    </div>
  </div>`;
}
