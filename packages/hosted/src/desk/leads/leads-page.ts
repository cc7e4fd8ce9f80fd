import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isCoachBookingError, type SessionToken } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { ListLoader } from '../../reading/list-loader.ts';
import { Loader } from '../../reading/loader.ts';
import { pageLanguage } from '../../page-language.ts';
import { chipView, emptyView, pageHead, skeletonView } from '../../ui/views.ts';
import { sourceName } from '../bookings/booking-facts.ts';
import { bookNext, defineBookNext } from '../lists/book-next.ts';
import { DeskListPage } from '../lists/desk-list-page.ts';
import { listFormat } from '../lists/list-format.ts';
import { leadCalls, type Coach, type Lead, type LeadCalls } from './calls.ts';
import { temperatureView, type LeadWords } from './lead-facts.ts';
import { leadFiltersIn, leadInputOf, leadQueryOf, leadSorts, temperatures, type LeadFilters } from './lead-filters.ts';
import { leadTextsFor } from './texts/index.ts';

/** Returns the address of a coach's booking page, beside the desk at `base`, with the key of the present address. */
export function bookingPageLink(
  { origin, search }: Pick<Location, 'origin' | 'search'>,
  base: string,
  slug: string,
): string {
  const key = new URLSearchParams(search).get('key');
  return `${origin}${base.replace(/\/desk$/, '')}/book/${slug}${key ? `?${new URLSearchParams({ key })}` : ''}`;
}

/** The lead for whom is booked next, and the id of the service of the last booking. */
interface Next {
  readonly lead: Lead;
  readonly service: string;
}

/** The leads of a coach: by temperature, source and order, each with its score and why, notes and bookings. */
export class DeskLeads extends DeskListPage {
  /** The calls of the server, and where this page is; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => LeadCalls = leadCalls;
  static here: () => Pick<Location, 'origin' | 'search'> = () => location;

  #calls: LeadCalls | null = null;
  readonly #head = new Loader<Coach>();
  readonly #list = new ListLoader<Lead>();
  /** The lead of the address. */
  readonly #asked = new Loader<Lead>();
  #filters: LeadFilters = leadFiltersIn('');
  #query = '';
  #open: Lead | null = null;

  #next: Next | null = null;
  /** Leads as they are since they were changed here. */
  #changed: ReadonlyMap<string, Lead> = new Map();

  constructor() {
    super();
    defineBookNext();
  }

