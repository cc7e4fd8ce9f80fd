import { AccountPage } from './mail-link-page-element.ts';

customElements.define('coach-account-page', AccountPage);
