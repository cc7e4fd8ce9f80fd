import { html, nothing, type TemplateResult } from 'lit';
import type { SessionToken, User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { pageLanguage } from '../page-language.ts';
import { SignInPage } from '../sign-in/sign-in-page.ts';
import { frameStyles } from '../frame-styles.ts';
import { styles } from '../styles.ts';
import { pageTextsFor } from '../sign-in/texts/index.ts';
import { OwnAccount } from './own-account.ts';
import { ownAccountCalls, type OwnAccountCalls } from './calls.ts';
import { sectionsView } from './sections-view.ts';
import { accountStyles } from './styles.ts';
import { ownTextsFor } from './texts/index.ts';
import type { AccountView } from './view.ts';

/**
 * The hosted page of `/account`, for every account: its sign-in, its sessions and, for clients, the coaches who see the
 * profile.
 */
export class OwnAccountPage extends SignInPage {
  static override styles = [styles, frameStyles, accountStyles];

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => OwnAccountCalls = ownAccountCalls;

  readonly #account = new OwnAccount(this, {
    session: () => this.signIn.session,
    calls: ({ token }) => (this.constructor as typeof OwnAccountPage).calls(token, defaultBaseUrl(import.meta.url)),
    signOut: () => this.signIn.signOut(),
  });

  protected override changed(user: User | null): void {
    this.#account.see(user);
  }

  #signedIn(view: AccountView): TemplateResult {
    const { texts, page, user } = view;
    const isTeam = user.role !== 'client';
    return html`<header class="head">
        <b>${this.partner}</b>
        ${isTeam ? html`<a href=${this.keyed('/desk/calendar')}>${texts.toCalendar}</a>` : nothing}
        ${user.role === 'admin' ? html`<a href=${this.keyed('/admin')}>${texts.toAdmin}</a>` : nothing}
        <button type="button" @click=${this.signIn.signOut}>${page.signOut}</button>
      </header>
      <div class="sections">
        <h1 tabindex="-1">${texts.accountTitle}</h1>
        ${sectionsView(view, this.signIn.lacksSecondFactor)}
      </div>`;
  }

  protected override render(): TemplateResult {
    const { language, dir, texts } = pageTextsFor(pageLanguage());
    const { demoEmail, demoPassword } = this;
    const view = this.signIn.user && this.#account.view(language);
    const title = ownTextsFor(language).texts.signInTitle;
    return html`<div lang=${language} dir=${dir}>
      ${view ? this.#signedIn(view) : this.signIn.form({ texts: { ...texts, title }, partner: this.partner, demoEmail, demoPassword, forgotten: this.keyed('/password') })}
    </div>`;
  }
}
