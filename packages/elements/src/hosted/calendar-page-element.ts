import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '../coach-booking/settings.ts';
import { openSession, type CoachName, type PageSession } from './session.ts';
import { signInForm } from './sign-in-form.ts';
import { styles } from './styles.ts';
import { pageTextsFor, type PageTexts } from './texts.ts';
import { troubleOf } from './trouble.ts';

/**
 * The hosted page of `/calendar`: signs somebody in and shows the calendar they work with. Coaches and their staff get their own; admins
 * choose one; clients are told that it is not for them. The server writes its attributes.
 */
export class CalendarPage extends LitElement {
  static override styles = styles;

  static override properties = {
    publishableKey: { attribute: 'publishable-key' },
    partner: {},
    coach: {},
    demoEmail: { attribute: 'demo-email' },
    demoPassword: { attribute: 'demo-password' },
  };

  /** What signs in, and what brings the calendar; tests put their own in their place. */
  static openSession: (publishableKey: string, baseUrl: string) => PageSession = openSession;
  static loadCalendar: () => Promise<unknown> = () => import('../coach-calendar/define.ts');

  declare publishableKey: string;
  /** The partner's name, for the head of the page. */
  declare partner: string;
  /** The coach that an admin wants, by slug. */
  declare coach: string;
  declare demoEmail: string;
  declare demoPassword: string;

  #session: PageSession | undefined;
  #stop: (() => void) | undefined;
  #user: User | null = null;
  #trouble: keyof PageTexts | null = null;
  #missing: readonly string[] = [];
  #busy = false;
  /** Undefined until asked for, null when they could not be read. */
  #coaches: readonly CoachName[] | null | undefined;
  #leaving = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const page = this.constructor as typeof CalendarPage;
    this.#session ??= page.openSession(this.getAttribute('publishable-key') ?? '', defaultBaseUrl(import.meta.url));
    this.#user = this.#session.$session.get();
    this.#stop = this.#session.$session.subscribe((user) => this.#changed(user));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  /** Here or in another tab somebody signed in or out, or the server ended the session. */
  #changed(user: User | null): void {
    const ended = this.#user !== null && user === null && !this.#leaving;
    this.#leaving = false;
    this.#user = user;
    if (ended) this.#trouble = 'ended';
    if (user) {
      this.#trouble = null;
      void (this.constructor as typeof CalendarPage).loadCalendar().catch(() => this.#show('offline'));
      if (user.role === 'admin' && !this.coach) this.#readCoaches();
    }
    this.requestUpdate();
  }

  #show(trouble: keyof PageTexts): void {
    this.#trouble = trouble;
    this.requestUpdate();
  }

  readonly #readCoaches = (): void => {
    this.#coaches = undefined;
    this.#trouble = null;
    this.requestUpdate();
    void this.#session!.coaches().then(
      (coaches) => {
        this.#coaches = coaches;
        this.requestUpdate();
      },
      (error: unknown) => {
        this.#coaches = null;
        this.#show(troubleOf(error));
      },
    );
  };

  async #signIn(email: string, password: string): Promise<void> {
    this.#busy = true;
    this.#trouble = null;
    this.requestUpdate();
    try {
      await this.#session!.signIn(email, password);
    } catch (error) {
      this.#trouble = troubleOf(error);
    }
    this.#busy = false;
    this.requestUpdate();
    await this.updateComplete;
    if (this.#trouble === 'wrong') this.renderRoot.querySelector<HTMLInputElement>('#password')?.select();
  }

  readonly #signOut = (): void => {
    this.#leaving = true;
    void this.#session!.signOut();
  };

  /** The calendar says that the session is over: back to the form. */
  readonly #ask = (event: Event): void => {
    event.preventDefault();
    void this.#session!.signOut();
  };

  /** Address and password stay in one piece in a text that runs the other way. */
  #demo(texts: PageTexts): string {
    const apart = (text: string) => `\u2068${text}\u2069`;
    return this.demoEmail ? texts.demo.replace('{email}', apart(this.demoEmail)).replace('{password}', apart(this.demoPassword)) : '';
  }

  #head({ signOut, otherCoach }: PageTexts, { name, role }: User): TemplateResult {
    const others = role === 'admin' && this.coach ? html`<a href=${this.#address()}>${otherCoach}</a>` : nothing;
    return html`<header class="head">
      <b>${this.partner}</b>${others}<span>${name}</span>
      <button type="button" @click=${this.#signOut}>${signOut}</button>
    </header>`;
  }

  /** The address of this page, for one coach. */
  #address(coach?: string): string {
    const address = new URL(location.href);
    address.searchParams.delete('coach');
    if (coach) address.searchParams.set('coach', coach);
    return `${address.pathname}${address.search}`;
  }

  #content(texts: PageTexts, { role }: User): TemplateResult {
    if (role === 'client') return html`<section class="card"><p>${texts.forCoaches}</p></section>`;
    const coach = role === 'admin' ? this.coach : 'me';
    const trouble = this.#trouble;
    if (coach)
      return html`${trouble ? html`<p class="problem" role="alert">${texts[trouble]}</p>` : nothing}
        <coach-calendar coach=${coach} .session=${this.#session!.token} theme="auto" @coach-sign-in=${this.#ask}></coach-calendar>`;
    const coaches = this.#coaches;
    return html`<section class="card">
      <h1>${texts.choose}</h1>
      ${trouble ? html`<p class="problem" role="alert">${texts[trouble]}</p><button type="button" class="go" @click=${this.#readCoaches}>${texts.retry}</button>` : nothing}
      ${coaches === undefined ? html`<p role="status">${texts.busy}</p>` : nothing} ${coaches?.length === 0 ? html`<p>${texts.noCoaches}</p>` : nothing}
      <ul class="coaches">
        ${coaches?.map(({ slug, name }) => html`<li><a href=${this.#address(slug)}>${name}</a></li>`)}
      </ul>
    </section>`;
  }

  protected override render(): TemplateResult {
    const { language, dir, texts } = pageTextsFor(navigator.language);
    const user = this.#user;
    return html`<div lang=${language} dir=${dir}>
      ${
        user
          ? html`${this.#head(texts, user)}${this.#content(texts, user)}`
          : signInForm({
              texts,
              trouble: this.#trouble,
              busy: this.#busy,
              missing: this.#missing,
              demo: this.#demo(texts),
              forgotten: `/password?${new URLSearchParams({ key: this.publishableKey }).toString()}`,
              signIn: (email, password) => void this.#signIn(email, password),
              lacks: (missing) => {
                this.#missing = missing;
                this.#trouble = null;
                this.requestUpdate();
              },
            })
      }
    </div>`;
  }
}
