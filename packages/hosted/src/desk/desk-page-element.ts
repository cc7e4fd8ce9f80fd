import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { pageLanguage } from '../page-language.ts';
import { keysView } from '../shell/keys-view.ts';
import { menuStyles } from '../shell/menu-styles.ts';
import { ShellController } from '../shell/shell-controller.ts';
import { ShellKeys } from '../shell/shell-keys.ts';
import { shellStyles } from '../shell/shell-styles.ts';
import { shell } from '../shell/shell-view.ts';
import { needsFactor } from '../sign-in/needs-factor.ts';
import { SignInPage } from '../sign-in/sign-in-page.ts';
import { styles } from '../styles.ts';
import { pageTextsFor } from '../sign-in/texts/index.ts';
import { CalendarAddress } from './calendar-address.ts';
import { CoachChoice } from './coach-choice.ts';
import { announce } from './live/announce.ts';
import { LiveController, type Follow } from './live/live-controller.ts';
import { PageController, type PageState } from './page-controller.ts';
import type { AddressParts } from './page-properties.ts';
import { deskPages, pagesFor, type DeskPageName } from './pages.ts';
import { addressOf } from './place.ts';
import { PlaceController } from './place-controller.ts';
import { SeveralCoaches } from './several-coaches.ts';
import type { DeskSearch } from './search/desk-search.ts';
import { deskShell, deskTabs, type DeskFrame } from './shell/desk-shell.ts';
import { pageKeys } from './shell/entries.ts';
import { deskTextsFor, type DeskTexts } from './texts/index.ts';

/**
 * The hosted pages of `/desk`, where coaches and their staff work: signs a person in, and shows the page that the
 * address names. Admins choose a coach; clients are led to what is theirs.
 */
export class DeskPage extends SignInPage {
  static override styles = [styles, shellStyles, menuStyles];

  static override properties: PropertyDeclarations = { base: {} };

  /** Brings the code of a page; tests replace it. */
  static load: (page: DeskPageName) => Promise<unknown> = (page) => deskPages[page].load();

  /** The address of the page; the stage puts its own in its place. */
  static here: () => Pick<Location, 'pathname' | 'search'> = () => location;

  /** Follows the calendar of a coach; tests replace it. */
  static follow: Follow = async (scope, onRequests) => {
    const { DeskLive, liveCalls } = await import('./live/desk-live.ts');
    return new DeskLive(liveCalls(scope), onRequests);
  };

  /** Registers the service worker, which says that there is no connection; tests replace it. */
  static install: () => Promise<unknown> = async () => (await import('../push/browser-push.ts')).registered();

  /** The base path of the desk: `/desk`, or `/p/{partner}/desk`. */
  declare base: string;

