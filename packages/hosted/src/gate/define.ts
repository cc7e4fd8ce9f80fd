import { GatePage } from './gate-page-element.ts';

customElements.define('coach-gate-page', GatePage);
