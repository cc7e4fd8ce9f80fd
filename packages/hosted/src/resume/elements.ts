import { ResumePage } from './resume-page-element.ts';

/** Makes the page of a recovery's link known; tests give one of their own. */
export function defineResume(page: typeof ResumePage = ResumePage): void {
  customElements.define('coach-resume-page', page);
}
