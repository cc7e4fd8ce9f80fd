import { LitElement, type PropertyValues } from 'lit';
import type { ReadableAtom } from 'nanostores';
import { chartStyles } from '@coach-booking/elements/internal/charts/styles';
import { StoreController } from '@coach-booking/elements/internal/store-controller';
import { styles as hosted } from '../styles.ts';
import { denseStyles } from '../ui/controls.ts';
import { photoStyles } from '../desk/profile/styles.ts';
import { contentStyles } from './content-styles.ts';
import { hashOf, type Route } from './route.ts';
import { styles } from './styles.ts';
import type { AdminView } from './view.ts';

/** A section of the page. It is created for each item; filters change its route alone. */
export abstract class Section extends LitElement {
  static override styles = [hosted, denseStyles, styles, contentStyles, photoStyles, chartStyles];

  static override properties = { view: { attribute: false }, route: { attribute: false } };

  declare view: AdminView;
  declare route: Route;
  #asked = '';

  /** Draws again with each value of a store. */
  protected follow<S extends ReadableAtom>(store: S): S {
    new StoreController(this, store, () => {});
    return store;
  }

  /** Called once, when view and route are set. */
  protected begin(): void {}

  /** Reads the data of the route; called once for each route. */
  protected read(): void {}

  protected override willUpdate(_changed: PropertyValues): void {
    const asked = hashOf(this.route.section, this.route.id, this.route.query);
    if (asked === this.#asked) return;
    if (this.#asked === '') this.begin();
    this.#asked = asked;
    this.read();
  }

  /** Dialogs of the templates are modal. */
  protected override updated(_changed: PropertyValues): void {
    this.renderRoot.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
  }

  /** Focuses the first match, once it is drawn. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Focuses the heading; called by the page after a change of the section. */
  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }
}
