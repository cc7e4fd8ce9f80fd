import '../../notifications/define.ts';
import { DeskNotifications } from './notifications-page.ts';

customElements.define('coach-desk-notifications', DeskNotifications);
