import { adoptStyles, render, type ReactiveController } from 'lit';
import { moreTokens } from '../../internal/theme/more-tokens.ts';
import { statusTokens } from '../../internal/theme/status-tokens.ts';
import { tokens } from '../../internal/theme/tokens.ts';
import { sayer } from '../../internal/i18n/say.ts';
import { enModes } from '../../translations/en-modes.ts';
import { addEnglish, english, type Translation } from '../../translations/index.ts';
import type { CoachBooking } from '../coach-booking.ts';
import { innerWidget, isPassedOn, speaker } from './inner-widget.ts';
import { holdPage } from './page-scroll.ts';
import { modeStyles } from './styles.ts';
import { launcherView } from './view.ts';

/** Returns the element with the focus, within shadow roots too. */
function focused(): HTMLElement | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found as HTMLElement | null;
}

/**
 * Makes a button and a dialog of an element with a `mode`; or of elements of the page that `opener` selects. As long as
 * the dialog is open, an element without a mode in it is the widget. Nothing is requested before.
 */
export class Launcher implements ReactiveController {
  readonly #element: CoachBooking;
  readonly #root: ShadowRoot;
  readonly #observer: MutationObserver;
  #translation: Translation;
  readonly #speak: () => void;
  #widget: CoachBooking | undefined;
  /** The element that had the focus when the dialog was opened. */
  #before: HTMLElement | null = null;
  /** The element that had the focus when the visitor was asked. */
  #asked: HTMLElement | null = null;
  #releasePage: (() => void) | undefined;
  #isBegun = false;
  #isAsking = false;
  /** Whether something was typed into the form, which is lost to the visitor's eyes by closing. */
  #isTyped = false;
  #isBooked = false;
  #step = '';

  constructor(element: CoachBooking) {
    addEnglish(enModes);
    this.#element = element;
    this.#translation = english();
    this.#speak = speaker(element, (translation) => {
      this.#translation = translation;
      if (this.#isBegun) this.#draw();
    });
    this.#root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    adoptStyles(this.#root, [tokens, statusTokens, moreTokens, modeStyles]);
    this.#observer = new MutationObserver((changes) => this.#attributesChanged(changes));
    element.addController(this);
  }

  get #dialog(): HTMLDialogElement {
    return this.#root.querySelector('dialog')!;
  }

  /** Starts to listen, once for each time that the element is in a page. */
  begin(): void {
    if (this.#isBegun) return;
    const opener = this.#element.getAttribute('opener');
    // A selector that the browser cannot parse is an error here, in the console, and not at each click.
    if (opener) document.querySelector(opener);
    this.#isBegun = true;
    this.#speak();
    this.#draw();
    document.addEventListener('click', this.#clicked, true);
    this.#observer.observe(this.#element, { attributes: true });
    if (this.#element.hasAttribute('open')) this.#open();
  }

  /** A node that is moved is disconnected and connected within one task: its dialog is closed, and it goes on. */
  hostDisconnected(): void {
    this.#isBegun = false;
    document.removeEventListener('click', this.#clicked, true);
    this.#observer.disconnect();
    if (this.#widget) this.#close();
  }

  #attributesChanged(changes: readonly MutationRecord[]): void {
    for (const { attributeName } of changes) {
      const name = attributeName!;
      const value = this.#element.getAttribute(name);
      if (name === 'open' && value !== null) this.#open();
      else if (name === 'open') this.#close();
      else if (!isPassedOn(name)) continue;
      else if (value === null) this.#widget?.removeAttribute(name);
      else this.#widget?.setAttribute(name, value);
    }
    this.#speak();
    this.#draw();
  }

  /** Opens the dialog when an element of the page was pressed that `opener` selects; a link then leads nowhere. */
  readonly #clicked = (event: MouseEvent): void => {
    const opener = this.#element.getAttribute('opener');
    const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (!opener || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
    const pressed = event.composedPath().find((one) => one instanceof HTMLElement && one.matches(opener));
    if (!pressed) return;
    event.preventDefault();
    this.#open(pressed as HTMLElement);
  };

  #open(from: HTMLElement | null = focused()): void {
    if (this.#widget) return;
    const given = this.#element;
    this.#widget = innerWidget(given);
    this.#before = from;
    this.#isTyped = this.#isBooked = this.#isAsking = false;
    this.#step = '';
    this.#draw();
    this.#releasePage = holdPage();
    this.#dialog.showModal();
    this.#root.querySelector<HTMLElement>('#title')?.focus();
    given.toggleAttribute('open', true);
    given.dispatchEvent(new CustomEvent('coach-open', { bubbles: true, composed: true }));
  }

  /** Closes the dialog. Where text was typed and nothing was booked, it asks the visitor first. */
  readonly #leave = (): void => {
    if (this.#isTyped && !this.#isBooked && !this.#isAsking) {
      this.#isAsking = true;
      this.#asked = focused();
      this.#draw();
      this.#root.querySelector<HTMLElement>('.ask button')?.focus();
    } else this.#close();
  };

  readonly #stay = (): void => {
    this.#isAsking = false;
    this.#draw();
    this.#asked?.focus();
  };

  readonly #close = (): void => {
    if (this.#dialog.open) this.#dialog.close();
    this.#closed();
  };

  /** Takes the widget out, which lets a kept time go, and gives the focus back. */
  readonly #closed = (): void => {
    if (!this.#widget) return;
    const booked = this.#isBooked;
    this.#widget = undefined;
    this.#isAsking = false;
    this.#releasePage?.();
    this.#draw();
    this.#element.toggleAttribute('open', false);
    if (this.#element.isConnected && this.#before?.isConnected) this.#before.focus();
    this.#element.dispatchEvent(new CustomEvent('coach-close', { detail: { booked }, bubbles: true, composed: true }));
  };

  readonly #noted = (event: CustomEvent): void => {
    if (event.type === 'coach-booking-created') this.#isBooked = true;
    if (event.type !== 'coach-step') return;
    this.#step = (event.detail as { step: string }).step;
    // Another booking is made after this one, or it waits for the mail: what was typed is sent.
    if (this.#step === 'unproven' || this.#step === 'confirmed') this.#isTyped = false;
    if (this.#step === 'details') this.#isBooked = false;
  };

  readonly #typed = (): void => {
    if (this.#step === 'details') this.#isTyped = true;
  };

  #draw(): void {
    const { language, dir } = this.#translation;
    const mode = this.#element.getAttribute('mode') ?? '';
    const say = sayer(this.#translation);
    render(
      launcherView({
        say,
        language,
        dir,
        label: this.#element.getAttribute('label') || say('modeOpen'),
        floats: mode.startsWith('f'),
        hasButton: mode.startsWith('f') || !this.#element.hasAttribute('opener'),
        widget: this.#widget,
        isAsking: this.#isAsking,
        open: () => this.#open(),
        leave: this.#leave,
        stay: this.#stay,
        close: this.#close,
        closed: () => this.#dialog.open || this.#closed(),
        typed: this.#typed,
        noted: this.#noted,
      }),
      this.#root,
    );
    const button = this.#root.querySelector<HTMLElement>('[popover]');
    // In the top layer no rule or stacking of the page covers it; a browser without one has it fixed.
    if (button && this.#isBegun && !button.matches(':popover-open')) button.showPopover?.();
  }
}
