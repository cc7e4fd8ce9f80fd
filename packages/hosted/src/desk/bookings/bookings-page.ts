import { html, nothing, type TemplateResult } from 'lit';
import type { SessionToken } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { cityOf } from '@coach-booking/elements/internal/dates/zone';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { ListLoader } from '../../reading/list-loader.ts';
import { Loader } from '../../reading/loader.ts';
import { readForFile } from '../../files/read-for-file.ts';
import { saveFile } from '../../files/save-file.ts';
import { pageLanguage } from '../../page-language.ts';
import { showToast } from '../../ui/toasts.ts';
import { emptyView, pageHead, segmentsView, skeletonView } from '../../ui/views.ts';
import { DeskListPage } from '../lists/desk-list-page.ts';
import { listFormat } from '../lists/list-format.ts';
import type { BookingWords } from './booking-facts.ts';
import { bookingsFile } from './booking-file.ts';
import {
  bookingTabs,
  filtersIn,
  inputOf,
  isRange,
  queryOf,
  type BookingFilters,
  type BookingTab,
} from './booking-filters.ts';
import { bookingPanel, defineBookingPanel } from './booking-panel.ts';
import { bookingRow } from './booking-row.ts';
import { bookingCalls, type Booking, type BookingCalls, type Coach, type Staff } from './calls.ts';
import { filterForm } from './filter-form.ts';
import { noneIn } from './none-in.ts';
import { bookingTextsFor } from './texts/index.ts';

/** The facts of the coach that the list needs. */
interface Head {
  readonly coach: Coach;
  readonly staff: readonly Staff[];
}

