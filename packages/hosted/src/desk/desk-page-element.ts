import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { User } from '@coach-booking/sdk';
import { pageLanguage } from '../page-language.ts';
import { needsFactor } from '../sign-in/needs-factor.ts';
import { SignInPage } from '../sign-in/sign-in-page.ts';
import { frameStyles } from '../frame-styles.ts';
import { styles } from '../styles.ts';
import { pageTextsFor } from '../sign-in/texts/index.ts';
import { CoachChoice } from './coach-choice.ts';
import { addressOf, calendarAddressOf, deskPageNames, type DeskPageName } from './place.ts';
import { PlaceController } from './place-controller.ts';
import { deskStyles } from './styles.ts';
import { deskTextsFor, type DeskTexts } from './texts/index.ts';

/** The pages that show one coach: an admin chooses whose. */
const ofCoach: ReadonlySet<DeskPageName> = new Set([
  'calendar',
  'meetings',
  'statistics',
  'abandoned',
  'propose',
  'services',
  'messages',
  'suggestions',
  'recovery',
  'connections',
]);

const loadRecovery = () => import('./recovery/define.ts');

/** Loads the elements of a page. */
type Loads = Readonly<Record<DeskPageName, () => Promise<unknown>>>;

/**
 * The hosted pages of `/desk`, where coaches and their staff work: signs a person in, and shows the page that the
 * address names. Admins choose a coach; clients are led to what is theirs.
 */
export class DeskPage extends SignInPage {
  static override styles = [styles, frameStyles, deskStyles];

  static override properties: PropertyDeclarations = { base: {} };

  /** Loads the pages; tests replace it. */
  static loads: Loads = {
    calendar: () => import('@coach-booking/elements/coach-calendar'),
    meetings: () => import('./meetings/define.ts'),
    statistics: () => import('./statistics/define.ts'),
    abandoned: loadRecovery,
    propose: () => import('./propose/define.ts'),
    services: () => import('./services/define.ts'),
    messages: () => import('./messages/define.ts'),
    notifications: () => import('../notifications/define.ts'),
    suggestions: () => import('./suggestions/define.ts'),
    recovery: loadRecovery,
    connections: () => import('./connections/define.ts'),
    account: () => import('./define-account.ts'),
  };

