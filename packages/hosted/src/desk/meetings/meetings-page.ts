import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError, learnZones, type SessionToken, type User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { cityOf } from '@coach-booking/elements/internal/dates/zone';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { openTab, type NewTab } from '@coach-booking/elements/internal/new-tab';
import { DAY } from '@coach-booking/time/units';
import { pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { PageSection } from '../../page-section.ts';
import { meetingCalls, type Meeting, type MeetingCalls, type Meetings } from './calls.ts';
import { meetingFacts } from './meeting-facts.ts';
import { meetingFormat, type MeetingFormat } from './meeting-format.ts';
import { meetingTextsFor } from './texts/index.ts';

const AHEAD = 14 * DAY;
const BACK = 30 * DAY;

/** The meetings that providers make for a coach's bookings: those to come, to be started, and who was at the others. */
export class DeskMeetings extends PageSection {
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    user: { attribute: false },
    coach: { attribute: false },
  };

  /** The calls of the server, the clock, and new tabs; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => MeetingCalls = meetingCalls;
  static now: () => number = Date.now;
  static openTab: () => NewTab | null = openTab;

  declare session: PageSession;
  declare user: User;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;

  #calls: MeetingCalls | null = null;
  #found: Meetings | null = null;
  /** The link of a meeting for which the browser opened no tab. It is kept here alone, until it is pressed. */
  #link: { readonly id: string; readonly url: string } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(this.#read);
  }

  get #own(): typeof DeskMeetings {
    return this.constructor as typeof DeskMeetings;
  }

  readonly #read = (): void =>
    void this.run('read', async () => {
      const now = this.#own.now();
      this.#calls ??= this.#own.calls(this.session.token, defaultBaseUrl(import.meta.url));
      const at = (instant: number) => new Date(instant).toISOString();
      const range = { from: at(now - BACK), to: at(now + AHEAD) };
      const found = await this.#calls.listZoomMeetings({ coach: this.coach, ...range });
      learnZones(found.zones);
      this.#found = found;
      return null;
    });

  protected override sentenceOf(error: unknown): string {
    const { texts } = meetingTextsFor(pageLanguage());
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    if (error.code === 'MEETING_NOT_READY') return texts.notReady;
    if (error.code === 'PROVIDER_UNAVAILABLE') return texts.away;
    if (error.code === 'FORBIDDEN') return texts.notYours;
    return super.sentenceOf(error);
  }

  #start({ id }: Meeting): void {
    if (this.isBusy()) return;
    const { texts } = meetingTextsFor(pageLanguage());
    const tab = this.#own.openTab();
    this.#link = null;
    void this.run(id, async () => {
      const { url } = await this.#calls!.createHostLink({ id }).catch((error: unknown) => {
        tab?.close();
        throw error;
      });
      if (tab) tab.lead(url);
      else this.#link = { id, url };
      return tab ? texts.opened : texts.blocked;
    });
  }

  #mayStart({ status, staffId }: Meeting): boolean {
    const { role, staffId: own } = this.user;
    return status === 'scheduled' && (role !== 'staff' || (own !== undefined && own === staffId));
  }

  #startView(meeting: Meeting): unknown {
    if (!this.#mayStart(meeting)) return nothing;
    const { texts } = meetingTextsFor(pageLanguage());
    const { id } = meeting;
    const pressed = (): void => {
      this.#link = null;
      this.forget();
      this.requestUpdate();
    };
    const link = this.#link?.id === id ? this.#link.url : undefined;
    return html`${this.outcome(id)}
      ${link ? html`<p><a href=${link} target="_blank" rel="noopener noreferrer" @click=${pressed}>${texts.open}</a></p>` : nothing}
      <div class="actions">
        <button type="button" class="go" aria-describedby="called-${id} note-${id}" aria-disabled=${this.isBusy()} @click=${() => this.#start(meeting)}>
          ${this.isBusy(id) ? this.shared.busy : texts.start}
        </button>
      </div>
      <p class="quiet" id="note-${id}">${texts.startNote}</p>`;
  }

  #list(meetings: readonly Meeting[], format: MeetingFormat, isOver: boolean): TemplateResult {
    const { texts } = meetingTextsFor(pageLanguage());
    if (meetings.length === 0) return html`<p>${texts.none}</p>`;
    return html`<ul>
      ${meetings.map(
        (meeting) =>
          html`<li class="rule">
            <h3 id="called-${meeting.id}"><bdi>${meeting.topic}</bdi></h3>
            ${meetingFacts(meeting, texts, format, isOver)} ${isOver ? nothing : this.#startView(meeting)}
          </li>`,
      )}
    </ul>`;
  }

  #sections({ meetings, timeZone }: Meetings): TemplateResult {
    const { texts, language } = meetingTextsFor(pageLanguage());
    const format = meetingFormat(language, timeZone);
    const now = this.#own.now();
    const isOver = ({ end, status }: Meeting) => status === 'completed' || Date.parse(end) <= now;
    const zone = isolated(cityOf(timeZone));
    return html`<section aria-labelledby="coming">
        <h2 id="coming">${texts.coming}</h2>
        <p class="quiet">${filled(texts.comingText, { zone })}</p>
        ${this.#list(
          meetings.filter((meeting) => !isOver(meeting)),
          format,
          false,
        )}
      </section>
      <section aria-labelledby="past">
        <h2 id="past">${texts.past}</h2>
        <p class="quiet">${texts.pastText}</p>
        ${this.#list(meetings.filter(isOver).reverse(), format, true)}
      </section>`;
  }

  protected override render(): TemplateResult {
    const { texts } = meetingTextsFor(pageLanguage());
    const isReading = this.isBusy('read');
    return html`<div class="sections">
      ${isReading && !this.#found ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
      ${this.#found ? this.#sections(this.#found) : nothing}
      ${isReading && !this.#found ? nothing : html`<div class="actions"><button type="button" aria-disabled=${this.isBusy()} @click=${this.#read}>${isReading ? this.shared.busy : texts.reload}</button></div>`}
    </div>`;
  }
}
