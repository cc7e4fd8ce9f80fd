import { DeskStatistics } from './statistics-page.ts';

/** Makes the page of statistics known; tests give one of their own. */
export function defineStatistics(page: typeof DeskStatistics = DeskStatistics): void {
  customElements.define('coach-desk-statistics', page);
}