/** Bookings of a coach: those to come, past, asked for, without a time and cancelled, found by name and filters. */
export class DeskBookings extends DeskListPage {
  /** The calls of the server, and what hands over a file; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => BookingCalls = bookingCalls;
  static save = saveFile;

  #calls: BookingCalls | null = null;
  readonly #head = new Loader<Head>();
  readonly #list = new ListLoader<Booking>();
  #filters: BookingFilters = filtersIn('');
  #query = '';
  #open: Booking | null = null;
  #isWriting = false;

  constructor() {
    super();
    defineBookingPanel();
  }

  get #own(): typeof DeskBookings {
    return this.constructor as typeof DeskBookings;
  }

  get #texts() {
    return bookingTextsFor(pageLanguage()).texts;
  }

  protected override start(): void {
    this.follow(this.#head.$state, this.#list.$state);
    this.#calls ??= this.#own.calls(this.session.token, defaultBaseUrl(import.meta.url));
    this.#filters = filtersIn(this.#own.address.read());
    // Members of the team see their own sessions first.
    const { staffId } = this.user;
    if (staffId && !new URLSearchParams(this.#own.address.read()).has('staff'))
      this.#filters = { ...this.#filters, staff: staffId };
    void this.#readHead();
    this.#read();
    this.followBookings(this.#refresh);
  }

  /** Reads the list anew where it stands; the booking that is open is shown as it is now. */
  readonly #refresh = async (): Promise<void> => {
    await this.#list.refresh();
    const open = this.#open;
    const now = open && this.#list.$state.get().items.find(({ id }) => id === open.id);
    if (now && now.version > open.version) this.#show(now);
  };

  readonly #readHead = (): Promise<void> =>
    this.#head.load(async () => {
      const of = { coach: this.coach };
      const [coach, staff] = await Promise.all([this.#calls!.getCoach(of), this.#calls!.listStaff(of)]);
      return { coach, staff };
    });

  readonly #read = (): void => {
    if (!isRange(this.#filters)) return;
    const input = { coach: this.coach, ...inputOf(this.#filters, this.#query) };
    void this.#list.start((cursor, signal) =>
      this.#calls!.listCoachBookings({ ...input, ...cursor, limit: 50 }, { signal }),
    );
  };

  #change(filters: Partial<BookingFilters>): void {
    this.#filters = { ...this.#filters, ...filters };
    this.#own.address.write(this.addressTo('bookings', { query: queryOf(this.#filters) }));
    this.#read();
    this.requestUpdate();
  }

  readonly #search = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value;
    this.afterTyping(this.#read);
  };

  readonly #download = async (): Promise<void> => {
    const head = this.#head.$state.get();
    if (this.#isWriting || head.phase !== 'ready') return;
    this.#isWriting = true;
    this.requestUpdate();
    const input = { coach: this.coach, ...inputOf(this.#filters, this.#query), limit: 100 };
    const { texts, lists } = this.#words(head.value);
    try {
      const { items: bookings, isCut } = await readForFile((cursor) =>
        this.#calls!.listCoachBookings({ ...input, ...(cursor && { cursor }) }),
      );
      const { timeZone, slug } = head.value.coach;
      const staffName = (id: string) => this.#staffName(id);
      this.#own.save(
        `bookings-${slug}-${this.#filters.tab}.csv`,
        bookingsFile(bookings, { texts, lists, timeZone, staffName }),
      );
      const count = new Intl.NumberFormat(pageLanguage()).format(bookings.length);
      showToast(filled(isCut ? texts.fileFull : texts.downloaded, { count }));
    } catch (error) {
      showToast(this.sentenceOf(error), { isProblem: true });
    }
    this.#isWriting = false;
    this.requestUpdate();
  };

  #staffName(id: string): string {
    const head = this.#head.$state.get();
    const found = head.phase === 'ready' ? head.value.staff.find((one) => one.id === id) : undefined;
    return found?.name ?? '';
  }

  #words({ coach }: Head): BookingWords {
    const { texts, language } = bookingTextsFor(pageLanguage());
    const format = listFormat(language, coach.timeZone);
    return { texts, lists: this.lists, format, staffName: (id) => this.#staffName(id) };
  }

  #show(booking: Booking | null): void {
    this.#open = booking;
    this.requestUpdate();
  }

  readonly #changed = (booking: Booking): void => {
    this.#open = this.#open && booking;
    this.#read();
  };

  #empty(): TemplateResult {
    const texts = this.#texts;
    const { tab } = this.#filters;
    const isFiltered = this.#query.trim() !== '' || Object.values({ ...this.#filters, tab: '' }).some(Boolean);
    if (isFiltered) return emptyView({ title: this.lists.noneFound, text: this.lists.noneFoundText });
    return emptyView(noneIn(tab, texts));
  }

  #content(head: Head): TemplateResult {
    const words = this.#words(head);
    const { texts } = words;
    const { coach, staff } = head;
    return html`${segmentsView<BookingTab>({
      name: 'tab',
      legend: texts.which,
      options: bookingTabs.map((tab) => [tab, texts[tab]]),
      value: this.#filters.tab,
      change: (tab) => this.#change({ tab, status: '' }),
    })}
      <form class="search" role="search" @submit=${(event: Event) => (event.preventDefault(), this.#read())}>
        <div class="field"><label for="query">${words.lists.search}</label><input id="query" type="search" autocomplete="off" maxlength="100" dir="auto" .value=${this.#query} @input=${this.#search} /></div>
        ${filterForm({ ...words, filters: this.#filters, services: coach.services, staff, own: this.user.staffId, change: (filters) => this.#change(filters) })}
      </form>
      ${this.listView({ label: texts[this.#filters.tab], loader: this.#list, row: (booking) => bookingRow(booking, words, () => this.#show(booking)), empty: () => this.#empty() })}
      ${this.#open ? this.#panel(this.#open, coach) : nothing}`;
  }

  #panel(booking: Booking, { timeZone }: Coach): TemplateResult {
    const given = {
      calls: this.#calls!,
      coach: this.coach,
      timeZone,
      staffName: (id: string) => this.#staffName(id),
      addressTo: this.addressTo,
    };
    return bookingPanel(booking, given, { changed: this.#changed, closed: () => this.#show(null) });
  }

  protected override render(): TemplateResult {
    const { texts, language, dir } = bookingTextsFor(pageLanguage());
    const head = this.#head.$state.get();
    const { user } = this;
    const isReady = head.phase === 'ready';
    const name = isReady && user.role === 'admin' ? html` · <bdi>${head.value.coach.name}</bdi>` : nothing;
    const zone = isReady ? filled(texts.zone, { zone: isolated(cityOf(head.value.coach.timeZone)) }) : '';
    const actions = html`<button type="button" aria-disabled=${this.#isWriting || !isReady} @click=${this.#download}>${this.#isWriting ? texts.downloading : texts.download}</button>
      <a class="button go" href=${this.addressTo('calendar', { query: { new: '1' } })}>${texts.newBooking}</a>`;
    return html`<div lang=${language} dir=${dir}>
      ${pageHead({ title: html`${texts.title}${name}`, text: zone, actions })}
      ${head.phase === 'loading' ? skeletonView(this.shared.busy, 6) : head.phase === 'failed' ? this.problemView(head.problem, this.#head.retry) : this.#content(head.value)}
    </div>`;
  }
}
