import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { SessionToken, User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { sayer } from '@coach-booking/elements/internal/i18n/say';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { pageLanguage } from '../page-language.ts';
import { keysView } from '../shell/keys-view.ts';
import { menuStyles } from '../shell/menu-styles.ts';
import { ShellController } from '../shell/shell-controller.ts';
import { ShellKeys } from '../shell/shell-keys.ts';
import { shellStyles } from '../shell/shell-styles.ts';
import { shell, type ShellView } from '../shell/shell-view.ts';
import { shellTextsFor } from '../shell/texts/index.ts';
import { needsFactor } from '../sign-in/needs-factor.ts';
import { SignInPage } from '../sign-in/sign-in-page.ts';
import { pageTextsFor } from '../sign-in/texts/index.ts';
import { styles } from '../styles.ts';
import { adminEntries, adminTabs } from './admin-shell.ts';
import { adminCalls, type AdminCalls } from './calls.ts';
import { adminFormat } from './format.ts';
import { adminKeys } from './pages.ts';
import { hashOf, routeOf, type Route } from './route.ts';
import type { AdminSearch } from './search/admin-search.ts';
import { Section } from './section.ts';
import { sectionView } from './section-view.ts';
import { adminEnglish, adminLanguageFor, type AdminLanguage, type AdminSay } from './texts/index.ts';
import type { AdminView } from './view.ts';
import { viewFor } from './view-for.ts';

/**
 * The hosted page of `/admin`: signs an admin in and shows the sections that the hash of the address names, in the
 * frame of the desk. A person who is no admin sees a notice, and no request is sent.
 */
export class AdminPage extends SignInPage {
  static override styles = [styles, shellStyles, menuStyles];

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => AdminCalls = adminCalls;

  #language: AdminLanguage | null = null;
  #view: AdminView | null = null;
  #route: Route = routeOf(location.hash);
  #found: AdminSearch | null = null;
  readonly #frame = new ShellController(this);
  protected readonly keys = new ShellKeys(this, {
    pages: () => (this.#mayWork ? adminKeys().map(([key, page]) => [key, () => this.#goTo(hashOf(page))]) : null),
    search: () => void this.#search(),
    list: this.#frame.showKeys,
  });

  /** Whether an admin is signed in, with all that the business asks for. */
  get #mayWork(): boolean {
    return this.signIn.user?.role === 'admin' && !this.signIn.lacksSecondFactor;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const language = adminLanguageFor(pageLanguage());
    if (language instanceof Promise) void language.then((loaded) => this.#speak(loaded));
    else this.#language = language;
    addEventListener('hashchange', this.#moved);
    this.#route = routeOf(location.hash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#moved);
  }

  #speak(language: AdminLanguage): void {
    this.#language = language;
    this.requestUpdate();
  }

  /** Forgets all data of one person before the next. */
  protected override changed(user: User | null): void {
    if (user?.id === this.signIn.user?.id) return;
    this.#view = null;
    this.#found = null;
  }

  readonly #goTo = (hash: string): void => {
    location.hash = hash;
  };

  /** Opens the search, whose code comes with its first use. */
  async #search(): Promise<void> {
    const view = this.#view;
    if (!view) return;
    await import('./search/define.ts');
    const search = (this.#found ??= document.createElement('coach-admin-search') as AdminSearch);
    Object.assign(search, { view, goTo: this.#goTo });
    this.requestUpdate();
    await this.updateComplete;
    await search.open();
  }

  /** Moves the focus to another section; other filters do not move it. */
  readonly #moved = async (): Promise<void> => {
    const before = this.#route;
    this.#route = routeOf(location.hash);
    this.requestUpdate();
    if (before.section === this.#route.section && before.id === this.#route.id) return;
    await this.updateComplete;
    const section = this.#section();
    await section?.updateComplete;
    section?.focusHeading();
    scrollTo(0, 0);
  };

  /** Returns the section; null while a person who is no admin sees the notice, or while no person is signed in. */
  #section(): Section | null {
    const shown = this.renderRoot.querySelector('.sections > :last-child');
    return shown instanceof Section ? shown : null;
  }

  readonly #skip = (): void => {
    const section = this.#section();
    if (section) section.focusHeading();
    else this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  };

  #refusal(say: AdminSay, { name, role }: User): TemplateResult {
    return html`<section class="card narrow">
      <h1 tabindex="-1">${say('notAdmin')}</h1>
      <p role="status">${say('notAdminText', { name: `\u2068${name}\u2069` })}</p>
      <button type="button" class="go" @click=${this.signIn.signOut}>${say('otherAccount')}</button>
      ${role === 'client' ? nothing : html`<a href=${this.keyed('/desk/calendar')}>${say('toCalendar')}</a>`}
    </section>`;
  }

  #signInForm({ language, texts: { signInTitle } }: AdminLanguage): TemplateResult {
    const texts = { ...pageTextsFor(language).texts, title: signInTitle };
    const { demoEmail, demoPassword } = this;
    return this.signIn.form({
      texts,
      partner: this.partner,
      demoEmail,
      demoPassword,
      forgotten: this.keyed('/password'),
    });
  }

  #content(language: AdminLanguage, user: User): unknown {
    const say = sayer(language);
    if (user.role !== 'admin') return this.#refusal(say, user);
    if (this.signIn.lacksSecondFactor)
      return needsFactor(pageTextsFor(language.language).texts, this.keyed('/account'));
    const view = (this.#view ??= this.#viewIn(language));
    const route = this.#route;
    return html`${adminTabs(say, route.section)}${keyed(`${route.section}/${route.id ?? ''}`, sectionView(view, route))}`;
  }

  /** Returns what the frame shows: for a person who may do nothing here the head alone. */
  #shell(language: AdminLanguage, user: User): ShellView {
    const say = sayer(language);
    const { texts } = shellTextsFor(language.language);
    const isPlain = !this.#mayWork;
    const { groups, bar } = adminEntries(say, this.#route.section, this.keyed('/desk'));
    return {
      ...this.#frame.view,
      texts: { ...texts, skip: say('skip') },
      signOutText: say('signOut'),
      user,
      partner: this.partner,
      brand: { under: say(/^pk_test_/.test(this.publishableKey) ? 'testData' : 'liveData') },
      groups: isPlain ? [] : groups,
      bar: isPlain ? [] : bar,
      isPlain,
      language: language.language,
      account: { text: say('myAccount'), href: this.keyed('/account') },
      search: () => void this.#search(),
      setLanguage: (chosen) => this.speakIn(chosen),
      signOut: this.signIn.signOut,
    };
  }

  /** Creates the view that the sections share. They draw again once the server's offsets are there. */
  #viewIn(language: AdminLanguage): AdminView {
    const view = viewFor({
      calls: (this.constructor as typeof AdminPage).calls(this.signIn.session.token, defaultBaseUrl(import.meta.url)),
      session: this.signIn.session.token,
      publishableKey: this.publishableKey,
      say: sayer(language),
      format: adminFormat(language.language, deviceZone()),
      dir: language.dir,
    });
    void view.offsets.then(() => {
      if (this.#view !== view) return;
      this.#view = { ...view };
      this.requestUpdate();
    });
    return view;
  }

  #keyList(language: AdminLanguage): TemplateResult {
    const say = sayer(language);
    return keysView({
      texts: shellTextsFor(language.language).texts,
      rows: adminKeys().map(([key, page]) => [['g', key], say(page)] as const),
      closed: this.#frame.hideKeys,
    });
  }

  protected override render(): TemplateResult {
    // The language is loaded in a moment at most, and English at once.
    const language = this.#language;
    if (!language) return html`${nothing}`;
    const { user } = this.signIn;
    const view = user && this.#shell(language, user);
    const content = user
      ? html`<div class="sections" @coach-sign-in=${this.signIn.ask}>${this.#content(language, user)}</div>`
      : this.#signInForm(language);
    return html`<div lang=${language.language} dir=${language.dir}>${shell(view, this.#skip, content)}
      ${user ? html`${this.#found} ${this.#frame.hasKeys ? this.#keyList(language) : nothing}` : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { texts } = this.#language ?? adminEnglish();
    const shown = this.signIn.user?.role === 'admin' ? `${texts[this.#route.section]} – ` : '';
    document.title = `${shown}${texts.title}${this.partner ? ` – ${this.partner}` : ''}`;
  }
}
