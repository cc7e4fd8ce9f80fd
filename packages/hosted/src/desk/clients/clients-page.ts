import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { isCoachBookingError, type SessionToken } from '@coach-booking/sdk';
import { chartStyles } from '@coach-booking/elements/internal/charts/styles';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { cityOf } from '@coach-booking/elements/internal/dates/zone';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { ListLoader } from '../../reading/list-loader.ts';
import { Loader } from '../../reading/loader.ts';
import { pageLanguage } from '../../page-language.ts';
import { chipView, emptyView, pageHead, skeletonView } from '../../ui/views.ts';
import { whenText, type BookingWords } from '../bookings/booking-facts.ts';
import { bookingPanel, defineBookingPanel } from '../bookings/booking-panel.ts';
import type { Booking } from '../bookings/calls.ts';
import { bookingTextsFor } from '../bookings/texts/index.ts';
import { bookNext, defineBookNext } from '../lists/book-next.ts';
import { DeskListPage } from '../lists/desk-list-page.ts';
import { listFormat } from '../lists/list-format.ts';
import {
  clientCalls,
  type Client,
  type ClientCalls,
  type ClientLogs,
  type ClientProfile,
  type Coach,
  type Staff,
} from './calls.ts';
import { logsView, profileView, type ClientWords } from './profile-view.ts';
import { clientPageTextsFor } from './texts/index.ts';

/** The data of a client that are shown; a profile that is not shared is null. */
interface Shown {
  readonly profile: ClientProfile | null;
  readonly logs: ClientLogs | null;
}

interface Head {
  readonly coach: Coach;
  readonly staff: readonly Staff[];
}

/** The clients of a coach, and below the address of the list each of them: health first, notes, logs and bookings. */
export class DeskClients extends DeskListPage {
  static override styles = [...DeskListPage.styles, chartStyles];

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => ClientCalls = clientCalls;

  #calls: ClientCalls | null = null;
  readonly #head = new Loader<Head>();
  readonly #list = new ListLoader<Client>();
  readonly #client = new Loader<Shown>();
  readonly #bookings = new ListLoader<Booking>();
  #query = '';
  #open: Booking | null = null;
  /** Whether the bookings of the client were read, and the last of them; they stay while they are read again. */
  #isKnown = false;
  #latest: Booking | undefined;
  #isBookingNext = false;

  constructor() {
    super();
    defineBookingPanel();
    defineBookNext();
  }

