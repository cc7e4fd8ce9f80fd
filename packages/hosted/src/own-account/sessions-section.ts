import { html, nothing, type TemplateResult } from 'lit';
import type { AccountSession } from './calls.ts';
import { deviceText } from './device-text.ts';
import { ListSection } from './list-section.ts';
import { fill } from './texts/index.ts';

/** The sessions of the account, and the buttons that end them. */
export class SessionsSection extends ListSection<AccountSession> {
  protected override readonly heading = 'sessionsTitle';

  protected override read(): Promise<readonly AccountSession[]> {
    return this.view.calls.sessions();
  }

  #end = (id: string) => async (): Promise<string> => {
    const { calls, texts } = this.view;
    await calls.endSession(id);
    await this.reload();
    return texts.signedOutThere;
  };

  readonly #endOthers = async (): Promise<string> => {
    const { calls, texts } = this.view;
    await calls.endSessions(true);
    await this.reload();
    return texts.signedOutOthers;
  };

  readonly #endAll = async (): Promise<null> => {
    await this.view.calls.endSessions(false);
    this.view.signOut();
    return null;
  };

  protected override list(sessions: readonly AccountSession[]): TemplateResult {
    const { texts, moment, signOut } = this.view;
    return html`${this.problemOf('sessions')}
      <ul>
        ${sessions.map((session) => {
          const device = deviceText(session, texts);
          return html`<li class="row">
            <span>${device} ${session.current ? html`<b class="chip">${texts.thisOne}</b>` : nothing}<br /><span class="quiet">${fill(texts.lastUsed, { when: moment(session.lastUsedAt) })}</span></span>
            ${session.current ? html`<button type="button" @click=${signOut}>${texts.signOutHere}</button>` : html`<button type="button" aria-label=${fill(texts.signOutOf, { device })} aria-disabled=${this.isBusy} @click=${() => void this.run('sessions', this.#end(session.id))}>${texts.signOutHere}</button>`}
          </li>`;
        })}
      </ul>
      <div class="actions">
        ${sessions.length > 1 ? this.button('sessions', texts.signOutOthers, this.#endOthers) : nothing} ${this.button('sessions', texts.signOutAll, this.#endAll)}
      </div>`;
  }
}
