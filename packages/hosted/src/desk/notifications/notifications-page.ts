import { LitElement, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { User } from '@coach-booking/sdk';
import type { PageSession } from '../../sign-in/session.ts';
import { accountStyles } from '../../own-account/styles.ts';
import { atStart } from '../../section-styles.ts';
import { styles } from '../../styles.ts';

/** Settings › Notifications: of what a person is informed and how, and push messages on this device. */
export class DeskNotifications extends LitElement {
  static override styles = [styles, accountStyles, atStart];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    user: { attribute: false },
  };

  declare session: PageSession;
  declare user: User;

  protected override render(): TemplateResult {
    const { token } = this.session;
    return html`<div class="sections">
      <coach-notifications .session=${token} .user=${this.user}></coach-notifications>
      <coach-push .session=${token}></coach-push>
    </div>`;
  }
}
