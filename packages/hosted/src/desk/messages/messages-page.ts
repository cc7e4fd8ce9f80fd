import { LitElement, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SessionToken, User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { accountStyles } from '../../own-account/styles.ts';
import { pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { atStart } from '../../section-styles.ts';
import { styles } from '../../styles.ts';
import { messageCalls, type MessageCalls } from './calls.ts';
import { messageTextsFor } from './texts/index.ts';

/** Settings › Messages of a coach: the reminders, the texts of messages, and their channels. */
export class DeskMessages extends LitElement {
  static override styles = [styles, accountStyles, atStart];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    user: { attribute: false },
    coach: { attribute: false },
  };

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => MessageCalls = messageCalls;

  declare session: PageSession;
  declare user: User;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;

  #calls: MessageCalls | null = null;

  protected override render(): TemplateResult {
    const { texts } = messageTextsFor(pageLanguage());
    const { calls: make } = this.constructor as typeof DeskMessages;
    const calls = (this.#calls ??= make(this.session.token, defaultBaseUrl(import.meta.url)));
    const { coach, user } = this;
    return html`<div class="sections">
      <coach-desk-reminders .calls=${calls} .coach=${coach}></coach-desk-reminders>
      ${
        user.role === 'staff'
          ? html`<section><h2>${texts.textsTitle}</h2><p>${texts.textsOfCoach}</p></section>`
          : html`<coach-desk-texts .calls=${calls} .coach=${coach}></coach-desk-texts>`
      }
      <coach-desk-channels .calls=${calls} .isAdmin=${user.role === 'admin'}></coach-desk-channels>
    </div>`;
  }
}
