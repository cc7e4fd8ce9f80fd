import { DeskTeam } from './team-page.ts';

/** Makes the element of the team known; tests give their own. */
export function defineTeam(page: typeof DeskTeam = DeskTeam): void {
  customElements.define('coach-desk-team', page);
}
