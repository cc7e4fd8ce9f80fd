import '../own-account/define-sections.ts';
import { DeskAccount } from './account-page.ts';

customElements.define('coach-desk-account', DeskAccount);
