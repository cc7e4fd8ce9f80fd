import { DeskMeetings } from './meetings-page.ts';

/** Makes the page of meetings known; tests give one of their own. */
export function defineMeetings(page: typeof DeskMeetings = DeskMeetings): void {
  customElements.define('coach-desk-meetings', page);
}
