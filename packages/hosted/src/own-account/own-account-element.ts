import { html, nothing, type TemplateResult } from 'lit';
import type { SessionToken, User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { pageLanguage } from '../page-language.ts';
import { SignInPage } from '../sign-in/sign-in-page.ts';
import { styles } from '../styles.ts';
import { pageTextsFor } from '../sign-in/texts/index.ts';
import { ownAccountCalls, type OwnAccountCalls } from './calls.ts';
import { accountStyles } from './styles.ts';
import { ownTextsFor } from './texts/index.ts';
import type { AccountView } from './view.ts';

/**
 * The hosted page of `/account`, for everybody who has an account: how they sign in, where they are signed in and, for
 * clients, which coaches see their profile.
 */
export class OwnAccountPage extends SignInPage {
  static override styles = [styles, accountStyles];

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => OwnAccountCalls = ownAccountCalls;

  #calls: OwnAccountCalls | null = null;
  /** The person as they are now; the session's own record is as old as the sign-in. */
  #user: User | null = null;

  /** Forgets everything of one person before the next. */
  protected override changed(user: User | null): void {
    if (user?.id === this.#user?.id) return;
    this.#calls = null;
    this.#user = user;
    if (user) void this.#read().catch(() => undefined);
  }

  async #read(): Promise<void> {
    const { session } = this.signIn;
    this.#calls ??= (this.constructor as typeof OwnAccountPage).calls(session.token, defaultBaseUrl(import.meta.url));
    const user = await this.#calls.me();
    // A second factor that was missing is there now: only the next token has it.
    if (session.lacksSecondFactor() && user.secondFactor) await session.token({ expired: true });
    this.#user = user;
    this.requestUpdate();
  }

  #view(language: string, user: User): AccountView {
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
    return {
      user,
      texts: ownTextsFor(language).texts,
      page: pageTextsFor(language).texts,
      calls: this.#calls!,
      day: (instant) => day.format(wallDate(instant, deviceZone())),
      moment: (instant) => moment.format(wallDate(instant, deviceZone())),
      changed: () => this.#read(),
      signOut: this.signIn.signOut,
    };
  }

  #signedIn(view: AccountView): TemplateResult {
    const { texts, page, user } = view;
    const isLacking = this.signIn.lacksSecondFactor;
    const isTeam = user.role !== 'client';
    return html`<header class="head">
        <b>${this.partner}</b>
        ${isTeam ? html`<a href=${this.keyed('/calendar')}>${texts.toCalendar}</a>` : nothing}
        ${user.role === 'admin' ? html`<a href=${this.keyed('/admin')}>${texts.toAdmin}</a>` : nothing}
        <button type="button" @click=${this.signIn.signOut}>${page.signOut}</button>
      </header>
      <div class="sections">
        <h1 tabindex="-1">${texts.accountTitle}</h1>
        <p>${texts.accountText}</p>
        ${user.role === 'client' ? html`<coach-account-sharing .view=${view}></coach-account-sharing>` : nothing}
        ${isLacking ? nothing : html`<coach-account-email .view=${view}></coach-account-email><coach-account-password .view=${view}></coach-account-password>`}
        <coach-account-factor .view=${view} .isNeeded=${isLacking}></coach-account-factor>
        <coach-account-sessions .view=${view}></coach-account-sessions>
      </div>`;
  }

  protected override render(): TemplateResult {
    const { language, dir, texts } = pageTextsFor(pageLanguage());
    const { demoEmail, demoPassword } = this;
    const user = this.signIn.user && this.#user;
    const title = ownTextsFor(language).texts.signInTitle;
    return html`<div lang=${language} dir=${dir}>
      ${user && this.#calls ? this.#signedIn(this.#view(language, user)) : this.signIn.form({ texts: { ...texts, title }, demoEmail, demoPassword, forgotten: this.keyed('/password') })}
    </div>`;
  }
}
