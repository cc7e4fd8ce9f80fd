// The limit for the calendar: a bare Lit component that places the same boxes, without zones, keyboard, languages and
// actions. The same shape as the adapter beside it.
import { LitElement, css, html } from 'lit';

const dayMs = 86_400_000;
const textOf = (ms) => new Date(ms).toISOString().slice(0, 10);
const utcOf = (date) => Date.parse(`${date}T00:00:00Z`);
const mondayOf = (date) => utcOf(date) - ((new Date(utcOf(date)).getUTCDay() + 6) % 7) * dayMs;
const time = (minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** Events by day, by start. */
function onDays(events, first, count) {
  const days = Array.from({ length: count }, () => []);
  for (const event of events) days[(utcOf(event.ymd) - first) / dayMs]?.push(event);
  for (const day of days) day.sort((a, b) => a.m - b.m || b.e - a.e);
  return days;
}

/** Returns each event with its column, and the columns of its cluster. */
function placed(day) {
  const boxes = [];
  let [cluster, ends] = [[], []];
  for (const event of day) {
    if (event.m >= Math.max(0, ...ends)) [cluster, ends] = [[], []];
    let column = ends.findIndex((end) => end <= event.m);
    if (column < 0) column = ends.length;
    ends[column] = event.e;
    const box = { event, column, of: ends };
    cluster.push(box);
    boxes.push(box);
  }
  return boxes;
}

class LimitCalendar extends LitElement {
  static properties = { events: {}, view: {}, date: {} };
  static styles = css`
    .week {
      display: grid;
      grid-template-columns: 50px repeat(7, 1fr);
      height: 800px;
      overflow: auto;
      font: 12px sans-serif;
    }
    .day {
      position: relative;
      height: 1440px;
      border-left: 1px solid #ddd;
      contain: strict;
    }
    .box {
      position: absolute;
      overflow: hidden;
      box-sizing: border-box;
      border: 1px solid #fff;
      background: #3788d8;
      color: #fff;
    }
    .month {
      display: grid;
      grid-template-columns: repeat(7, 1fr);
      font: 12px sans-serif;
    }
    .cell {
      min-height: 120px;
      border: 1px solid #ddd;
    }
    .cell div {
      margin: 1px;
      overflow: hidden;
      white-space: nowrap;
      background: #3788d8;
      color: #fff;
    }
  `;

  render() {
    if (this.view === 'month') {
      const first = mondayOf(`${this.date.slice(0, 7)}-01`);
      return html`<div class="month">
        ${onDays(this.events, first, 42).map(
          (day, at) =>
            html`<div class="cell" role="gridcell"><b>${+textOf(first + at * dayMs).slice(8)}</b>${day.slice(0, 4).map((event) => html`<div class="chip" tabindex="0">${time(event.m)} ${event.title}</div>`)}${day.length > 4 ? html`<a href="#">+${day.length - 4} more</a>` : ''}</div>`,
        )}
      </div>`;
    }
    return html`<div class="week">
      <div></div>
      ${onDays(this.events, mondayOf(this.date), 7).map(
        (day) =>
          html`<div class="day" role="gridcell">
            ${placed(day).map(
              ({ event, column, of }) =>
                html`<div class="box" tabindex="0" style="top:${event.m}px;height:${event.e - event.m}px;left:${(100 / of.length) * column}%;width:${100 / of.length}%">${time(event.m)} ${event.title}</div>`,
            )}
          </div>`,
      )}
    </div>`;
  }
}
customElements.define('limit-calendar', LimitCalendar);

let element;
window.__cal = {
  mount(place, events, view, date) {
    element = Object.assign(document.createElement('limit-calendar'), { events, view, date });
    place.append(element);
  },
  next() {
    element.date = textOf(utcOf(element.date) + 7 * dayMs);
  },
};