  /** The address of the page; the stage puts its own in its place. */
  static here: () => Pick<Location, 'pathname' | 'search'> = () => location;

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
  readonly #loaded = new Set<DeskPageName>();
  readonly #where = new PlaceController(
    this,
    () => (this.constructor as typeof DeskPage).here(),
    () => void this.#arrive(),
  );
  readonly #coaches = new CoachChoice(this, () => this.signIn.session);

  protected override changed(user: User | null): void {
    if (user && user.id !== this.#owner?.id) this.#hasCalendar = false;
    this.#owner = user ?? (this.signIn.isOver ? this.#owner : null);
    if (!user) return;
    this.#load();
    if (user.role === 'admin') this.#coaches.read();
  }

  /** Brings the elements of the page in the address, once. A page that could not be brought is asked for again. */
  #load(): void {
    const { page } = this.#where.place;
    if (!page || this.#loaded.has(page)) return;
    this.#loaded.add(page);
    void (this.constructor as typeof DeskPage).loads[page]().catch(() => {
      this.#loaded.delete(page);
      this.signIn.show('offline');
    });
  }

  /** Shows another page: the keyboard moves to its heading. */
  async #arrive(): Promise<void> {
    if (this.signIn.user) {
      this.signIn.show(null);
      this.#load();
    }
    this.requestUpdate();
    await this.updateComplete;
    if (!this.signIn.user) return;
    this.#focusHeading();
  }

  readonly #focusHeading = (): void => this.renderRoot.querySelector<HTMLElement>('h1')?.focus();

  /** Returns the address of a page of the desk, for the same or another coach. */
  #address(page: DeskPageName, coach?: string): string {
    return addressOf(this.base, page, (this.constructor as typeof DeskPage).here().search, coach);
  }

  readonly #calendarAt = (date: string): string =>
    calendarAddressOf(this.base, (this.constructor as typeof DeskPage).here().search, date);

  /** Whether an admin has still to choose whose desk the page is. */
  #isChoosing({ role }: User): boolean {
    const { page, coach } = this.#where.place;
    return role === 'admin' && !coach && page !== null && ofCoach.has(page);
  }

  #head(texts: DeskTexts, { name, role }: User): TemplateResult {
    const { texts: shared } = pageTextsFor(pageLanguage());
    const { page, coach } = this.#where.place;
    const others =
      role === 'admin' && coach
        ? html`<a href=${this.#address(page ?? 'calendar', '')}>${shared.otherCoach}</a>`
        : nothing;
    const link = (to: DeskPageName) =>
      html`<a href=${this.#address(to)} aria-current=${to === page ? 'page' : nothing}>${texts[to]}</a>`;
    return html`<button type="button" class="skip" @click=${this.#focusHeading}>${texts.skip}</button>
      <header class="head">
        <b>${this.partner}${this.#coachName(role)}</b>${others}<span>${name}</span>
        <button type="button" @click=${this.signIn.signOut}>${shared.signOut}</button>
      </header>
      ${
        role === 'client'
          ? nothing
          : html`<nav aria-label=${texts.pages}>
              ${deskPageNames.map(link)} ${role === 'admin' ? html`<a href=${this.keyed('/admin')}>${texts.admin}</a>` : nothing}
            </nav>`
      }`;
  }

  /** Renders the name of the coach whose desk an admin has open, so that no one books for another. */
  #coachName(role: User['role']): unknown {
    const { coach } = this.#where.place;
    return role === 'admin' && coach ? html` · <bdi>${this.#coaches.nameOf(coach)}</bdi>` : nothing;
  }

  #content(texts: DeskTexts, user: User): unknown {
    const { page } = this.#where.place;
    const { texts: shared } = pageTextsFor(pageLanguage());
    if (user.role === 'client')
      return html`<section class="card"><h1 tabindex="-1">${texts.forTeam}</h1><p>${texts.forTeamText}</p><a href=${this.keyed('/account')}>${texts.account}</a></section>`;
    if (page === null)
      return html`<section class="card"><h1 tabindex="-1">${texts.notFound}</h1><p>${texts.notFoundText}</p></section>`;
    if (this.signIn.lacksSecondFactor && page !== 'account')
      return html`<h1 class="vh" tabindex="-1">${texts[page]}</h1>${needsFactor(shared, this.#address('account'))}`;
    if (this.#isChoosing(user)) return this.#coaches.view(shared, (slug) => this.#address(page, slug));
    const { problem } = this.signIn;
    const heading = page === 'calendar' ? 'vh' : 'page-title';
    return html`<h1 class=${heading} tabindex="-1">${texts[page]}${ofCoach.has(page) ? this.#coachName(user.role) : nothing}</h1>
      ${problem ? html`<p class="problem" role="alert">${shared[problem]}</p>` : nothing}
      ${keyed(`${user.id}/${page}/${this.#coach(user)}`, this.#page(page, user))}`;
  }

  /** Renders the element of a page; the calendar stands apart, since it stays. */
  #page(page: DeskPageName, user: User): unknown {
    const { session, signOut } = this.signIn;
    switch (page) {
      case 'meetings':
        return html`<coach-desk-meetings .session=${session} .user=${user} .coach=${this.#coach(user)}></coach-desk-meetings>`;
      case 'statistics':
        return html`<coach-desk-statistics .session=${session} .user=${user} .coach=${this.#coach(user)}></coach-desk-statistics>`;
      case 'propose':
        return html`<coach-desk-propose .session=${session} .coach=${this.#coach(user)} .base=${this.base}></coach-desk-propose>`;
      case 'abandoned':
        return html`<coach-desk-abandoned .session=${session} .coach=${this.#coach(user)} .settings=${this.#address('recovery')}></coach-desk-abandoned>`;
      case 'services':
        return html`<coach-desk-services .session=${session} .coach=${this.#coach(user)} .mayChange=${user.role !== 'staff'}></coach-desk-services>`;
      case 'messages':
        return html`<coach-desk-messages .session=${session} .user=${user} .coach=${this.#coach(user)}></coach-desk-messages>`;
      case 'notifications':
        return html`<div class="narrow">
          <coach-notifications .session=${session.token} .user=${user}></coach-notifications>
          <coach-push .session=${session.token}></coach-push>
        </div>`;
      case 'suggestions':
        return html`<coach-desk-suggestions .session=${session} .coach=${this.#coach(user)} .mayChange=${user.role !== 'staff'}></coach-desk-suggestions>`;
      case 'recovery':
        return html`<coach-desk-recovery .session=${session} .coach=${this.#coach(user)} .mayChange=${user.role !== 'staff'} .abandoned=${this.#address('abandoned')}></coach-desk-recovery>`;
      case 'connections':
        return html`<coach-desk-connections
          .session=${session} .user=${user} .coach=${this.#coach(user)} .calendarAt=${this.#calendarAt}
        ></coach-desk-connections>`;
      case 'account':
        return html`<coach-desk-account .session=${session} .user=${user} .signOut=${signOut}></coach-desk-account>`;
      default:
        return nothing;
    }
  }

  /** The coach whose desk it is, as the API takes it. */
  #coach({ role }: User): string {
    return role === 'admin' ? this.#where.place.coach : 'me';
  }

  #calendar(): unknown {
    const { user, session, lacksSecondFactor } = this.signIn;
    const { page, coach: chosen, date } = this.#where.place;
    const owner = this.#owner;
    const coach = owner?.role === 'admin' ? chosen : 'me';
    if (!owner || owner.role === 'client' || !coach || (user && lacksSecondFactor)) return nothing;
    this.#hasCalendar ||= page === 'calendar';
    if (!this.#hasCalendar) return nothing;
    return keyed(
      owner.id,
      html`<div ?hidden=${!user || page !== 'calendar'}>
        <coach-calendar coach=${coach} date=${date || nothing} .session=${user ? session.token : undefined} theme="auto" @coach-sign-in=${this.signIn.ask}></coach-calendar>
      </div>`,
    );
  }

  protected override render(): TemplateResult {
    const { language, dir, texts } = deskTextsFor(pageLanguage());
    const { user } = this.signIn;
    const { demoEmail, demoPassword } = this;
    const shared = pageTextsFor(language).texts;
    const forgotten = this.keyed('/password');
    return html`<div lang=${language} dir=${dir}>
      ${user ? this.#head(texts, user) : nothing}
      <main>
        ${user ? this.#content(texts, user) : this.signIn.form({ texts: shared, demoEmail, demoPassword, forgotten })} ${this.#calendar()}
      </main>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { texts } = deskTextsFor(pageLanguage());
    const { page } = this.#where.place;
    document.title = `${texts[page ?? 'notFound']}${this.partner ? ` – ${this.partner}` : ''}`;
  }
}