  get #own(): typeof DeskClients {
    return this.constructor as typeof DeskClients;
  }

  protected override start(): void {
    this.follow(this.#head.$state, this.#list.$state, this.#client.$state, this.#bookings.$state);
    this.#calls ??= this.#own.calls(this.session.token, defaultBaseUrl(import.meta.url));
    void this.#readHead();
    this.#read();
    this.followBookings(this.#refresh);
  }

  /** Reads anew what bookings have changed: the list, or the bookings of the client, whose profile stays as it is. */
  readonly #refresh = async (): Promise<void> => {
    if (!this.item) return this.#list.refresh();
    await this.#bookings.refresh();
    const open = this.#open;
    const now = open && this.#bookings.$state.get().items.find(({ id }) => id === open.id);
    if (now && now.version > open.version) this.#show(now);
  };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const before: unknown = changed.get('item');
    if (this.#calls && changed.has('item') && before !== undefined) this.#read();
  }

  readonly #readHead = (): Promise<void> =>
    this.#head.load(async () => {
      const of = { coach: this.coach };
      const [coach, staff] = await Promise.all([this.#calls!.getCoach(of), this.#calls!.listStaff(of)]);
      return { coach, staff };
    });

  readonly #read = (): void => {
    this.#open = null;
    this.#isBookingNext = false;
    this.#isKnown = false;
    this.#latest = undefined;
    if (!this.item) return this.#readList();
    void this.#client.load((signal) => this.#readClient(signal));
    this.#readBookings();
  };

  readonly #readList = (): void => {
    const q = this.#query.trim();
    const input = { coach: this.coach, ...(q && { q }), limit: 50 };
    void this.#list.start((cursor, signal) => this.#calls!.listClients({ ...input, ...cursor }, { signal }));
  };

  #readBookings(): void {
    const input = { coach: this.coach, attendeeId: this.item, order: 'desc' as const, limit: 10 };
    void this.#bookings.start((cursor, signal) => this.#calls!.listCoachBookings({ ...input, ...cursor }, { signal }));
  }

  async #readClient(signal: AbortSignal): Promise<Shown> {
    const of = { coach: this.coach, client: this.item };
    try {
      const [profile, workouts, meals, progress] = await Promise.all([
        this.#calls!.getClient(of, { signal }),
        this.#calls!.listClientWorkoutLogs(of, { signal }),
        this.#calls!.listClientDietLogs(of, { signal }),
        this.#calls!.listClientProgress(of, { signal }),
      ]);
      return { profile, logs: { workouts, meals, progress } };
    } catch (error) {
      if (isCoachBookingError(error) && error.code === 'PROFILE_NOT_SHARED') return { profile: null, logs: null };
      throw error;
    }
  }

  readonly #search = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value;
    this.afterTyping(this.#readList);
  };

  #words({ coach }: Head): ClientWords {
    const { texts, language, dir } = clientPageTextsFor(pageLanguage());
    return { texts, language, dir, format: listFormat(language, coach.timeZone) };
  }

  #row(
    { id, name, email, sharesProfile, bookings, lastSession, nextSession }: Client,
    { texts, format }: ClientWords,
  ): TemplateResult {
    const { lists } = this;
    const session = (label: string, at: string | undefined) =>
      html`<span class="quiet">${label}: ${at ? html`<time datetime=${at}>${format.day(at)}</time>` : lists.never}</span>`;
    return html`<li class="press"><a href=${this.addressTo('clients', { item: id })}>
      <span><b><bdi>${name}</bdi></b> <span class="quiet"><bdi>${email}</bdi></span></span>
      <span>${session(lists.nextSession, nextSession)} ${session(lists.lastSession, lastSession)}</span>
      <span class="quiet">${lists.bookings}: <span class="number">${format.number(bookings)}</span></span>
      <span class="end">${sharesProfile ? nothing : chipView('warn', texts.notShared)}</span>
    </a></li>`;
  }

  #listPage(head: Head): TemplateResult {
    const words = this.#words(head);
    const { texts } = words;
    const leads = html`<a href=${this.addressTo('leads')}>${texts.toLeads}</a>`;
    const empty = () =>
      this.#query.trim()
        ? emptyView({ title: this.lists.noneFound, text: this.lists.noneFoundText, action: leads })
        : emptyView({ title: texts.none, text: texts.noneText, action: leads });
    return html`<form class="search" role="search" @submit=${(event: Event) => (event.preventDefault(), this.#readList())}>
        <div class="field"><label for="query">${this.lists.search}</label><input id="query" type="search" autocomplete="off" maxlength="100" dir="auto" .value=${this.#query} @input=${this.#search} /></div>
      </form>
      ${this.listView({ label: texts.title, loader: this.#list, row: (client) => this.#row(client, words), empty })}`;
  }

  #contact(
    known: Partial<Pick<Client, 'email' | 'phone' | 'timeZone' | 'since'>>,
    { texts, format }: ClientWords,
  ): TemplateResult {
    const { email, phone, timeZone, since } = known;
    const { lists } = this;
    const row = (term: string, value: unknown) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
    return html`<section class="card" aria-labelledby="contact"><h2 id="contact">${texts.contact}</h2>
      <dl class="facts">
        ${email ? row(lists.email, html`<a href="mailto:${email}">${email}</a>`) : nothing}
        ${phone ? row(lists.phone, html`<a class="number" href="tel:${phone}"><bdi>${phone}</bdi></a>`) : nothing}
        ${timeZone ? row(texts.timeZone, cityOf(timeZone)) : nothing} ${since ? row(texts.since, format.day(since)) : nothing}
      </dl></section>`;
  }

  #bookingsView(head: Head): TemplateResult {
    const words = this.#words(head);
    const { texts } = words;
    const { texts: bookingTexts } = bookingTextsFor(pageLanguage());
    const staffName = (id: string) => head.staff.find((one) => one.id === id)?.name ?? '';
    const bookingWords: BookingWords = { texts: bookingTexts, lists: this.lists, format: words.format, staffName };
    const row = (booking: Booking) =>
      html`<li class="press compact"><button type="button" @click=${() => this.#show(booking)}>
        <span class="when">${whenText(booking, bookingWords)}</span><span><bdi>${booking.serviceTitle}</bdi></span>
        <span class="end">${chipView(booking.status, this.lists[booking.status])}</span>
      </button></li>`;
    const empty = () => emptyView({ title: texts.noBookings, text: texts.noBookingsText });
    const { timeZone } = head.coach;
    const given = { calls: this.#calls!, coach: this.coach, timeZone, staffName, addressTo: this.addressTo };
    return html`<section aria-labelledby="together"><h2 id="together">${texts.together}</h2>
      ${this.listView({ label: texts.together, loader: this.#bookings, row, empty })}</section>
      ${this.#open ? bookingPanel(this.#open, given, { changed: this.#changed, closed: () => this.#show(null) }) : nothing}`;
  }

  #next(isOpen: boolean): void {
    this.#isBookingNext = isOpen;
    this.requestUpdate();
  }

  #nextSheet(head: Coach, name: string): TemplateResult {
    const given = {
      ...{
        calls: this.#calls!,
        coach: this.coach,
        head,
        calendar: this.addressTo('calendar', { query: { new: '1', client: this.item } }),
      },
      ...{ person: { name, clientId: this.item }, service: this.#latest?.serviceId ?? '' },
    };
    const booked = () => {
      this.#next(false);
      this.#readBookings();
    };
    return bookNext(given, { booked, closed: () => this.#next(false) });
  }

  #show(booking: Booking | null): void {
    this.#open = booking;
    this.requestUpdate();
  }

  readonly #changed = (booking: Booking): void => {
    this.#open = this.#open && booking;
    this.#readBookings();
  };

  #clientPage(head: Head, { profile, logs }: Shown): TemplateResult {
    const words = this.#words(head);
    const { texts, format } = words;
    const last = this.#latest;
    const name = profile?.name ?? last?.attendee.name ?? '';
    const notShared = html`<section class="card" aria-labelledby="profile"><h2 id="profile">${texts.profile}</h2>
      <p><b>${filled(texts.notConnected, { name: isolated(name) })}</b></p><p class="quiet">${texts.notConnectedWhy}</p></section>`;
    return html`${pageHead({
      title: html`<bdi>${name}</bdi>`,
      text: html`${profile ? texts.shared : texts.notShared}`,
      actions: html`<a class="button" href=${this.addressTo('clients')}>${texts.back}</a><button type="button" class="go" @click=${() => this.#next(true)}>${this.lists.bookNext}</button>`,
    })}
      <div class="columns">
        <div>${profile ? profileView(profile, words) : notShared} ${logs ? logsView(logs, words) : nothing}</div>
        <div>
          <coach-desk-client-notes .calls=${this.#calls!} .coach=${this.coach} .client=${this.item} .format=${format}></coach-desk-client-notes>
          ${this.#bookingsView(head)} ${this.#contact(profile ?? last?.attendee ?? {}, words)}
        </div>
      </div>
      ${this.#isBookingNext ? this.#nextSheet(head.coach, name) : nothing}`;
  }

  /** Renders the page of one client once the bookings are known, too: a name that is not shared is in these. */
  #item(head: Head): TemplateResult {
    const state = this.#client.$state.get();
    const { phase, items } = this.#bookings.$state.get();
    this.#isKnown ||= phase !== 'loading';
    this.#latest = items[0] ?? this.#latest;
    if (state.phase === 'ready' && this.#isKnown) return this.#clientPage(head, state.value);
    const { texts } = this.#words(head);
    const back = { text: texts.back, href: this.addressTo('clients') };
    if (state.phase === 'failed' && isCoachBookingError(state.problem) && state.problem.status === 404)
      return html`${pageHead({ title: texts.title })} ${this.goneView(back)}`;
    const actions = html`<a class="button" href=${back.href}>${back.text}</a>`;
    return html`${pageHead({ title: texts.title, actions })}
      ${state.phase === 'failed' ? this.problemView(state.problem, this.#read) : skeletonView(this.shared.busy, 8)}`;
  }

  protected override render(): TemplateResult {
    const { texts, language, dir } = clientPageTextsFor(pageLanguage());
    const head = this.#head.$state.get();
    const name =
      head.phase === 'ready' && this.user.role === 'admin' ? html` · <bdi>${head.value.coach.name}</bdi>` : nothing;
    const title = html`${texts.title}${name}`;
    const shown =
      head.phase === 'ready'
        ? this.item
          ? this.#item(head.value)
          : html`${pageHead({ title, text: texts.text })}${this.#listPage(head.value)}`
        : html`${pageHead({ title, text: texts.text })}${head.phase === 'failed' ? this.problemView(head.problem, this.#head.retry) : skeletonView(this.shared.busy, 6)}`;
    return html`<div lang=${language} dir=${dir}>${shown}</div>`;
  }
}
