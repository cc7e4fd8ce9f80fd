import { html, nothing, type TemplateResult } from 'lit';
import { cityOf } from '@coach-booking/elements/internal/dates/zone';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import type { BookingWords } from '../../desk/bookings/booking-facts.ts';
import { bookingsFile } from '../../desk/bookings/booking-file.ts';
import {
  bookingTabs,
  filtersIn,
  inputOf,
  isRange,
  noFilters,
  queryOf,
  type BookingFilters,
  type BookingTab,
} from '../../desk/bookings/booking-filters.ts';
import type { Booking, Staff } from '../../desk/bookings/calls.ts';
import { filterForm } from '../../desk/bookings/filter-form.ts';
import { noneIn } from '../../desk/bookings/none-in.ts';
import { listStyles } from '../../desk/lists/list-styles.ts';
import { readForFile } from '../../files/read-for-file.ts';
import { saveFile } from '../../files/save-file.ts';
import { ListLoader } from '../../reading/list-loader.ts';
import { styles as hosted } from '../../styles.ts';
import { denseStyles } from '../../ui/controls.ts';
import { showToast } from '../../ui/toasts.ts';
import { segmentsView } from '../../ui/views.ts';
import { coachesOf } from '../coaches-of.ts';
import { edgesOf } from '../edges-of.ts';
import { filterSelect } from '../filters.ts';
import { headingView } from '../parts.ts';
import { problemPhrase } from '../problem.ts';
import { hashOf } from '../route.ts';
import { Section } from '../section.ts';
import { styles } from '../styles.ts';
import { bookingRows } from './booking-rows.ts';
import { bookingWords } from './booking-words.ts';
import { OpenBooking } from './open-booking.ts';

/** The parts of the list, in their order: all of them in one come first, since support seeks what it does not know. */
const tabs: readonly BookingTab[] = ['all', ...bookingTabs];

/** `#bookings`: the bookings of all coaches, or of one, as the desk shows those of its coach. */
export class AdminBookings extends Section {
  static override styles = [hosted, denseStyles, styles, listStyles];

  /** The saving of a file, and the milliseconds for which typing rests before it is searched; tests replace them. */
  static save = saveFile;
  static rest = 300;

