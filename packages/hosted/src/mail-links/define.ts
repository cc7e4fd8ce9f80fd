import { AccountPage } from './account-page-element.ts';

customElements.define('coach-account-page', AccountPage);
