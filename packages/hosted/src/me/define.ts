import '../own-account/define-sections.ts';
import '../calendar-feeds/define.ts';
import '../notifications/define.ts';
import '../push/define.ts';
import { meElements } from './elements.ts';
import { MePage } from './me-page-element.ts';

for (const [tag, element] of Object.entries(meElements)) customElements.define(tag, element);
customElements.define('coach-me-page', MePage);
