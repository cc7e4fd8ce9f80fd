import { html, nothing, type TemplateResult } from 'lit';
import type { Booking } from '../desk/bookings/calls.ts';
import { listStyles } from '../desk/lists/list-styles.ts';
import { bookingRows } from './bookings/booking-rows.ts';
import { bookingWords } from './bookings/booking-words.ts';
import { OpenBooking } from './bookings/open-booking.ts';
import type { UserDetail } from './calls.ts';
import { ListLoader } from '../reading/list-loader.ts';
import { AccessEditor } from './access-editor.ts';
import { Loader } from '../reading/loader.ts';
import { factsView, headingView, linkTo, loadedView } from './parts.ts';
import { problemView } from './problem.ts';
import { profileView } from './profile-view.ts';
import { Section } from './section.ts';
import { SessionsEditor } from './sessions-editor.ts';
import { logsView, readLogs, type Logs } from './logs-view.ts';
import { stateOf } from './users-section.ts';

/** Returns the filter for the bookings of an account; null for an admin, who has none. */
const bookingsOf = ({ user: { id, role, coachId, staffId } }: UserDetail) =>
  role === 'client'
    ? { attendeeId: id }
    : role === 'coach' && coachId
      ? { coachId }
      : role === 'staff' && staffId
        ? { staffId }
        : null;

/** `#users/{id}`: an account with all its data. Logs are opened by a button, since each reading is audited. */
export class AdminUser extends Section {
  static override styles = [...Section.styles, listStyles];

  readonly #user = new Loader<UserDetail>();
  readonly #bookings = new ListLoader<Booking>();
  readonly #logs = new Loader<Logs>();
  readonly #access = new AccessEditor(
    this,
    () => this.view,
    () => this.#user.retry(),
  );
  readonly #open = new OpenBooking(
    this,
    () => this.view,
    () => void this.#bookings.refresh(),
  );
  readonly #sessions = new SessionsEditor(this, () => this.view);
  #logsOpen = false;

  constructor() {
    super();
    for (const store of [this.#user.$state, this.#bookings.$state, this.#logs.$state]) this.follow(store);
  }

  protected override begin(): void {
    this.follow(this.view.coaches.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const loader of [this.#user, this.#bookings, this.#logs]) loader.stop();
  }

  protected override read(): void {
    const { calls } = this.view;
    void this.#user.load(async (signal) => {
      const detail = await calls.getUser({ id: this.route.id ?? '' }, { signal });
      this.#sessions.take(detail.user);
      const filter = bookingsOf(detail);
      if (filter)
        void this.#bookings.start((cursor, stop) =>
          calls.listBookings({ ...filter, order: 'desc', ...cursor }, { signal: stop }),
        );
      return detail;
    });
  }

  #openLogs(client: string, coach: string): void {
    this.#logsOpen = true;
    void this.#logs.load((signal) => readLogs(this.view.calls, client, coach, signal));
    void this.focusOn('#logs');
  }

  /** Returns a handler that passes the address in memory, not in the address bar. */
  #handOver(email: string) {
    return () => this.view.$person.set(email);
  }

  #account(detail: UserDetail): TemplateResult {
    const { view } = this;
    const { say, format } = view;
    const { user } = detail;
    return html`<section class="card" aria-labelledby="account">
      <h2 id="account">${say('account')}</h2>
      ${factsView(view, [
        [say('role'), say(`role_${user.role}`)],
        [say('email'), html`<span class="wide-text">${user.email}</span>`],
        [say('state'), stateOf(view, user)],
        [say('secondFactor'), say(user.secondFactor ? 'factorOn' : 'factorOff')],
        [say('phone'), user.phone ? html`<bdi>${user.phone}</bdi>` : null],
        [say('timeZone'), user.timeZone],
        [say('language'), user.language],
        [say('since'), format.day(user.createdAt)],
        ...(detail.coach ? [[say('coach'), linkTo(detail.coach.name, 'calendars', detail.coach.slug)] as const] : []),
      ])}
      <p class="ways">
        ${linkTo(say('auditOfPerson'), 'audit', null, { subject: user.id })}
        <a href="#people" @click=${this.#handOver(user.email)}>${say('exportOrErase')}</a>
      </p>
    </section>`;
  }

  #connections({ connections = [] }: UserDetail): TemplateResult {
    const { say, format } = this.view;
    return html`<section class="card" aria-labelledby="connections">
      <h2 id="connections">${say('connections')}</h2>
      ${connections.length === 0 ? html`<p class="quiet">${say('noConnections')}</p>` : nothing}
      <ul class="coaches">
        ${connections.map(({ coachId, coachName, since }) => html`<li>${linkTo(coachName, 'calendars', coachId)}${since === undefined ? nothing : html`<span class="quiet">${say('since')} ${format.day(since)}</span>`}</li>`)}
      </ul>
    </section>`;
  }

  #logSection({ user, connections = [] }: UserDetail): TemplateResult {
    const { say } = this.view;
    const coach = connections[0]?.coachId;
    const opener = coach
      ? html`<button type="button" @click=${() => this.#openLogs(user.id, coach)}>${say('showLogs')}</button>`
      : html`<p class="quiet">${say('noLogCoach')}</p>`;
    return html`<section class="card" aria-labelledby="logs">
      <h2 id="logs" tabindex="-1">${say('logs')}</h2>
      <p class="quiet">${say('logsText')}</p>
      ${this.#logsOpen ? loadedView(this.view, this.#logs.$state.get(), this.#logs.retry, (logs) => logsView(this.view, logs)) : opener}
    </section>`;
  }

  #bookingSection(detail: UserDetail): TemplateResult | typeof nothing {
    const { say } = this.view;
    const filter = bookingsOf(detail);
    if (!filter) return nothing;
    const query =
      'attendeeId' in filter
        ? { attendee: filter.attendeeId }
        : 'coachId' in filter
          ? { coach: filter.coachId }
          : { staff: filter.staffId };
    return html`<section class="card" aria-labelledby="bookings">
      <h2 id="bookings">${say('personBookings')}</h2>
      ${this.#bookingRows()}
      <p>${linkTo(say('allOfThem'), 'bookings', null, query)}</p>
    </section>`;
  }

  #bookingRows(): TemplateResult {
    const { view } = this;
    const words = bookingWords(view, view.format.timeZone, this.#open);
    const none = { title: words.texts.none_all, text: words.texts.noneText };
    return bookingRows(view, this.#bookings, { label: view.say('personBookings'), words, open: this.#open, none });
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { say } = view;
    const state = this.#user.$state.get();
    const back = html`<p>${linkTo(say('back'), 'users')}</p>`;
    if (state.phase !== 'ready')
      return html`${headingView(say('users'))} ${back} ${state.phase === 'failed' ? problemView(view, state.problem, this.#user.retry) : html`<p role="status">${say('loading')}</p>`}`;
    const detail = state.value;
    this.#access.take(detail.user);
    const isClient = detail.user.role === 'client';
    return html`${headingView(detail.user.name)} ${back}
      <div class="cards">
        ${this.#account(detail)} ${this.#access.render(detail.user)} ${this.#sessions.render(detail.user)} ${isClient ? [profileView(view, detail.profile), this.#connections(detail), this.#logSection(detail)] : nothing}
        ${this.#bookingSection(detail)}
      </div>
      ${this.#open.panel(view.format.timeZone)}`;
  }
}
