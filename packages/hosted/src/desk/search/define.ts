import { DeskSearch } from './desk-search.ts';

customElements.define('coach-desk-search', DeskSearch);
