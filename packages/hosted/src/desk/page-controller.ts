import type { LitElement, ReactiveController } from 'lit';
import { deskPages, type DeskPageName } from './pages.ts';
import type { DeskPageProperties } from './page-properties.ts';

export type PageState = 'loading' | 'ready' | 'failed';

/** The elements of the desk's pages: their code comes when a page is first opened. */
export class PageController implements ReactiveController {
  readonly #states = new Map<DeskPageName, PageState>();
  #shown: { readonly key: string; readonly element: HTMLElement } | null = null;

  /** `load` brings the code of a page. */
  constructor(
    private readonly host: LitElement,
    private readonly load: (page: DeskPageName) => Promise<unknown>,
  ) {
    host.addController(this);
  }

  /** A page that is put into a document again makes its elements anew. */
  hostDisconnected(): void {
    this.#shown = null;
  }

  stateOf(page: DeskPageName): PageState {
    return this.#states.get(page) ?? 'loading';
  }

  /** Brings the code of a page, once; one that could not be brought is asked for again. */
  async bring(page: DeskPageName): Promise<void> {
    const state = this.#states.get(page);
    if (state === 'ready' || state === 'loading') return;
    this.#become(page, 'loading');
    await this.load(page).then(
      () => this.#become(page, 'ready'),
      () => this.#become(page, 'failed'),
    );
  }

  #become(page: DeskPageName, state: PageState): void {
    this.#states.set(page, state);
    this.host.requestUpdate();
  }

  /** Returns the element of a page with the given properties; another one for another person or coach. */
  element(page: DeskPageName, properties: DeskPageProperties): HTMLElement {
    const key = `${properties.user.id}/${page}/${properties.coach}`;
    if (this.#shown?.key !== key) this.#shown = { key, element: document.createElement(deskPages[page].tag) };
    return Object.assign(this.#shown.element, properties);
  }

  /** Returns the element that was rendered last; null before any. */
  get current(): HTMLElement | null {
    return this.#shown?.element ?? null;
  }
}
