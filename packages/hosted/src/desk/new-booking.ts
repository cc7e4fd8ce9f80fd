import type { LitElement, ReactiveController } from 'lit';
import type { Place } from './place.ts';

/** Opens the form of a new booking in the calendar, as soon as that is there, where the address asks for it. */
export class NewBooking implements ReactiveController {
  #observer: MutationObserver | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly place: () => Place,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  hostUpdated(): void {
    const { page, isNew } = this.place();
    const calendar = this.host.renderRoot.querySelector('coach-calendar')?.shadowRoot;
    if (page !== 'calendar' || !isNew || !calendar) return this.hostDisconnected();
    if (this.#observer || this.#press(calendar)) return;
    this.#observer = new MutationObserver(() => void this.#press(calendar));
    this.#observer.observe(calendar, { childList: true, subtree: true });
  }

  /** Presses the calendar's own button, once: the address then asks no more, so that a reload opens no second form. */
  #press(calendar: ShadowRoot): boolean {
    const button = calendar.querySelector<HTMLElement>('[part~="primary"]');
    if (!button || !this.place().isNew) return false;
    this.hostDisconnected();
    const { href } = location;
    const address = new URL(href);
    for (const name of ['new', 'client', 'service']) address.searchParams.delete(name);
    if (address.href !== href) history.replaceState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
    button.click();
    return true;
  }
}
