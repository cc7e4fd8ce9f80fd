import type { LitElement, ReactiveController } from 'lit';
import { closeMenus, type ShellView } from './shell-view.ts';
import { applyTheme, chooseTheme, chosenTheme, store, stored, type Theme } from './theme-choice.ts';

/** The name under which this device stores that the sidebar is a rail. */
const NARROW = 'coach-desk-narrow';

/** The part of a frame that belongs to the device: its look, the width of its sidebar, and the list of its keys. */
export class ShellController implements ReactiveController {
  #isNarrow = stored(NARROW) === 'true';
  #theme = chosenTheme();
  #hasKeys = false;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    applyTheme(this.#theme);
    this.host.addEventListener('click', this.#closeMenus, true);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('click', this.#closeMenus, true);
  }

  /** Whether the list of keys is open. */
  get hasKeys(): boolean {
    return this.#hasKeys;
  }

  /** Returns the part of the frame that depends on the device. */
  get view(): Pick<ShellView, 'isNarrow' | 'theme' | 'toggleSide' | 'setTheme' | 'showKeys'> {
    return {
      isNarrow: this.#isNarrow,
      theme: this.#theme,
      toggleSide: this.#toggleSide,
      setTheme: this.#setTheme,
      showKeys: this.showKeys,
    };
  }

  readonly showKeys = (): void => this.#listKeys(true);
  readonly hideKeys = (): void => this.#listKeys(false);

  #listKeys(areShown: boolean): void {
    this.#hasKeys = areShown;
    this.host.requestUpdate();
  }

  /** Runs before the link that was pressed leads elsewhere, whose heading then has the keyboard. */
  readonly #closeMenus = (event: Event): void => {
    if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) closeMenus(this.host.renderRoot);
  };

  readonly #toggleSide = (): void => {
    this.#isNarrow = !this.#isNarrow;
    store(NARROW, String(this.#isNarrow));
    this.host.requestUpdate();
  };

  readonly #setTheme = (theme: Theme): void => {
    this.#theme = theme;
    chooseTheme(theme);
    this.host.requestUpdate();
  };
}
