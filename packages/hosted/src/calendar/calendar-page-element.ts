import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { User } from '@coach-booking/sdk';
import { pageLanguage } from '../page-language.ts';
import { needsFactor } from '../sign-in/needs-factor.ts';
import type { CoachName } from '../sign-in/session.ts';
import { SignInPage } from '../sign-in/sign-in-page.ts';
import { styles } from '../styles.ts';
import { pageTextsFor, type PageTexts } from '../sign-in/texts/index.ts';
import { problemOf } from '../sign-in/problem.ts';

/**
 * The hosted page of `/calendar`: signs a person in and shows the calendar they work with. Coaches and their staff get
 * their own; admins choose one; clients see that it is not for them.
 */
export class CalendarPage extends SignInPage {
  static override styles = styles;

  static override properties: PropertyDeclarations = { coach: {} };

  /** What brings the calendar; tests put their own in its place. */
  static loadCalendar: () => Promise<unknown> = () => import('@coach-booking/elements/coach-calendar');

  /** The coach that an admin chose, by slug. */
  declare coach: string;
  /** Undefined until asked for, null when they could not be read. */
  #coaches: readonly CoachName[] | null | undefined;

  /**
   * The person whose calendar stands in the page: who is signed in, or was until the session ended. It then waits out
   * of sight and without a session until the same person returns to what was being typed. M12.
   */
  #owner: User | null = null;

  protected override changed(user: User | null): void {
    this.#owner = user ?? (this.signIn.isOver ? this.#owner : null);
    if (!user) return;
    void (this.constructor as typeof CalendarPage).loadCalendar().catch(() => this.signIn.show('offline'));
    if (user.role === 'admin') this.#readCoaches();
  }

  readonly #readCoaches = (): void => {
    this.#coaches = undefined;
    this.signIn.show(null);
    void this.signIn.session.coaches().then(
      (coaches) => {
        this.#coaches = coaches;
        this.requestUpdate();
      },
      (error: unknown) => {
        this.#coaches = null;
        this.signIn.show(problemOf(error));
      },
    );
  };

  #head({ signOut, otherCoach, account, calendar }: PageTexts, { name, role }: User): TemplateResult {
    const others = role === 'admin' && this.coach ? html`<a href=${this.#address()}>${otherCoach}</a>` : nothing;
    const choosing = role === 'admin' && !this.coach && !this.signIn.lacksSecondFactor;
    return html`${choosing ? nothing : html`<h1 class="vh" tabindex="-1">${calendar}${this.#coachName(role)}</h1>`}
      <header class="head">
      <b>${this.partner}${this.#coachName(role)}</b>${others}<span>${name}</span>
      <a href=${this.keyed('/account')}>${account}</a>
      <button type="button" @click=${this.signIn.signOut}>${signOut}</button>
    </header>`;
  }

  /** Renders the name of the coach whose calendar an admin has open, so that nobody books for another. */
  #coachName(role: User['role']): unknown {
    if (role !== 'admin' || !this.coach) return nothing;
    return html` · <bdi>${this.#coaches?.find(({ slug }) => slug === this.coach)?.name ?? this.coach}</bdi>`;
  }

  /** Returns the address of this page, for one coach. */
  #address(coach?: string): string {
    const address = new URL(location.href);
    address.searchParams.delete('coach');
    if (coach) address.searchParams.set('coach', coach);
    return `${address.pathname}${address.search}`;
  }

  #content(texts: PageTexts, { role }: User): TemplateResult {
    if (role === 'client')
      return html`<section class="card"><p>${texts.forCoaches}</p><a href=${this.keyed('/account')}>${texts.account}</a></section>`;
    if (this.signIn.lacksSecondFactor) return needsFactor(texts, this.keyed('/account'));
    const { problem } = this.signIn;
    if (role !== 'admin' || this.coach)
      return html`${problem ? html`<p class="problem" role="alert">${texts[problem]}</p>` : nothing}`;
    const coaches = this.#coaches;
    return html`<section class="card">
      <h1 tabindex="-1">${texts.choose}</h1>
      ${problem ? html`<p class="problem" role="alert">${texts[problem]}</p><button type="button" class="go" @click=${this.#readCoaches}>${texts.retry}</button>` : nothing}
      ${coaches === undefined ? html`<p role="status">${texts.busy}</p>` : nothing} ${coaches?.length === 0 ? html`<p>${texts.noCoaches}</p>` : nothing}
      <ul class="coaches">
        ${coaches?.map(({ slug, name }) => html`<li><a href=${this.#address(slug)}>${name}</a></li>`)}
      </ul>
    </section>`;
  }

  #calendar(): unknown {
    const { user, session, lacksSecondFactor } = this.signIn;
    const owner = this.#owner;
    const coach = owner?.role === 'admin' ? this.coach : 'me';
    if (!owner || owner.role === 'client' || !coach || (user && lacksSecondFactor)) return nothing;
    return keyed(
      owner.id,
      html`<div ?hidden=${!user}>
        <coach-calendar coach=${coach} .session=${user ? session.token : undefined} theme="auto" @coach-sign-in=${this.signIn.ask}></coach-calendar>
      </div>`,
    );
  }

  protected override render(): TemplateResult {
    const { language, dir, texts } = pageTextsFor(pageLanguage());
    const { user } = this.signIn;
    const { demoEmail, demoPassword } = this;
    const forgotten = this.keyed('/password');
    return html`<div lang=${language} dir=${dir}>
      ${user ? html`${this.#head(texts, user)}${this.#content(texts, user)}` : this.signIn.form({ texts, demoEmail, demoPassword, forgotten })} ${this.#calendar()}
    </div>`;
  }
}
