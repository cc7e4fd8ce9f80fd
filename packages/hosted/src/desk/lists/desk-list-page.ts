import { LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ReadableAtom } from 'nanostores';
import { isConflict, isCoachBookingError } from '@coach-booking/sdk';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { Listed, ListLoader } from '../../reading/list-loader.ts';
import { pageLanguage } from '../../page-language.ts';
import { problemOf } from '../../sign-in/problem.ts';
import { pageTextsFor } from '../../sign-in/texts/index.ts';
import { denseStyles } from '../../ui/controls.ts';
import { uiStyles } from '../../ui/styles.ts';
import { emptyView, skeletonView } from '../../ui/views.ts';
import type { DeskPageProperties } from '../page-properties.ts';
import { listStyles } from './list-styles.ts';
import { listTextsFor } from './texts/index.ts';
import { walkRows } from './walk-rows.ts';

/** The query of the page's address. */
export interface PageAddress {
  read(): string;
  /** Replaces the address of the page, which stays. */
  write(address: string): void;
}

/** A list, its rows, and its place when it is empty. */
export interface ListShown<T extends { readonly id: string }> {
  /** The name of the list for those who do not see it. */
  readonly label: string;
  readonly loader: ListLoader<T>;
  row(item: T): TemplateResult;
  empty(): TemplateResult;
}

/** A page of the desk that shows a list: it reads page by page, finds, and is walked through by the keyboard. */
export abstract class DeskListPage extends LitElement {
  static override styles = [uiStyles, denseStyles, listStyles];

  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    user: { attribute: false },
    coach: { attribute: false },
    base: { attribute: false },
    item: { attribute: false },
    mayChange: { attribute: false },
    addressTo: { attribute: false },
    goTo: { attribute: false },
    live: { attribute: false },
  };

  /** The address of the page, and the milliseconds for which typing rests before it is searched; tests replace them. */
  static address: PageAddress = {
    read: () => location.search,
    write: (address) => history.replaceState(history.state, '', address),
  };
  static rest = 300;

  declare session: DeskPageProperties['session'];
  declare user: DeskPageProperties['user'];
  declare coach: string;
  declare base: string;
  declare item: string;
  declare mayChange: boolean;
  declare addressTo: DeskPageProperties['addressTo'];
  declare goTo: DeskPageProperties['goTo'];
  declare live: DeskPageProperties['live'];

  readonly #ends: (() => void)[] = [];
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** Reads the data of the page. */
  protected abstract start(): void;

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(() => this.start());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#resting);
    for (const end of this.#ends.splice(0)) end();
  }

  /** Renders the page. A row that moves to another place in its list keeps the focus, which moving takes from it. */
  protected override update(changed: PropertyValues): void {
    const root = this.renderRoot as ShadowRoot;
    const held = root.activeElement;
    super.update(changed);
    if (held instanceof HTMLElement && root.activeElement === null && held.isConnected)
      held.focus({ preventScroll: true });
  }

  /** Renders the page anew with each change of a store. */
  protected follow(...stores: readonly ReadableAtom<unknown>[]): void {
    for (const store of stores) this.#ends.push(store.listen(() => this.requestUpdate()));
  }

  /** Calls back one at a time after each change of a booking, as long as the page is shown. */
  protected followBookings(changed: () => Promise<void>): void {
    let isRunning = false;
    let isDue = false;
    const run = async (): Promise<void> => {
      isDue = true;
      if (isRunning) return;
      isRunning = true;
      while (isDue && this.isConnected) {
        isDue = false;
        await changed();
      }
      isRunning = false;
    };
    this.#ends.push(this.live.follow((event) => (event.type === 'reset' || event.kind === 'booking') && void run()));
  }

  protected get shared() {
    return pageTextsFor(pageLanguage()).texts;
  }

  protected get lists() {
    return listTextsFor(pageLanguage()).texts;
  }

  /** Returns the sentence for an error. The server's message is English. */
  protected sentenceOf(error: unknown): string {
    if (isConflict(error)) return this.lists.conflict;
    if (isCoachBookingError(error) && error.status === 404) return this.lists.gone;
    return this.shared[problemOf(error)];
  }

  /** Calls `act` once nothing was typed for a while. */
  protected afterTyping(act: () => void): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(act, (this.constructor as typeof DeskListPage).rest);
  }

  /** Renders a list in each of its states: it is read, empty, there, or could not be read. */
  protected listView<T extends { readonly id: string }>({ label, loader, row, empty }: ListShown<T>): TemplateResult {
    const listed = loader.$state.get();
    const { items, phase, problem } = listed;
    if (phase === 'loading') return skeletonView(this.shared.busy, 6);
    if (phase === 'failed' && items.length === 0) return this.problemView(problem, loader.retry);
    if (items.length === 0 && listed.next === null) return empty();
    return html`<ul class="rows" aria-label=${label} aria-busy=${phase === 'more'} @keydown=${walkRows}>${repeat(items, ({ id }) => id, row)}</ul>
      ${phase === 'failed' ? this.problemView(problem, loader.retry) : nothing} ${this.#foot(listed, loader)}`;
  }

  #foot(
    { items, next, total, totalIsCapped, phase }: Listed<unknown>,
    loader: ListLoader<never> | ListLoader<unknown>,
  ): TemplateResult {
    const { shown, shownOf, more, seekOn } = this.lists;
    const number = new Intl.NumberFormat(pageLanguage());
    const count = number.format(items.length);
    const all = `${number.format(total ?? 0)}${totalIsCapped ? '+' : ''}`;
    const isLess = items.length === 0;
    return html`<div class="foot">
      <p class="quiet" role="status">${total === undefined ? filled(shown, { count }) : filled(shownOf, { count, total: all })}</p>
      ${next && phase !== 'failed' ? html`<button type="button" aria-disabled=${phase === 'more'} @click=${loader.more}>${phase === 'more' ? this.shared.busy : isLess ? seekOn : more}</button>` : nothing}
    </div>`;
  }

  /** Renders that a person of the address is not here, with the way to the list. */
  protected goneView(back: { readonly text: string; readonly href: string }): TemplateResult {
    const { goneTitle, goneText } = this.lists;
    const action = html`<a class="button" href=${back.href}>${back.text}</a>`;
    return emptyView({ title: goneTitle, text: goneText, action });
  }

  /** Renders what went wrong, with a button that tries it again. */
  protected problemView(problem: unknown, again: () => void): TemplateResult {
    return html`<div class="problem" role="alert"><p>${this.sentenceOf(problem)}</p></div>
      <p class="actions"><button type="button" @click=${again}>${this.shared.retry}</button></p>`;
  }
}
