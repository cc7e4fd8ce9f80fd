import { DeskPage } from './desk-page-element.ts';

customElements.define('coach-desk-page', DeskPage);
