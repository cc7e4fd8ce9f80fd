import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SessionToken, User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { OwnAccount } from '../own-account/own-account.ts';
import { ownAccountCalls, type OwnAccountCalls } from '../own-account/calls.ts';
import { sectionsView } from '../own-account/sections-view.ts';
import { accountStyles } from '../own-account/styles.ts';
import { pageLanguage } from '../page-language.ts';
import type { PageSession } from '../sign-in/session.ts';
import { pageTextsFor } from '../sign-in/texts/index.ts';
import { atStart } from '../section-styles.ts';
import { styles } from '../styles.ts';

/** The page of the desk with the account of who is signed in: the sections of `/account`. */
export class DeskAccount extends LitElement {
  static override styles = [styles, accountStyles, atStart];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    user: { attribute: false },
    signOut: { attribute: false },
  };

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => OwnAccountCalls = ownAccountCalls;

  declare session: PageSession;
  declare user: User;
  declare signOut: () => void;

  readonly #account = new OwnAccount(this, {
    session: () => this.session,
    calls: ({ token }) => (this.constructor as typeof DeskAccount).calls(token, defaultBaseUrl(import.meta.url)),
    signOut: () => this.signOut(),
  });

  protected override willUpdate(): void {
    this.#account.see(this.user);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { language } = pageTextsFor(pageLanguage());
    const view = this.#account.view(language);
    if (!view) return nothing;
    return html`<div class="sections">${sectionsView(view, this.session.lacksSecondFactor())}</div>`;
  }
}
