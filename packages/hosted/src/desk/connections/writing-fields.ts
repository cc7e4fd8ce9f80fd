import { html, nothing, type TemplateResult } from 'lit';
import { pageLanguage } from '../../page-language.ts';
import type { Calendar, CalendarChange } from './calls.ts';
import { connectionTextsFor } from './texts/index.ts';

type Detail = NonNullable<Calendar['bookingDetail']>;
const details: readonly Detail[] = ['busy', 'title', 'full'];

const passwordField = ({ id, kind }: Calendar): TemplateResult | typeof nothing => {
  const { texts } = connectionTextsFor(pageLanguage());
  if (kind !== 'caldav') return nothing;
  return html`<div class="field">
    <label for="password-${id}">${texts.newPassword}</label>
    <input
      id="password-${id}" name="password" type="password" dir="ltr" maxlength="254" spellcheck="false"
      autocomplete="off" aria-describedby="password-help-${id}"
    />
    <p id="password-help-${id}" class="quiet">${texts.newPasswordHelp}</p>
  </div>`;
};

/** Renders the fields of an account: whether bookings are written there, where, and how much they tell. */
export function writingFields(calendar: Calendar): TemplateResult | typeof nothing {
  const { id, calendars, writeBookings, bookingCalendar, bookingDetail = 'title' } = calendar;
  if (!calendars) return nothing;
  const { texts } = connectionTextsFor(pageLanguage());
  const into = bookingCalendar ?? calendars[0]?.id;
  return html`<div class="choices">
      <label>
        <input type="checkbox" name="write" aria-describedby="write-help-${id}" ?checked=${writeBookings} /> ${texts.write}
      </label>
      <p id="write-help-${id}" class="quiet">${texts.writeHelp}</p>
    </div>
    ${
      calendars.length < 2
        ? nothing
        : html`<div class="field">
          <label for="into-${id}">${texts.writeInto}</label>
          <select id="into-${id}" name="into">
            ${calendars.map((one) => html`<option value=${one.id} ?selected=${one.id === into}>${one.name}</option>`)}
          </select>
        </div>`
    }
    <div class="field">
      <label for="detail-${id}">${texts.writeDetail}</label>
      <select id="detail-${id}" name="detail">
        ${details.map((one) => html`<option value=${one} ?selected=${one === bookingDetail}>${texts[`detail_${one}`]}</option>`)}
      </select>
    </div>
    ${passwordField(calendar)}`;
}

/** Returns what of these fields is to be sent. */
export function writingOf({ calendars }: Calendar, given: FormData): CalendarChange {
  if (!calendars) return {};
  const [into, password] = [given.get('into'), String(given.get('password') ?? '').trim()];
  const writeBookings = given.has('write');
  return {
    writeBookings,
    ...(writeBookings && {
      ...(into !== null && { bookingCalendar: String(into) }),
      bookingDetail: String(given.get('detail')) as Detail,
    }),
    ...(password !== '' && { password }),
  };
}
