import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SessionToken, User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { addressQuery, pageLanguage } from '../page-language.ts';
import { openSession, type PageSession } from '../sign-in/session.ts';
import { styles } from '../styles.ts';
import { bookClientCalls, type BookClientCalls } from './calls.ts';
import { earlierSessions, lastOfEach, type EarlierSession } from './earlier-sessions.ts';
import { keepDraftsOf } from './own-drafts.ts';
import { bookClientStyles } from './styles.ts';
import { bookTextsFor, type BookTexts } from './texts/index.ts';

/** Milliseconds that the widget waits for what is known of the client; then it starts without. */
const PATIENCE = 2500;

/** Bookings that are read, of which the last of each service are shown. */
const READ = 50;

/** The services, newest first, whose coaches are asked for on a page of several coaches. */
const SEARCHED = 6;

/** The statuses of sessions that took place, or were to. */
const HELD = 'scheduled,confirmed,in_progress,completed,no_show';

/** Returns the storage of the tab, or null where the browser forbids it. */
function tabStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Writes an instant as `Apr 11, 2028`, at the clock of this device. */
function dateText(start: string): string {
  const format = new Intl.DateTimeFormat(pageLanguage(), { dateStyle: 'medium', timeZone: 'UTC' });
  return isolated(format.format(wallDate(start, deviceZone())));
}

/**
 * The part of the pages `/book` for a client who is signed in at `/me`: who that is, a way to say that it is another
 * person, and the last sessions, to book again. It starts the widget of the page, with the form filled in. The server
 * writes its attributes, and a page in a frame does not have it.
 */
export class BookClient extends LitElement {
  static override styles = [styles, bookClientStyles];
  static override properties: PropertyDeclarations = {
    publishableKey: { attribute: 'publishable-key' },
    base: {},
    coach: {},
    widget: { attribute: false },
  };

  /** The session, the calls of the server, the clock, and the storage of the tab; tests replace them. */
  static openSession: (publishableKey: string, baseUrl: string) => PageSession = openSession;
  static calls: (session: SessionToken, baseUrl: string) => BookClientCalls = bookClientCalls;
  static now: () => number = Date.now;
  static patience = PATIENCE;
  static storage: () => Storage | null = tabStorage;

  declare publishableKey: string;
  /** The path below which the pages of the partner are: empty, or `/p/{partner}`. */
  declare base: string;
  /** The slug of the coach who is booked here; empty where all coaches are shown, or any of them is booked. */
  declare coach: string;
  /** The widget of the page, which waits outside of it; absent on a page without one. */
  declare widget: HTMLElement | undefined;

  #session: PageSession | undefined;
  #stop: (() => void) | undefined;
  #user: User | null = null;
  #earlier: readonly EarlierSession[] = [];
  /** The id of the service that was chosen here. */
  #chosen = '';

