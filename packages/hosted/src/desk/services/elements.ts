import { DeskServices } from './services-section.ts';

/** Makes the element of Settings › Services known; tests give their own. */
export function defineServices(page: typeof DeskServices = DeskServices): void {
  customElements.define('coach-desk-services', page);
}
