import { AdminPage } from './admin-page-element.ts';
import { defineSections } from './sections.ts';

defineSections();
customElements.define('coach-admin-page', AdminPage);