  get #own(): typeof DeskLeads {
    return this.constructor as typeof DeskLeads;
  }

  protected override start(): void {
    this.follow(this.#head.$state, this.#list.$state, this.#asked.$state);
    this.#calls ??= this.#own.calls(this.session.token, defaultBaseUrl(import.meta.url));
    this.#filters = leadFiltersIn(this.#own.address.read());
    void this.#head.load(() => this.#calls!.getCoach({ coach: this.coach }));
    this.#read();
    if (this.item) void this.#find();
    this.followBookings(this.#refresh);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#calls && changed.has('item') && this.item) void this.#find();
  }

  /** Opens the lead of the address, which the list may not have read yet. */
  readonly #find = async (): Promise<void> => {
    const { coach, item } = this;
    await this.#asked.load((signal) => this.#calls!.getLead({ coach, id: item }, { signal }));
    const asked = this.#asked.$state.get();
    if (this.item === item && asked.phase === 'ready') this.#show(asked.value);
  };

  /** Reads the list anew where it stands, and the lead that is open. */
  readonly #refresh = async (): Promise<void> => {
    await this.#list.refresh();
    const { items } = this.#list.$state.get();
    const isOlder = ([id, { version }]: [string, Lead]) => items.some((one) => one.id === id && one.version >= version);
    this.#changed = new Map([...this.#changed].filter((entry) => !isOlder(entry)));
    const open = this.#open;
    if (!open) return this.requestUpdate();
    // What cannot be read stays as it is until the next change.
    const now = await this.#calls!.getLead({ coach: this.coach, id: open.id }).catch(() => open);
    if (this.#open?.id === now.id && now.version >= this.#open.version) this.#show(now);
  };

  readonly #read = (): void => {
    this.#changed = new Map();
    const input = { coach: this.coach, ...leadInputOf(this.#filters, this.#query), limit: 50 };
    void this.#list.start((cursor, signal) => this.#calls!.listLeads({ ...input, ...cursor }, { signal }));
  };

  #change(filters: Partial<LeadFilters>): void {
    this.#filters = { ...this.#filters, ...filters };
    this.#own.address.write(this.addressTo('leads', { query: leadQueryOf(this.#filters) }));
    this.#read();
    this.requestUpdate();
  }

  readonly #search = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value;
    this.afterTyping(this.#read);
  };

  #show(lead: Lead | null): void {
    this.#open = lead;
    this.requestUpdate();
  }

  /** Closes the lead. Who was opened by the address gives way to the list there too. */
  readonly #close = (): void => {
    this.#show(null);
    if (this.item) this.goTo(this.addressTo('leads', { query: leadQueryOf(this.#filters) }));
  };

  #words(coach: Coach): LeadWords {
    const { texts, language } = leadTextsFor(pageLanguage());
    return { texts, lists: this.lists, format: listFormat(language, coach.timeZone) };
  }

  #row(listed: Lead, words: LeadWords): TemplateResult {
    const { texts, lists, format } = words;
    const lead = this.#changed.get(listed.id) ?? listed;
    const { name, email, phone, source, score, lastBookingAt, nextSession, clientId } = lead;
    const line = (term: string, at: string | undefined) =>
      html`<span class="quiet">${term}: ${at ? html`<time datetime=${at}>${format.day(at)}</time>` : lists.never}</span>`;
    return html`<li class="press"><button type="button" @click=${() => this.#show(lead)}>
      <span><b><bdi>${name}</bdi></b> <span class="quiet"><bdi>${email ?? phone ?? ''}</bdi></span></span>
      <span>${line(texts.lastBooked, lastBookingAt)} ${nextSession ? line(lists.nextSession, nextSession) : nothing}</span>
      <span class="quiet">${lists.source}: <bdi>${sourceName(source, lists)}</bdi> ${clientId ? chipView('good', texts.client) : nothing}</span>
      <span class="end">${temperatureView(lead, words)} <span class="quiet number">${filled(texts.scoreIs, { score: format.number(score) })}</span></span>
    </button></li>`;
  }

  #filterFields({ texts, lists }: LeadWords): TemplateResult {
    const { temperature, sort, source } = this.#filters;
    return html`<div class="field short"><label for="by-temperature">${texts.temperature}</label>
        <select id="by-temperature" .value=${live(temperature)} @change=${(event: Event) => this.#change({ temperature: (event.target as HTMLSelectElement).value as LeadFilters['temperature'] })}>
          <option value="" ?selected=${temperature === ''}>${lists.all}</option>
          ${temperatures.map((each) => html`<option value=${each} ?selected=${temperature === each}>${texts[each]}</option>`)}
        </select></div>
      <div class="field short"><label for="sort">${texts.sort}</label>
        <select id="sort" .value=${live(sort)} @change=${(event: Event) => this.#change({ sort: (event.target as HTMLSelectElement).value as LeadFilters['sort'] })}>
          ${leadSorts.map((each) => html`<option value=${each} ?selected=${sort === each}>${texts[each]}</option>`)}
        </select></div>
      <div class="field short"><label for="source">${lists.source}</label>
        <input id="source" maxlength="200" dir="auto" .value=${live(source)} aria-describedby="source-hint" @change=${(event: Event) => this.#change({ source: (event.target as HTMLInputElement).value })} /></div>
      <p class="hint" id="source-hint">${lists.source}: ${lists.sourceHint}. ${sort === 'newest' ? nothing : texts.sortedText}</p>`;
  }

  #empty({ texts, lists }: LeadWords): TemplateResult {
    const { temperature, source } = this.#filters;
    const isFiltered = this.#query.trim() !== '' || temperature !== '' || source.trim() !== '';
    return isFiltered
      ? emptyView({ title: lists.noneFound, text: lists.noneFoundText })
      : emptyView({
          title: texts.none,
          text: texts.noneText,
          action: html`<a class="button" href=${this.addressTo('profile')}>${texts.share}</a>`,
        });
  }

  #panel(lead: Lead, coach: Coach): TemplateResult {
    const changed = (event: CustomEvent<Lead>) => {
      this.#changed = new Map([...this.#changed, [event.detail.id, event.detail]]);
      this.#open = this.#open && event.detail;
      this.requestUpdate();
    };
    return html`<coach-desk-lead
      .lead=${lead} .calls=${this.#calls!} .coach=${this.coach} .head=${coach} .addressTo=${this.addressTo}
      .link=${bookingPageLink(this.#own.here(), this.base, coach.slug)}
      @lead-changed=${changed} @lead-closed=${this.#close} @lead-next=${(event: CustomEvent<string>) => this.#bookNext(lead, event.detail)}
    ></coach-desk-lead>`;
  }

  #bookNext(lead: Lead, service: string): void {
    this.#open = null;
    this.#next = { lead, service };
    this.requestUpdate();
  }

  #nextSheet({ lead, service }: Next, head: Coach): TemplateResult {
    const { id, name, clientId } = lead;
    const person = { name, leadId: id, ...(clientId && { clientId }) };
    const close = () => {
      this.#next = null;
      this.requestUpdate();
    };
    const booked = () => {
      close();
      this.#read();
    };
    const calendar = this.addressTo('calendar', {
      query: { new: '1', client: person.clientId ?? person.leadId ?? '' },
    });
    const given = { calls: this.#calls!, coach: this.coach, head, calendar };
    return bookNext({ ...given, person, service }, { booked, closed: close });
  }

  #content(coach: Coach): TemplateResult {
    const words = this.#words(coach);
    const asked = this.#asked.$state.get();
    if (this.item && asked.phase === 'failed') {
      const isGone = isCoachBookingError(asked.problem) && asked.problem.status === 404;
      const back = { text: words.texts.back, href: this.addressTo('leads') };
      return isGone ? this.goneView(back) : this.problemView(asked.problem, () => void this.#find());
    }
    return html`<form class="search" role="search" @submit=${(event: Event) => (event.preventDefault(), this.#read())}>
        <div class="field"><label for="query">${words.lists.search}</label><input id="query" type="search" autocomplete="off" maxlength="100" dir="auto" .value=${this.#query} @input=${this.#search} /></div>
        ${this.#filterFields(words)}
      </form>
      ${this.listView({ label: words.texts.title, loader: this.#list, row: (lead) => this.#row(lead, words), empty: () => this.#empty(words) })}
      ${this.#open ? this.#panel(this.#open, coach) : nothing} ${this.#next ? this.#nextSheet(this.#next, coach) : nothing}`;
  }

  protected override render(): TemplateResult {
    const { texts, language, dir } = leadTextsFor(pageLanguage());
    const head = this.#head.$state.get();
    const name =
      head.phase === 'ready' && this.user.role === 'admin' ? html` · <bdi>${head.value.name}</bdi>` : nothing;
    return html`<div lang=${language} dir=${dir}>
      ${pageHead({ title: html`${texts.title}${name}`, text: texts.text })}
      ${head.phase === 'loading' ? skeletonView(this.shared.busy, 6) : head.phase === 'failed' ? this.problemView(head.problem, this.#head.retry) : this.#content(head.value)}
    </div>`;
  }
}
