import { AdminSearch } from './admin-search.ts';

customElements.define('coach-admin-search', AdminSearch);
