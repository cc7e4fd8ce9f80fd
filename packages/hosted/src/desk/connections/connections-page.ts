import { LitElement, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SessionToken, User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { accountStyles } from '../../own-account/styles.ts';
import { pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { atStart } from '../../section-styles.ts';
import { styles } from '../../styles.ts';
import type { DeskPageProperties } from '../page-properties.ts';
import { accountCalls, type Account, type AccountCalls } from '../connected-accounts/calls.ts';
import { connectionCalls, type Calendar, type ConnectionCalls } from './calls.ts';
import { connectionTextsFor } from './texts/index.ts';

/**
 * Settings › Connections of a coach: the accounts with providers, the calendars kept elsewhere, and those that show
 * the coach's sessions.
 */
export class DeskConnections extends LitElement {
  static override styles = [styles, accountStyles, atStart];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    user: { attribute: false },
    coach: { attribute: false },
    addressTo: { attribute: false },
  };

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => ConnectionCalls = connectionCalls;

  /** The calls of connected accounts; tests replace them. */
  static accountCalls: (session: SessionToken, baseUrl: string) => AccountCalls = accountCalls;

  declare session: PageSession;
  declare user: User;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;

  /** Returns the address of a page of the desk. */
  declare addressTo: DeskPageProperties['addressTo'];

  #calls: ConnectionCalls | null = null;
  #accounts: AccountCalls | null = null;
  #connected: readonly Account[] = [];
  #calendars: readonly Calendar[] = [];

  readonly #calendarAt = (date: string): string => this.addressTo('calendar', { query: { date } });

  protected override render(): TemplateResult {
    const { texts } = connectionTextsFor(pageLanguage());
    const { calls: make, accountCalls: makeAccounts } = this.constructor as typeof DeskConnections;
    const baseUrl = defaultBaseUrl(import.meta.url);
    const calls = (this.#calls ??= make(this.session.token, baseUrl));
    const accounts = (this.#accounts ??= makeAccounts(this.session.token, baseUrl));
    const changed = ({ detail }: CustomEvent<readonly Account[]>): void => {
      this.#connected = detail;
      this.requestUpdate();
    };
    const read = ({ detail }: CustomEvent<readonly Calendar[]>): void => {
      this.#calendars = detail;
      this.requestUpdate();
    };
    return html`<div class="sections">
      ${
        this.user.role === 'staff'
          ? html`<section><h2>${texts.title}</h2><p>${texts.ofCoach}</p></section>`
          : html`<coach-desk-accounts .calls=${accounts} .coach=${this.coach} @accounts-changed=${changed}></coach-desk-accounts>
              <coach-desk-changed
                .calls=${calls} .coach=${this.coach} .calendars=${this.#calendars} .calendarAt=${this.#calendarAt}
              ></coach-desk-changed>
              <coach-desk-calendars-in
                .calls=${calls} .coach=${this.coach} .connected=${this.#connected} @calendars-changed=${read}
              ></coach-desk-calendars-in>`
      }
      <coach-feeds .session=${this.session.token} .coach=${this.coach} .isMember=${this.user.role === 'staff'}></coach-feeds>
    </div>`;
  }
}
