// FullCalendar as the peer of the calendar's benchmark, set up like it: a week by the hour, a month of rows. The same
// shape as the adapter beside it.
import { Calendar } from 'fullcalendar';
import dayGrid from 'fullcalendar/daygrid';
import interaction from 'fullcalendar/interaction';
import classicTheme from 'fullcalendar/themes/classic';
import timeGrid from 'fullcalendar/timegrid';
import 'fullcalendar/skeleton.css';
import 'fullcalendar/themes/classic/theme.css';
import 'fullcalendar/themes/classic/palette.css';

let calendar;
window.__cal = {
  mount(place, events, view, date) {
    const element = document.createElement('div');
    place.append(element);
    calendar = new Calendar(element, {
      plugins: [dayGrid, timeGrid, interaction, classicTheme],
      initialView: view === 'month' ? 'dayGridMonth' : 'timeGridWeek',
      initialDate: date,
      firstDay: 1,
      timeZone: 'UTC',
      height: 800,
      editable: true,
      dayMaxEvents: 4,
      events: events.map(({ id, title, start, end }) => ({ id, title, start, end })),
    });
    calendar.render();
  },
  next() {
    calendar.next();
  },
};
