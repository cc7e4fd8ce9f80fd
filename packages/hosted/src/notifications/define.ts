import '../push/define.ts';
import { NotificationsSection } from './notifications-section.ts';

customElements.define('coach-notifications', NotificationsSection);
