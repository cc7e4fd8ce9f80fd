/**
 * Loads the panels, the keys, and what a coach does in the calendar: a file of its own, fetched while the calendar is
 * read. Tests replace it.
 */
export const panelsFile = { load: () => import('./panels/index.ts') };
