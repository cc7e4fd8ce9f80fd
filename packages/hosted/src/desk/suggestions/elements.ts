import { ReliabilitySection } from './reliability-section.ts';
import { DeskSuggestions } from './suggestions-section.ts';

/** Makes the elements of Settings › Suggestions known; tests give a page of their own. */
export function defineSuggestions(page: typeof DeskSuggestions = DeskSuggestions): void {
  customElements.define('coach-desk-reliability', ReliabilitySection);
  customElements.define('coach-desk-suggestions', page);
}
