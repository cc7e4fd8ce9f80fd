import '../calendar-feeds/define.ts';
import '../notifications/define.ts';
import './define-sections.ts';
import { OwnAccountPage } from './own-account-element.ts';

customElements.define('coach-own-account-page', OwnAccountPage);