  readonly #list = new ListLoader<Booking>();
  readonly #open = new OpenBooking(
    this,
    () => this.view,
    () => void this.#list.refresh(),
  );
  /** Part of a name: it is not written to the address. */
  #query = '';
  #staff: readonly Staff[] = [];
  /** The coach whose team was read. */
  #teamOf = '';
  #isWriting = false;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.follow(this.#list.$state);
  }

  get #own(): typeof AdminBookings {
    return this.constructor as typeof AdminBookings;
  }

  protected override begin(): void {
    this.follow(this.view.coaches.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#resting);
    this.#list.stop();
  }

  get #filters(): BookingFilters {
    return filtersIn(new URLSearchParams(this.route.query).toString(), 'all');
  }

  /** The coach of the address, which may name it by the slug. */
  get #coach() {
    const { coach } = this.route.query;
    return coach ? coachesOf(this.view).find(({ id, slug }) => id === coach || slug === coach) : undefined;
  }

  /** The zone of the coach who is chosen; several have none in common, so it is that of the page. */
  get #timeZone(): string {
    return this.#coach?.timeZone ?? this.view.format.timeZone;
  }

  protected override read(): void {
    void this.#readTeam();
    this.#readList();
  }

  readonly #readList = (): void => {
    if (!isRange(this.#filters)) return;
    void this.#list.start(async (cursor, signal) =>
      this.view.calls.listBookings({ ...(await this.#input()), ...cursor, limit: 50 }, { signal }),
    );
  };

  async #input() {
    const { route, view } = this;
    const { coach, attendee } = route.query;
    const input = inputOf(this.#filters, this.#query);
    return {
      ...input,
      // Plain dates of a coach are read in the coach's zone; of all coaches these are of the page's.
      ...(!coach && (await edgesOf(input, view))),
      ...(coach && { coachId: coach }),
      ...(attendee && { attendeeId: attendee }),
    };
  }

  /** Reads the team of the coach who is chosen, for the filter. */
  async #readTeam(): Promise<void> {
    const { coach = '' } = this.route.query;
    if (coach === this.#teamOf) return;
    this.#teamOf = coach;
    this.#staff = [];
    if (!coach) return;
    const staff = await this.#open.team(coach);
    if (this.#teamOf !== coach) return;
    this.#staff = staff;
    this.requestUpdate();
  }

  #go(query: Readonly<Record<string, string | undefined>>): void {
    location.hash = hashOf('bookings', null, query);
  }

  readonly #change = (filters: Partial<BookingFilters>): void => {
    const { coach, attendee } = this.route.query;
    // Resetting the filters ends those of the page too.
    const isReset = Object.keys(noFilters).every((name) => name in filters);
    this.#go({ ...queryOf({ ...this.#filters, ...filters }, 'all'), ...(!isReset && { coach, attendee }) });
  };

  readonly #chooseCoach = (event: Event): void => {
    const { attendee } = this.route.query;
    const coach = (event.target as HTMLSelectElement).value;
    this.#go({ ...queryOf({ ...this.#filters, service: '', staff: '' }, 'all'), coach, attendee });
  };

  readonly #search = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(this.#readList, this.#own.rest);
  };

  readonly #download = async (): Promise<void> => {
    if (this.#isWriting) return;
    this.#isWriting = true;
    this.requestUpdate();
    const { view } = this;
    const { texts, lists, staffName } = this.#words;
    try {
      const input = await this.#input();
      const { items, isCut } = await readForFile((cursor) =>
        view.calls.listBookings({ ...input, limit: 100, ...(cursor && { cursor }) }),
      );
      await this.#open.readTeams(items.flatMap(({ staffId, coachId }) => (staffId ? [coachId] : [])));
      const coaches = { head: view.say('coach'), name: this.#open.coachName };
      this.#own.save(
        `bookings-${this.#coach?.slug ?? 'all'}-${this.#filters.tab}.csv`,
        bookingsFile(items, { texts, lists, timeZone: this.#timeZone, staffName, coaches }),
      );
      showToast(filled(isCut ? texts.fileFull : texts.downloaded, { count: view.format.number(items.length) }));
    } catch (error) {
      showToast(view.say(problemPhrase(error)), { isProblem: true });
    }
    this.#isWriting = false;
    this.requestUpdate();
  };

  get #words(): BookingWords {
    return bookingWords(this.view, this.#timeZone, this.#open);
  }

  #ownFilters(): { readonly field: unknown; readonly set: number } {
    const { view, route } = this;
    const { say } = view;
    const { coach, attendee } = route.query;
    const chosen = this.#coach?.id ?? coach;
    const coaches = coachesOf(view).map(({ id, name }) => [id, name] as const);
    const unknown = chosen && !coaches.some(([id]) => id === chosen) ? [[chosen, chosen] as const] : [];
    const name = this.#list.$state.get().items.find((booking) => booking.attendee.id === attendee)?.attendee.name;
    const field = html`<div class="own" @change=${this.#chooseCoach}>
        ${filterSelect('coach', say('coach'), chosen, [['', say('all')], ...coaches, ...unknown])}
      </div>
      ${attendee && name ? html`<p class="quiet">${say('attendee')}<br /><bdi>${name}</bdi></p>` : nothing}`;
    return { field, set: [coach, attendee].filter(Boolean).length };
  }

  #rows(words: BookingWords): TemplateResult {
    const { tab, ...rest } = this.#filters;
    const isFiltered =
      this.#query.trim() !== '' || Object.values({ ...rest, ...this.route.query, tab: '' }).some(Boolean);
    const none = isFiltered
      ? { title: words.lists.noneFound, text: words.lists.noneFoundText }
      : noneIn(tab, words.texts);
    return bookingRows(this.view, this.#list, { label: words.texts[tab], words, open: this.#open, none });
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const { texts, lists } = words;
    const filters = this.#filters;
    const services = this.#coach?.services ?? [];
    const zone = filled(texts.zone, { zone: isolated(cityOf(this.#timeZone)) });
    const more = this.#ownFilters();
    const download = html`<button type="button" aria-disabled=${this.#isWriting} @click=${this.#download}>${this.#isWriting ? texts.downloading : texts.download}</button>`;
    return html`${headingView(texts.title, zone, download)}
    ${segmentsView<BookingTab>({
      name: 'tab',
      legend: texts.which,
      options: tabs.map((tab) => [tab, texts[tab]]),
      value: filters.tab,
      change: (tab) => this.#change({ tab, status: '' }),
    })}
      <form class="search" role="search" @submit=${(event: Event) => (event.preventDefault(), this.#readList())}>
        <div class="field"><label for="query">${lists.search}</label><input id="query" type="search" autocomplete="off" maxlength="100" dir="auto" .value=${this.#query} @input=${this.#search} /></div>
        ${filterForm({ ...words, filters, services, staff: this.#staff, own: undefined, change: this.#change, more })}
      </form>
      ${this.#rows(words)} ${this.#open.panel(this.#timeZone)}`;
  }
}
