import { FeedsSection } from './feeds-section.ts';

customElements.define('coach-feeds', FeedsSection);
