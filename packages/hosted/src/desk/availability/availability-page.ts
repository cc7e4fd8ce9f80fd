import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { CalendarFlowState, SessionToken } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { connect, type CalendarConnection } from '@coach-booking/elements/internal/calendar-connect';
import type { HoursEditor } from '@coach-booking/elements/internal/hours-editor';
import { cityOf } from '@coach-booking/elements/internal/dates/zone';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { showToast } from '../../ui/toasts.ts';
import { pageHead, skeletonView } from '../../ui/views.ts';
import { PageSection } from '../../page-section.ts';
import type { DeskPageProperties } from '../page-properties.ts';
import { Unsaved } from '../unsaved.ts';
import { timeOffCalls, type TimeOffCalls } from './calls.ts';
import { availabilityTextsFor, type AvailabilityTexts } from './texts/index.ts';
import { TimeOffPart } from './time-off-part.ts';

/** The page of the desk with when a coach can be booked: weekly hours, rules, special dates and time off. */
export class DeskAvailability extends PageSection {
  static override styles = [
    ...PageSection.styles,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 24px;
        align-items: start;
      }
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(140px, 100%), 1fr));
        gap: 16px;
      }
      .card > .rows {
        border-radius: var(--small);
      }
      .rows > li {
        justify-content: space-between;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    coach: { attribute: false },
    mayChange: { attribute: false },
    addressTo: { attribute: false },
  };

  /** Makes the calls of the server for a session; tests replace it. */
  static calls: (session: SessionToken, baseUrl: string) => TimeOffCalls = timeOffCalls;
  /** Makes the flow of the calendar, which stores hours and names what they would meet; tests replace it. */
  static connect: typeof connect = connect;

  declare session: PageSession;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  declare mayChange: boolean;
  declare addressTo: DeskPageProperties['addressTo'];

  #calls: TimeOffCalls | null = null;
  #flow: CalendarConnection | null = null;
  #state: CalendarFlowState | null = null;
  #stop: () => void = () => undefined;
  readonly #unsaved = new Unsaved(
    this,
    () => this.#editor?.isChanged ?? false,
    () => this.#editor?.discard(),
  );
  readonly #timeOff = ((page: DeskAvailability) =>
    new TimeOffPart({
      get coach() {
        return page.coach;
      },
      requestUpdate: () => page.requestUpdate(),
      calls: () => page.#calls!,
      zone: () => page.#state?.schedule?.timeZone ?? 'UTC',
      busyText: () => page.shared.busy,
      sentenceOf: (error) => page.sentenceOf(error),
    }))(this);

  get #editor(): HoursEditor | null {
    return this.renderRoot?.querySelector<HoursEditor>('coach-desk-hours') ?? null;
  }

  get #texts(): AvailabilityTexts {
    return availabilityTextsFor(pageLanguage()).texts;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#begin());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    this.#flow?.stop();
    this.#flow = this.#state = null;
  }

  #begin(): void {
    if (!this.isConnected || this.#flow) return;
    const own = this.constructor as typeof DeskAvailability;
    const baseUrl = defaultBaseUrl(import.meta.url);
    this.#calls ??= own.calls(this.session.token, baseUrl);
    const { coach } = this;
    const session = this.session.token;
    const flow = own.connect({
      baseUrl,
      coach,
      timeZone: '',
      view: 'day',
      date: '',
      language: pageLanguage(),
      session,
    });
    this.#flow = flow;
    this.#stop = flow.$state.subscribe((state) => {
      this.#state = state;
      this.requestUpdate();
    });
    flow.start();
    flow.openSchedule();
    void this.#timeOff.read();
  }

  #hours(): TemplateResult {
    const texts = this.#texts;
    const state = this.#state;
    if (!state?.schedule)
      return state?.problem
        ? html`<p class="problem" role="alert">${this.shared[state.problem.code === 'OFFLINE' ? 'offline' : 'server']}</p>
            <div class="actions"><button type="button" @click=${() => this.#flow?.openSchedule()}>${this.shared.retry}</button></div>`
        : skeletonView(this.shared.busy, 8);
    return html`<p class="quiet">${filled(texts.hoursOf, { zone: isolated(cityOf(state.schedule.timeZone)) })}</p>
      <coach-desk-hours lang=${pageLanguage()} .state=${state} .flow=${this.#flow} @hours-saved=${() => showToast(texts.hoursSaved)}></coach-desk-hours>`;
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    const connections = this.mayChange
      ? html`<p class="quiet">${texts.busyElsewhere} <a href=${this.addressTo('connections')}>${texts.busyElsewhereLink}</a></p>`
      : nothing;
    return html`${pageHead({ title: texts.title, text: texts.text, actions: html`<a class="button" href=${this.addressTo('calendar')}>${texts.calendar}</a>` })}
      <div class="columns">
        <section class="card" aria-labelledby="hours"><h2 id="hours">${texts.hours}</h2>${this.#hours()}</section>
        ${this.#state?.schedule ? this.#timeOff.view(this.shared.retry) : nothing} ${connections}
      </div>
      ${this.#timeOff.dialog()} ${this.#unsaved.view(texts)}`;
  }
}
