import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { SessionToken, User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { sayer } from '@coach-booking/elements/internal/i18n/say';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { needsFactor } from '../sign-in/needs-factor.ts';
import { pageLanguage } from '../page-language.ts';
import { SignInPage } from '../sign-in/sign-in-page.ts';
import { frameStyles } from '../frame-styles.ts';
import { styles as hosted } from '../styles.ts';
import { pageTextsFor } from '../sign-in/texts/index.ts';
import { adminCalls, type AdminCalls } from './calls.ts';
import { adminFormat } from './format.ts';
import { hashOf, routeOf, sectionNames, type Route } from './route.ts';
import { Section } from './section.ts';
import { sectionView } from './section-view.ts';
import { styles } from './styles.ts';
import { adminEnglish, adminLanguageFor, type AdminLanguage } from './texts/index.ts';
import type { AdminView } from './view.ts';
import { viewFor } from './view-for.ts';

/**
 * The hosted page of `/admin`: signs an admin in and shows the sections that the hash of the address names. A person
 * who is no admin sees a notice, and no request is sent.
 */
export class AdminPage extends SignInPage {
  static override styles = [hosted, frameStyles, styles];

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => AdminCalls = adminCalls;

  #language: AdminLanguage | null = null;
  #view: AdminView | null = null;
  #route: Route = routeOf(location.hash);

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
    if (user?.id !== this.signIn.user?.id) this.#view = null;
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
    const shown = this.renderRoot.querySelector('main > *');
    return shown instanceof Section ? shown : null;
  }

  readonly #skip = (): void => this.#section()?.focusHeading();

  #head(say: AdminView['say'], { name }: User): TemplateResult {
    const mode = /^pk_test_/.test(this.publishableKey) ? 'testData' : 'liveData';
    return html`<header class="head">
      <b>${this.partner}</b><span class="chip">${say(mode)}</span><span>${name}</span>
      <a href=${this.keyed('/account')}>${say('myAccount')}</a>
      <button type="button" @click=${this.signIn.signOut}>${say('signOut')}</button>
    </header>`;
  }

  #refusal(say: AdminView['say'], { name, role }: User): TemplateResult {
    return html`<main>
      <section class="card narrow">
        <h1 tabindex="-1">${say('notAdmin')}</h1>
        <p role="status">${say('notAdminText', { name: `\u2068${name}\u2069` })}</p>
        <button type="button" class="go" @click=${this.signIn.signOut}>${say('otherAccount')}</button>
        ${role === 'client' ? nothing : html`<a href=${this.keyed('/desk/calendar')}>${say('toCalendar')}</a>`}
      </section>
    </main>`;
  }

  #content(view: AdminView): TemplateResult {
    const { say } = view;
    const route = this.#route;
    const link = (name: Route['section']) =>
      html`<a href=${hashOf(name)} aria-current=${name === route.section ? 'page' : nothing}>${say(name)}</a>`;
    return html`<div class="frame">
      <nav aria-label=${say('sections')}>${sectionNames.map(link)}</nav>
      <main @coach-sign-in=${this.signIn.ask}>${keyed(`${route.section}/${route.id ?? ''}`, sectionView(view, route))}</main>
    </div>`;
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

  #signedIn(language: AdminLanguage, user: User): TemplateResult {
    const say = sayer(language);
    if (user.role !== 'admin') return html`${this.#head(say, user)} ${this.#refusal(say, user)}`;
    if (this.signIn.lacksSecondFactor) {
      const { texts } = pageTextsFor(language.language);
      return html`${this.#head(say, user)}<main>${needsFactor(texts, this.keyed('/account'))}</main>`;
    }
    this.#view ??= this.#viewIn(language);
    return html`<button type="button" class="skip" @click=${this.#skip}>${say('skip')}</button>
      ${this.#head(say, user)} ${this.#content(this.#view)}`;
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

  protected override render(): TemplateResult {
    // The language is loaded in a moment at most, and English at once.
    const language = this.#language;
    if (!language) return html`${nothing}`;
    const { user } = this.signIn;
    return html`<div lang=${language.language} dir=${language.dir}>${user ? this.#signedIn(language, user) : html`<main>${this.#signInForm(language)}</main>`}</div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { texts } = this.#language ?? adminEnglish();
    const shown = this.signIn.user?.role === 'admin' ? `${texts[this.#route.section]} – ` : '';
    document.title = `${shown}${texts.title}${this.partner ? ` – ${this.partner}` : ''}`;
  }
}
