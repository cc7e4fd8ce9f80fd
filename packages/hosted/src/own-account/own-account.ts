import type { LitElement } from 'lit';
import type { User } from '@coach-booking/sdk';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import type { PageSession } from '../sign-in/session.ts';
import { pageTextsFor } from '../sign-in/texts/index.ts';
import type { OwnAccountCalls } from './calls.ts';
import { ownTextsFor } from './texts/index.ts';
import type { AccountView } from './view.ts';

/** The part of its page that the account uses. */
export interface AccountSource {
  session(): PageSession;
  calls(session: PageSession): OwnAccountCalls;
  signOut(): void;
}

/** The person who is signed in as they are now: the session's own record is as old as the sign-in. */
export class OwnAccount {
  #calls: OwnAccountCalls | null = null;
  #user: User | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly source: AccountSource,
  ) {}

  /** Takes note of who is signed in. Everything of one person is forgotten before the next. */
  see(user: User | null): void {
    if (user?.id === this.#user?.id) return;
    this.#calls = null;
    this.#user = user;
    if (user) void this.#read().catch(() => undefined);
  }

  async #read(): Promise<void> {
    const session = this.source.session();
    this.#calls ??= this.source.calls(session);
    const user = await this.#calls.me();
    // A second factor that was missing is there now: only the next token has it.
    if (session.lacksSecondFactor() && user.secondFactor) await session.token({ expired: true });
    this.#user = user;
    this.host.requestUpdate();
  }

  /** Returns what the sections are given; null while no one is signed in. */
  view(language: string): AccountView | null {
    if (!this.#user || !this.#calls) return null;
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
    return {
      user: this.#user,
      texts: ownTextsFor(language).texts,
      page: pageTextsFor(language).texts,
      calls: this.#calls,
      session: this.source.session().token,
      day: (instant) => day.format(wallDate(instant, deviceZone())),
      moment: (instant) => moment.format(wallDate(instant, deviceZone())),
      changed: () => this.#read(),
      renewed: async () => {
        // The record of the session is as old as its token.
        await this.source
          .session()
          .token({ expired: true })
          .catch(() => null);
        await this.#read();
      },
      signOut: () => this.source.signOut(),
    };
  }
}
