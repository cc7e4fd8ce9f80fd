import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SessionToken, User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { frameStyles } from '../frame-styles.ts';
import { ownAccountCalls, type OwnAccountCalls } from '../own-account/calls.ts';
import { OwnAccount } from '../own-account/own-account.ts';
import { sectionsView } from '../own-account/sections-view.ts';
import { accountStyles } from '../own-account/styles.ts';
import type { AccountView } from '../own-account/view.ts';
import { addressQuery, pageLanguage } from '../page-language.ts';
import { SignInPage } from '../sign-in/sign-in-page.ts';
import { pageTextsFor } from '../sign-in/texts/index.ts';
import { styles } from '../styles.ts';
import { pageHead } from '../ui/views.ts';
import { meStyles } from './styles.ts';
import { meTextsFor, type MeTexts } from './texts/index.ts';

/** The pages of a client, with their addresses below `/me`, in the order of the navigation. */
const pages = {
  sessions: '',
  profile: 'profile',
  logs: 'logs',
  sharing: 'sharing',
  data: 'data',
  account: 'account',
} as const;
type MePageName = keyof typeof pages;
const names = Object.keys(pages) as MePageName[];

/** The logs, with their addresses: one is behind the entry of the navigation, and leads to the others. */
const logs = { workoutLogs: 'logs', mealLogs: 'logs/meals', progress: 'logs/progress' } as const;
type LogName = keyof typeof logs;
const logNames = Object.keys(logs) as LogName[];

/**
 * The hosted pages of `/me`: the sessions and the profile of a client, the list of those who read them, and all
 * data, to take along and to erase.
 */
export class MePage extends SignInPage {
  static override styles = [styles, frameStyles, accountStyles, meStyles];
  static override properties: PropertyDeclarations = { base: {}, path: {} };

  /** The calls of the account's sections; tests replace them. */
  static accountCalls: (session: SessionToken, baseUrl: string) => OwnAccountCalls = ownAccountCalls;

  /** The base path: `/me`, or `/p/{partner}/me`. */
  declare base: string;
  /** The page below it; empty for the sessions. */
  declare path: string;

  readonly #account = new OwnAccount(this, {
    session: () => this.signIn.session,
    calls: ({ token }) => (this.constructor as typeof MePage).accountCalls(token, defaultBaseUrl(import.meta.url)),
    signOut: () => this.signIn.signOut(),
  });

  protected override changed(user: User | null): void {
    this.#account.see(user);
  }

  get #page(): MePageName | null {
    return this.#log ? 'logs' : (names.find((name) => pages[name] === this.path) ?? null);
  }

  get #log(): LogName | null {
    return logNames.find((name) => logs[name] === this.path) ?? null;
  }

  #address(path: string): string {
    return `${this.base}${path && `/${path}`}?${addressQuery(this.publishableKey)}`;
  }

  readonly #bookAt = (coach: string, service?: string): string => {
    const query = addressQuery(this.publishableKey);
    return `${this.base.replace(/\/me$/, '')}/book/${coach}?${query}${service ? `&service=${service}` : ''}`;
  };

  #head(texts: MeTexts): TemplateResult {
    const shown = this.#page;
    const link = (name: MePageName) =>
      html`<a href=${this.#address(pages[name])} aria-current=${name === shown ? 'page' : nothing}>${texts[name]}</a>`;
    return html`<div class="mine"><header class="head">
        <b>${this.partner}</b>
        <button type="button" @click=${this.signIn.signOut}>${pageTextsFor(pageLanguage()).texts.signOut}</button>
      </header>
      <nav aria-label=${texts.pages}>${names.map(link)}</nav></div>`;
  }

  #logsView(texts: MeTexts): TemplateResult {
    const { session } = this.signIn;
    const shown = this.#log;
    const link = (name: LogName) =>
      html`<a href=${this.#address(logs[name])} aria-current=${name === shown ? 'page' : nothing}>${texts[name]}</a>`;
    return html`<nav class="tabs" aria-label=${texts.logs}>${logNames.map(link)}</nav>
      ${
        shown === 'workoutLogs'
          ? html`<coach-me-workouts .session=${session}></coach-me-workouts>`
          : shown === 'mealLogs'
            ? html`<coach-me-meals .session=${session}></coach-me-meals>`
            : html`<coach-me-progress .session=${session}></coach-me-progress>`
      }`;
  }

  #content(view: AccountView, texts: MeTexts): TemplateResult {
    const { session, signOut } = this.signIn;
    switch (this.#page) {
      case 'sessions':
        return html`<coach-me-sessions .session=${session} .bookAt=${this.#bookAt}></coach-me-sessions>`;
      case 'profile':
        return html`<coach-me-profile .session=${session}></coach-me-profile>`;
      case 'logs':
        return this.#logsView(texts);
      case 'sharing':
        return html`<coach-account-sharing .view=${view}></coach-account-sharing><coach-me-reads .session=${session}></coach-me-reads>`;
      case 'data':
        return html`<coach-me-data .session=${session} .signOut=${signOut}></coach-me-data>`;
      case 'account':
        return sectionsView(view, this.signIn.lacksSecondFactor, false);
      default:
        return html`<p>${texts.notFoundText}</p>`;
    }
  }

  #signedIn(view: AccountView, texts: MeTexts): TemplateResult {
    const page = this.#page;
    if (view.user.role !== 'client')
      return html`<section class="card"><h1 tabindex="-1">${texts.forTeam}</h1><a href=${this.keyed('/desk')}>${texts.toDesk}</a></section>`;
    const title = page === 'sessions' ? texts.title : texts[page ?? 'notFound'];
    return html`${this.#head(texts)}
      <div class="sections">${pageHead({ title, text: page === 'logs' && texts.logsText })}${this.#content(view, texts)}</div>`;
  }

  #signedOut(texts: MeTexts): TemplateResult {
    if (this.path === 'register')
      return html`<coach-me-register .publishableKey=${this.publishableKey} .signInAt=${this.#address('')}></coach-me-register>`;
    const { demoEmail, demoPassword } = this;
    const shared = { ...pageTextsFor(pageLanguage()).texts, title: texts.signInTitle };
    return html`${this.signIn.form({ texts: shared, partner: this.partner, demoEmail, demoPassword, forgotten: this.keyed('/password') })}
      <p class="below">${texts.newHere} <a href=${this.#address('register')}>${texts.create}</a></p>`;
  }

  protected override render(): TemplateResult {
    const { language, dir, texts } = meTextsFor(pageLanguage());
    const view = this.signIn.user && this.#account.view(language);
    return html`<div lang=${language} dir=${dir}>${view ? this.#signedIn(view, texts) : this.#signedOut(texts)}</div>`;
  }
}
