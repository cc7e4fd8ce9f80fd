import type { LitElement, ReactiveController } from 'lit';
import { leaveTo, mayLeave } from './leaving.ts';
import { movedTo, placeOf, type Place } from './place.ts';

/** Marks an entry of the browser's history whose place the next step takes. */
export const SPENT = { isSpent: true };

/** Returns the link that was pressed to be followed here; null when the browser is to do something else with it. */
function followed(event: MouseEvent): HTMLAnchorElement | null {
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey || defaultPrevented) return null;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  return link && !link.target && !link.hasAttribute('download') ? link : null;
}

/**
 * Holds which page of the desk the address shows. A link from page to page changes the address without loading
 * everything anew; the buttons of the browser lead back and forth.
 */
export class PlaceController implements ReactiveController {
  #place: Place | null = null;
  /** The address that is shown. */
  #address = '';

  /** `here` returns the address of the page. `moved` is called when it shows something else. */
  constructor(
    private readonly host: LitElement & { readonly base: string },
    private readonly here: () => Pick<Location, 'pathname' | 'search'>,
    private readonly moved: () => void,
  ) {
    host.addController(this);
  }

  get place(): Place {
    return (this.#place ??= this.#read());
  }

  /** Returns what the address shows. One that the desk had before becomes the one that took its place. */
  #read(): Place {
    const moved = movedTo(this.here(), this.host.base);
    if (moved !== null) history.replaceState(null, '', moved);
    const { pathname, search } = this.here();
    this.#address = `${pathname}${search}`;
    return placeOf({ pathname, search }, this.host.base);
  }

  hostConnected(): void {
    this.#place = null;
    addEventListener('popstate', this.#travel);
    this.host.addEventListener('click', this.#follow);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#travel);
    this.host.removeEventListener('click', this.#follow);
  }

  readonly #look = (): void => {
    const before = this.place;
    this.#place = this.#read();
    const { page, item, coach } = this.place;
    if (before.page !== page || before.item !== item || before.coach !== coach) this.moved();
    // Within the calendar its own parts of the address lead on, and the focus stays in it.
    else this.host.requestUpdate();
  };

  /** The query of the address. */
  get query(): URLSearchParams {
    return new URLSearchParams(this.here().search);
  }

  /**
   * Writes parts of the query into the address, an empty one as none, without leading elsewhere: as a step to which the
   * browser returns, or in place of the present one. `mark` is `SPENT` where the next step is to take its place.
   */
  write(parts: Readonly<Record<string, string>>, isStep: boolean, mark: object | null): void {
    // The stage shows an address that is not the browser's.
    if (this.here().pathname !== location.pathname) return;
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(parts))
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    const { isSpent = false } = (history.state ?? {}) as { isSpent?: boolean };
    if (address.href !== location.href) history[isStep && !isSpent ? 'pushState' : 'replaceState'](mark, '', address);
    this.#place = this.#read();
    this.host.requestUpdate();
  }

  /**
   * Shows where a button of the browser led. Where a part has something to lose the address of the page stands again,
   * in front of the other one, to which it goes back once that is given up.
   */
  readonly #travel = (): void => {
    const [{ page, item, coach }, to] = [this.place, placeOf(this.here(), this.host.base)];
    const isElsewhere = to.page !== page || to.item !== item || to.coach !== coach;
    if (isElsewhere && !mayLeave(() => history.back())) return history.pushState(null, '', this.#address);
    this.#look();
  };

  /** Shows the page at an address of the desk, unless a part has something to lose and asks first. */
  readonly goTo = (address: string): void =>
    leaveTo(() => {
      const { href } = new URL(address, location.href);
      if (href !== location.href) history.pushState(null, '', href);
      scrollTo(0, 0);
      this.#look();
    });

  readonly #follow = (event: MouseEvent): void => {
    const link = followed(event);
    const { base } = this.host;
    if (!link || link.origin !== location.origin) return;
    if (link.pathname !== base && !link.pathname.startsWith(`${base}/`)) return;
    event.preventDefault();
    this.goTo(link.href);
  };
}
