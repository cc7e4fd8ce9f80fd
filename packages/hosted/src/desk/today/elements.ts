import { DeskToday } from './today-page.ts';

/** Makes Today known; tests give an element of their own. */
export function defineToday(page: typeof DeskToday = DeskToday): void {
  customElements.define('coach-desk-today', page);
}