  get #own(): typeof BookClient {
    return this.constructor as typeof BookClient;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Lit takes over properties that were set before the code had come with the first update.
    void this.updateComplete.then(() => (this.isConnected ? this.#begin() : undefined));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  async #begin(): Promise<void> {
    const session = (this.#session ??= this.#own.openSession(this.publishableKey, defaultBaseUrl(import.meta.url)));
    this.#stop?.();
    // Also a sign-out in another tab, and one by the server.
    this.#stop = session.$session.subscribe((user) => {
      if (this.#user && user?.id !== this.#user.id) this.#leave();
    });
    const person = session.$session.get();
    if (person?.role !== 'client') return this.#start(null, null);
    const late = new Promise<null>((done) => setTimeout(done, this.#own.patience, null));
    // Whatever could not be read: the page is then as for any visitor.
    const user = await Promise.race([this.#read(session), late]).catch(() => null);
    if (!this.isConnected) return;
    this.#start(user, session.$session.get()?.id === person.id ? person.id : null);
  }

  /** Reads who is signed in, as they are now, and their last sessions here. */
  async #read({ token }: PageSession): Promise<User> {
    const calls = this.#own.calls(token, defaultBaseUrl(import.meta.url));
    const to = new Date(this.#own.now()).toISOString();
    const found = (coach: string) => calls.getCoach({ coach }).catch(() => null);
    const [user, { items }, here] = await Promise.all([
      calls.getMe({}),
      calls.listMyBookings({ order: 'desc', limit: READ, status: HELD, to }),
      this.coach ? found(this.coach) : null,
    ]);
    const last = lastOfEach(items);
    const ids = this.coach ? [] : [...new Set(last.slice(0, SEARCHED).map(({ coachId }) => coachId))];
    const coaches = [here, ...(await Promise.all(ids.map(found)))].filter((coach) => coach !== null);
    this.#earlier = earlierSessions(last, coaches);
    return user;
  }

  /** Puts the widget into the page: filled in for a client, as for any visitor for null. */
  #start(user: User | null, owner: string | null): void {
    const storage = this.#own.storage();
    if (storage) keepDraftsOf(owner, storage);
    this.#user = owner === null ? null : user;
    this.requestUpdate();
    const { widget } = this;
    if (!widget || widget.isConnected) return;
    const { name = '', email = '', phone = '' } = this.#user ?? {};
    for (const [field, value] of Object.entries({ name, email, phone }))
      if (value) widget.setAttribute(`prefill-${field}`, value);
      else widget.removeAttribute(`prefill-${field}`);
    widget.classList.toggle('signed-in', this.#user !== null);
    this.after(widget);
  }

  /** Starts the widget anew, without anything of the client. */
  #leave(): void {
    const before = this.widget;
    this.#user = null;
    this.#earlier = [];
    this.#chosen = '';
    this.requestUpdate();
    this.widget = before?.cloneNode(true) as HTMLElement | undefined;
    before?.remove();
    // A widget that leaves the page writes a last draft, which goes with the others.
    setTimeout(() => this.isConnected && void this.#begin());
  }

  readonly #signOut = (): void => {
    const session = this.#session!;
    void session.endPush().then(() => session.signOut());
  };

  /** Shows the free times of a service in the widget; empty shows all services. */
  async #choose(service: string): Promise<void> {
    const widget = this.widget!;
    const isShown = (widget.getAttribute('service') ?? '') === service;
    this.#chosen = service;
    this.requestUpdate();
    const ready = new Promise((done) => widget.addEventListener('coach-ready', done, { once: true }));
    widget.removeAttribute('start');
    widget.setAttribute('service', service);
    if (!isShown) await ready;
    // The event comes before what it is about is drawn.
    await (widget as Partial<LitElement>).updateComplete;
    widget.shadowRoot?.querySelector<HTMLElement>('#step')?.focus();
  }

  #query(more: Readonly<Record<string, string>> = {}): string {
    return [addressQuery(this.publishableKey), new URLSearchParams(more).toString()].filter(Boolean).join('&');
  }

  #row({ coach, service, start }: EarlierSession, texts: BookTexts): TemplateResult {
    const [what, again] = [`what-${service.id}`, `again-${service.id}`];
    const names = `${again} ${what}`;
    const act =
      this.coach && this.widget
        ? html`<button type="button" id=${again} aria-labelledby=${names} aria-pressed=${this.#chosen === service.id} @click=${() => this.#choose(service.id)}>${texts.again}</button>`
        : html`<a class="button" id=${again} aria-labelledby=${names} href="${this.base}/book/${coach.slug}?${this.#query({ service: service.id })}">${texts.again}</a>`;
    return html`<li>
      <div>
        <b id=${what}><bdi>${service.title}</bdi></b>
        <span class="quiet">${this.coach ? nothing : html`<bdi>${coach.name}</bdi> · `}<span class="once">${dateText(start)}</span></span>
      </div>
      ${act}
    </li>`;
  }

  #again(texts: BookTexts): unknown {
    if (this.#earlier.length === 0) return nothing;
    return html`<h2 id="last">${texts.last}</h2>
      <ul aria-labelledby="last">${this.#earlier.map((each) => this.#row(each, texts))}</ul>
      ${this.#chosen ? html`<button type="button" class="link" @click=${() => this.#choose('')}>${texts.all}</button>` : nothing}`;
  }

  protected override render(): unknown {
    const user = this.#user;
    if (!user) return nothing;
    const { language, dir, texts } = bookTextsFor(pageLanguage());
    const me = `${this.base}/me`;
    return html`<section lang=${language} dir=${dir} aria-label=${texts.label}>
      <p class="who">
        <span>${filled(texts.signedIn, { name: isolated(user.name) })}</span>
        <a href="${me}?${this.#query()}">${texts.mine}</a>
        <button type="button" class="link" @click=${this.#signOut}>${texts.notYou}</button>
      </p>
      ${user.emailVerified ? nothing : html`<p class="note">${texts.unproven} <a href="${me}/account?${this.#query()}">${texts.prove}</a></p>`}
      ${this.#again(texts)}
    </section>`;
  }
}
