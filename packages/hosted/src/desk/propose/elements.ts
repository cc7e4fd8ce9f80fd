import { DeskPropose } from './propose-page.ts';

/** Makes the page of Leads › Propose times known; tests give one of their own. */
export function definePropose(page: typeof DeskPropose = DeskPropose): void {
  customElements.define('coach-desk-propose', page);
}