  /**
   * The person whose calendar stands in the page: who is signed in, or was until the session ended. It then waits out
   * of sight and without a session until the same person returns to what was being typed, as it does while another page
   * of the desk is shown. M12.
   */
  #owner: User | null = null;
  /** Whether the calendar was opened: until then nothing of it is asked for. */
  #hasCalendar = false;
  #isInstalled = false;
  #found: DeskSearch | null = null;
  readonly #pages = new PageController(this, (page) => this.#own.load(page));
  readonly #where = new PlaceController(
    this,
    () => this.#own.here(),
    () => void this.#arrive(),
  );
  readonly #calendarAddress = new CalendarAddress(this, this.#where);
  readonly #frame = new ShellController(this);
  protected readonly keys = new ShellKeys(this, {
    pages: () => this.#keys(),
    search: () => void this.#search(),
    list: this.#frame.showKeys,
    create: () => this.#where.goTo(this.#addressTo('calendar', { query: { new: '1' } })),
  });
  readonly #live = new LiveController(
    this,
    (...given) => this.#own.follow(...given),
    (_, fresh) =>
      void announce(
        this.#texts,
        fresh,
        this.#where.place.page === 'today' ? null : () => this.#where.goTo(this.#address('today')),
      ),
  );
  readonly #coaches = new CoachChoice(this, () => this.signIn.session);
  readonly #several = new SeveralCoaches(this, this.#where, this.#coaches);

  get #own(): typeof DeskPage {
    return this.constructor as typeof DeskPage;
  }

  get #texts(): DeskTexts {
    return deskTextsFor(pageLanguage()).texts;
  }

  /** Returns the keys that open pages; null for who has none here. */
  #keys(): readonly (readonly [key: string, open: () => void])[] | null {
    const { user, lacksSecondFactor } = this.signIn;
    if (!user || user.role === 'client' || lacksSecondFactor) return null;
    return pageKeys(user.role).map(([key, page]) => [key, () => this.#where.goTo(this.#address(page))] as const);
  }

  protected override changed(user: User | null): void {
    if (user && user.id !== this.#owner?.id) this.#hasCalendar = false;
    this.#owner = user ?? (this.signIn.isOver ? this.#owner : null);
    if (!user) return this.#live.end();
    void this.#load();
    if (user.role === 'admin') this.#coaches.read();
  }

  /** Brings the page in the address, and moves the keyboard to its heading when it waits at the one of the desk. */
  async #load(): Promise<void> {
    const { page } = this.#where.place;
    if (!page) return;
    await this.#pages.bring(page);
    this.#startLive();
    // Without one the desk works as well.
    if (!this.#isInstalled) void this.#own.install().catch(() => undefined);
    this.#isInstalled = true;
    await this.updateComplete;
    if (this.#where.place.page !== page || !deskPages[page].ownHead || this.#isElsewhere()) return;
    this.#focusHeading();
  }

  /** Follows the calendar whose desk is open, after the code of the first page has come. */
  #startLive(): void {
    const { user, session, lacksSecondFactor } = this.signIn;
    if (!user || user.role === 'client' || lacksSecondFactor) return;
    const coach = this.#coach(user);
    if (!coach) return this.#live.end();
    const baseUrl = defaultBaseUrl(import.meta.url);
    this.#live.start(user.id, { session: session.token, baseUrl, coach, staffId: user.staffId });
  }

  /** Opens the search, whose code comes with its first use. */
  async #search(): Promise<void> {
    const { user, session } = this.signIn;
    if (!user) return;
    await import('./search/define.ts');
    const search = (this.#found ??= document.createElement('coach-desk-search') as DeskSearch);
    const goTo = this.#where.goTo;
    Object.assign(search, { session, user, coach: this.#coach(user), addressTo: this.#addressTo, goTo });
    this.requestUpdate();
    await this.updateComplete;
    await search.open();
  }

  /** Whether the keyboard is in a part of the page, or outside of it. */
  #isElsewhere(): boolean {
    const { activeElement } = this.renderRoot as ShadowRoot;
    return activeElement !== null && activeElement.localName !== 'h1';
  }

  readonly #again = (): void => void this.#load();

  /** Shows another page: the keyboard moves to its heading. */
  async #arrive(): Promise<void> {
    if (this.signIn.user) {
      this.signIn.show(null);
      void this.#load();
    }
    this.requestUpdate();
    await this.updateComplete;
    if (this.signIn.user) this.#focusHeading();
  }

  readonly #focusHeading = (): void => {
    const inPage = this.#pages.current?.shadowRoot?.querySelector<HTMLElement>('h1');
    (this.renderRoot.querySelector<HTMLElement>('h1') ?? inPage)?.focus();
  };

  /** Returns the address of a page of the desk, for the same or another coach. */
  readonly #address = (page: DeskPageName, coach?: string): string =>
    addressOf(this.base, page, this.#own.here().search, coach === undefined ? {} : { coach });

  readonly #addressTo = (page: DeskPageName, parts?: AddressParts): string =>
    addressOf(this.base, page, this.#own.here().search, parts);

  /** The page at the address, as far as the person may see it. */
  #pageFor({ role }: User): DeskPageName | null {
    const { page } = this.#where.place;
    return page && pagesFor(role).includes(page) ? page : null;
  }

  /** Whether an admin has still to choose whose desk the page is. */
  #isChoosing({ role }: User): boolean {
    const { page, coach } = this.#where.place;
    return role === 'admin' && !coach && page !== null && deskPages[page].ofCoach === true && !this.#several.isShown;
  }

  /** The name of the coach whose desk an admin has open, so that no one books for another. */
  #coachName({ role }: User): string {
    const { coach } = this.#where.place;
    return role === 'admin' && coach ? this.#coaches.nameOf(coach) : '';
  }

  #frameFor(user: User): DeskFrame {
    return {
      texts: this.#texts,
      shared: pageTextsFor(pageLanguage()).texts,
      user,
      page: this.#pageFor(user),
      coachName: this.#coachName(user),
      coaches: this.#coaches.known,
      counts: { today: this.#live.total },
      admin: this.keyed('/admin'),
      address: this.#address,
    };
  }

  #content(frame: DeskFrame): unknown {
    const { texts, shared, user, page } = frame;
    if (user.role === 'client')
      return html`<section class="card narrow"><h1 tabindex="-1">${texts.forTeam}</h1><p>${texts.forTeamText}</p><a href=${this.keyed('/account')}>${texts.account}</a></section>`;
    if (page === null)
      return html`<section class="card narrow"><h1 tabindex="-1">${texts.notFound}</h1><p>${texts.notFoundText}</p><div class="actions"><a class="button" href=${this.#address('today')}>${texts.today}</a></div></section>`;
    if (this.signIn.lacksSecondFactor && page !== 'account')
      return html`<h1 class="vh" tabindex="-1">${texts[page]}</h1>${needsFactor(shared, this.#address('account'))}`;
    if (this.#isChoosing(user))
      return this.#coaches.view(
        shared,
        (slug) => this.#address(page, slug),
        page === 'calendar' && this.#several.link(texts),
      );
    const { problem } = this.signIn;
    return html`${deskTabs(frame)} ${problem ? html`<p class="problem" role="alert">${shared[problem]}</p>` : nothing}
      ${this.#page(page, frame)}`;
  }

  #heading(page: DeskPageName, { texts, coachName }: DeskFrame): TemplateResult {
    const name = deskPages[page].ofCoach && coachName ? html` · <bdi>${coachName}</bdi>` : nothing;
    return html`<h1 class=${page === 'calendar' ? 'vh' : 'page-title'} tabindex="-1">${texts[page]}${name}</h1>`;
  }

  /** Renders a page with its heading, which stays while the code comes; the calendar stands apart, since it stays. */
  #page(page: DeskPageName, frame: DeskFrame): TemplateResult {
    const state = this.#pages.stateOf(page);
    const isOwn = state === 'ready' && deskPages[page].ownHead;
    return html`${isOwn ? nothing : this.#heading(page, frame)} ${this.#body(page, state, frame)}`;
  }

  #body(page: DeskPageName, state: PageState, { texts, shared, user }: DeskFrame): unknown {
    if (state === 'failed')
      return html`<div class="problem" role="alert"><p>${texts.failed}</p></div>
        <p><button type="button" class="go retry" @click=${this.#again}>${shared.retry}</button></p>`;
    if (state === 'loading')
      return html`<div class="waiting" role="status"><span class="vh">${texts.loading}</span><span></span><span></span><span></span></div>`;
    const { session, signOut } = this.signIn;
    if (page === 'calendar') return this.#isSeveral(user) ? this.#several.view(session, texts, shared.retry) : nothing;
    const { item } = this.#where.place;
    return this.#pages.element(page, {
      session,
      user,
      item,
      signOut,
      base: this.base,
      publishableKey: this.publishableKey,
      coach: this.#coach(user),
      mayChange: user.role !== 'staff',
      addressTo: this.#addressTo,
      goTo: this.#where.goTo,
      live: this.#live,
    });
  }

  #isSeveral({ role }: User): boolean {
    return role === 'admin' && this.#several.isShown;
  }

  /** The coach whose desk it is, as the API takes it. */
  #coach({ role }: User): string {
    return role === 'admin' ? this.#where.place.coach : 'me';
  }

  #calendar(): unknown {
    const { user, session, lacksSecondFactor } = this.signIn;
    const { page, coach: chosen } = this.#where.place;
    const owner = this.#owner;
    const coach = owner?.role === 'admin' ? chosen : 'me';
    if (!owner || owner.role === 'client' || !coach || (user && lacksSecondFactor)) return nothing;
    this.#hasCalendar ||= page === 'calendar';
    if (!this.#hasCalendar) return nothing;
    const { shown, draft } = this.#calendarAddress;
    return keyed(
      owner.id,
      html`<div ?hidden=${!user || page !== 'calendar' || this.#isSeveral(user)}>
        <coach-calendar coach=${coach} view=${shown.view || nothing} date=${shown.date || nothing} booking=${shown.booking || nothing} .newBooking=${draft} .session=${user ? session.token : undefined} @coach-sign-in=${this.signIn.ask}>${owner.role === 'admin' ? this.#several.link(this.#texts, 'account') : nothing}</coach-calendar>
      </div>`,
    );
  }

  protected override render(): TemplateResult {
    const { language, dir } = deskTextsFor(pageLanguage());
    const { user } = this.signIn;
    const { demoEmail, demoPassword } = this;
    const texts = pageTextsFor(language).texts;
    const forgotten = this.keyed('/password');
    const frame = user && this.#frameFor(user);
    const content = frame
      ? this.#content(frame)
      : this.signIn.form({ texts, partner: this.partner, demoEmail, demoPassword, forgotten });
    const view = frame && {
      ...deskShell(frame),
      ...this.#frame.view,
      partner: this.partner,
      language,
      search: () => void this.#search(),
      setLanguage: (chosen: string) => this.speakIn(chosen, this.#own.here()),
      signOut: this.signIn.signOut,
    };
    return html`<div lang=${language} dir=${dir}>${shell(view, this.#focusHeading, html`${content} ${this.#calendar()}`)}
      ${frame ? html`${this.#found} ${this.#frame.hasKeys ? this.#keyList(frame) : nothing}` : nothing}
    </div>`;
  }

  #keyList({ texts, user: { role } }: DeskFrame): TemplateResult {
    const rows = [
      [['n'], texts.newBooking] as const,
      ...pageKeys(role).map(([key, page]) => [['g', key], texts[page]] as const),
    ];
    return keysView({ texts, rows, note: texts.calendarKeys, closed: this.#frame.hideKeys });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.renderRoot.querySelector('.tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { user } = this.signIn;
    const page = user ? this.#pageFor(user) : this.#where.place.page;
    const count = this.#live.total ? `(${this.#live.total}) ` : '';
    document.title = `${count}${this.#texts[page ?? 'notFound']}${this.partner ? ` – ${this.partner}` : ''}`;
  }
}
