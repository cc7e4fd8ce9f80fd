import { SetupPage } from './setup-page-element.ts';

customElements.define('coach-setup-page', SetupPage);
