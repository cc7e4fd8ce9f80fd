import { CalendarPage } from './calendar-page-element.ts';

customElements.define('coach-calendar-page', CalendarPage);
