import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarBooking } from '@coach-booking/sdk';
import type { GridContext } from '../grid-context.ts';
import { leanTime, titleOf } from '../labels.ts';
import type { ToolSay } from './texts.ts';

/** Milliseconds after the last letter until the server is asked. */
export const pause = { ms: 300 };
/** The most bookings of the screen that are listed. */
const MOST = 8;

interface Search {
  text: string;
  /** Undefined while the server is being asked, null when that failed. */
  found: readonly CalendarBooking[] | null | undefined;
  timer?: ReturnType<typeof setTimeout>;
}

const searches = new WeakMap<Element, Search>();
const digitsOf = (text: string) => text.replace(/\D/g, '');

/** Returns whether a booking is of a person with this part in name, e-mail, phone or title. */
function fits({ attendee, serviceTitle }: CalendarBooking, part: string): boolean {
  const wanted = part.trim().toLocaleLowerCase();
  const digits = digitsOf(wanted);
  return (
    [attendee.name, attendee.email ?? '', serviceTitle].some((text) => text.toLocaleLowerCase().includes(wanted)) ||
    (digits.length > 2 && digitsOf(attendee.phone ?? '').includes(digits))
  );
}

/** Renders the search: what is on the screen at once, what is not when the server has answered. */
export function searchTool(context: GridContext, say: ToolSay, close: () => void): TemplateResult {
  const { view, state, flow, labels, clock } = context;
  const { element } = view;
  const search: Search = searches.get(element) ?? { text: '', found: [] };
  searches.set(element, search);
  const type = (event: Event) => {
    search.text = (event.target as HTMLInputElement).value;
    clearTimeout(search.timer);
    const asked = search.text;
    search.found = asked.trim() ? undefined : [];
    if (asked.trim())
      search.timer = setTimeout(() => {
        void flow.findBookings(asked).then((found) => {
          if (search.text !== asked) return;
          search.found = found;
          view.redraw();
        });
      }, pause.ms);
    view.redraw();
  };
  const open = ({ id, start }: CalendarBooking) => {
    close();
    const date = start && clock.wallOf(Date.parse(start)).date;
    if (date) {
      context.setUi({ cursor: { date, minute: clock.wallOf(Date.parse(start)).minute, id } });
      if (date < state.range.from || date > state.range.to) flow.goTo(date);
    }
    view.open({ kind: 'booking', id });
  };
  const wanted = search.text.trim();
  const here = wanted ? state.bookings.filter((one) => fits(one, wanted)).slice(0, MOST) : [];
  const others = (search.found ?? []).filter(({ id }) => !here.some((one) => one.id === id));
  const item = (booking: CalendarBooking) => {
    const { start, status, serviceTitle } = booking;
    const wall = start ? clock.wallOf(Date.parse(start)) : null;
    const when = wall
      ? `${view.format.month(wall.date.slice(0, 7))}, ${labels.weekday(wall.date)} ${view.format.number(+wall.date.slice(8))}, ${leanTime(labels.time(wall.minute))}`
      : say('noTime');
    return html`<li><button type="button" @click=${() => open(booking)}><b><bdi>${titleOf(booking)}</bdi></b><span>${when}</span><small><bdi>${serviceTitle}</bdi> · ${view.say(status)}</small></button></li>`;
  };
  const list = (title: string, bookings: readonly CalendarBooking[]) =>
    bookings.length > 0 ? html`<h3>${title}</h3><ul>${bookings.map(item)}</ul>` : nothing;
  const { found } = search;
  const note =
    !wanted || here.length + others.length > 0
      ? found === null
        ? say('failed')
        : ''
      : found === undefined
        ? say('searching')
        : say(found ? 'none' : 'failed');
  return html`<div class="search" role="dialog" aria-label=${view.say('search')}>
    <input type="search" autocomplete="off" placeholder=${say('hint')} aria-label=${`${view.say('search')}: ${say('hint')}`} .value=${search.text} @input=${type} />
    <div class="results">${list(say('here'), here)} ${list(say('elsewhere'), others)}</div>
    <p role="status">${note}<span class="vh">${wanted && found ? say('found', { count: here.length + others.length }) : ''}</span></p>
  </div>`;
}
