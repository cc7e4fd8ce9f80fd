import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError, learnZones, type SessionToken } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { cityOf } from '@coach-booking/elements/internal/dates/zone';
import { selectField, textField } from '@coach-booking/elements/internal/fields';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { DAY } from '@coach-booking/time/units';
import { pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { PageSection } from '../../page-section.ts';
import { proposeCalls, type Coach, type ProposeCalls, type ProposedTo, type Recommendation } from './calls.ts';
import { bookingLink, momentOf, proposalText, spokenReasons } from './proposal.ts';
import { proposeTextsFor } from './texts/index.ts';

/** Times of so many days are ranked, and so many of them shown. */
const AHEAD = 28 * DAY;
const SHOWN = 10;
const MOST_LEADS = 50;
/** The most times of one proposal. */
const MOST = 3;

/** Leads › Propose times: the best free times for a lead and why, of which up to three are copied with their links. */
export class DeskPropose extends PageSection {
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    coach: { attribute: false },
    base: { attribute: false },
  };

  /** The calls of the server, the clock, and where this page is; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => ProposeCalls = proposeCalls;
  static now: () => number = Date.now;
  static here: () => Pick<Location, 'origin' | 'search'> = () => location;
  static copy: (text: string) => Promise<void> = (text) => navigator.clipboard?.writeText(text) ?? Promise.reject();

  declare session: PageSession;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  /** The base path of the desk. */
  declare base: string;

  #calls: ProposeCalls | null = null;
  #coach: Coach | null = null;
  #leads: readonly ProposedTo[] = [];
  #query = '';
  #lead = '';
  #service = '';
  #times: readonly Recommendation[] | null = null;
  #chosen: readonly string[] = [];

  get #texts() {
    return proposeTextsFor(pageLanguage()).texts;
  }

  get #own(): typeof DeskPropose {
    return this.constructor as typeof DeskPropose;
  }

  get #person(): ProposedTo | undefined {
    return this.#leads.find(({ id }) => id === this.#lead);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(this.#read);
  }

  readonly #read = (): void => {
    this.#calls ??= this.#own.calls(this.session.token, defaultBaseUrl(import.meta.url));
    void this.run('read', async () => {
      const found = await this.#calls!.getCoach({ coach: this.coach });
      if (found.zones) learnZones(found.zones);
      await this.#readLeads();
      this.#coach = found;
      this.#service = found.services[0]?.id ?? '';
      return null;
    });
  };

  async #readLeads(): Promise<void> {
    const q = this.#query.trim();
    const { items } = await this.#calls!.listLeads({ coach: this.coach, limit: MOST_LEADS, ...(q && { q }) });
    this.#leads = items;
    if (!this.#person) this.#lead = this.#leads[0]?.id ?? '';
  }

  readonly #search = (event: Event): void => {
    event.preventDefault();
    this.#forgetTimes();
    void this.run('search', async () => {
      await this.#readLeads();
      return this.#leads.length === 0 ? this.#texts.noneFound : null;
    });
  };

  #forgetTimes(): void {
    this.#times = null;
    this.#chosen = [];
    this.forget();
    this.requestUpdate();
  }

  readonly #rank = (event: Event): void => {
    event.preventDefault();
    this.#forgetTimes();
    const now = this.#own.now();
    const [from, to] = [now, now + AHEAD].map((at) => new Date(at).toISOString()) as [string, string];
    const of = { coach: this.coach, leadId: this.#lead, serviceId: this.#service };
    void this.run('rank', async () => {
      this.#times = await this.#calls!.recommendSlots({ ...of, from, to, limit: SHOWN });
      return this.#times.length === 0 ? this.#texts.noTimes : null;
    });
  };

  protected override sentenceOf(error: unknown): string {
    if (isCoachBookingError(error) && error.code === 'LEAD_NOT_FOUND') return this.#texts.leadGone;
    return super.sentenceOf(error);
  }

  #choose(start: string, isChosen: boolean): void {
    this.#chosen = isChosen ? [...this.#chosen, start] : this.#chosen.filter((each) => each !== start);
    this.forget();
    this.requestUpdate();
  }

  #text(): string {
    const { texts, language } = proposeTextsFor(pageLanguage());
    const { name, slug, services, timeZone } = this.#coach!;
    const at = (start: string) => bookingLink(this.#own.here(), this.base, { slug, service: this.#service, start });
    const service = services.find(({ id }) => id === this.#service)?.title ?? '';
    const person = this.#person!;
    const zone = person.timeZone ?? timeZone;
    const proposal = { name: person.name, coach: name, service, starts: this.#chosen, timeZone: zone, link: at };
    return proposalText(proposal, texts, language);
  }

  readonly #copy = (): void =>
    void this.run('copy', async () => {
      const isCopied = await this.#own.copy(this.#text()).then(
        () => true,
        () => false,
      );
      if (!isCopied) this.renderRoot.querySelector<HTMLTextAreaElement>('#proposal')?.select();
      return isCopied ? this.#texts.copied : this.#texts.notCopied;
    });

  #timeView({ start, confidence = 0, expectedOutcome = 'unknown', reasons = [] }: Recommendation): TemplateResult {
    const { texts, language } = proposeTextsFor(pageLanguage());
    const isChosen = this.#chosen.includes(start);
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(confidence);
    const outcome = `${texts[expectedOutcome]} ${expectedOutcome === 'unknown' ? '' : filled(texts.atLeast, { percent })}`;
    const spoken = new Intl.ListFormat(language).format(
      spokenReasons(reasons, expectedOutcome).map((code) => texts[code]),
    );
    return html`<li class="rule">
      <label class="tick"><input type="checkbox" .checked=${isChosen} ?disabled=${!isChosen && this.#chosen.length >= MOST} aria-describedby="why-${start}" @change=${(event: Event) => this.#choose(start, (event.target as HTMLInputElement).checked)} /> <span><bdi>${momentOf(start, this.#coach!.timeZone, language)}</bdi></span></label>
      <p class="quiet" id="why-${start}">${outcome.trim()} ${spoken ? filled(texts.because, { reasons: spoken }) : nothing}</p>
    </li>`;
  }

  #timesView(times: readonly Recommendation[]): TemplateResult {
    const texts = this.#texts;
    return html`<section aria-labelledby="times">
      <h2 id="times">${texts.times}</h2>
      <p class="quiet">${filled(texts.timesText, { zone: isolated(cityOf(this.#coach!.timeZone)) })}</p>
      <ul>${times.map((time) => this.#timeView(time))}</ul>
    </section>`;
  }

  #proposalView(): TemplateResult {
    const texts = this.#texts;
    return html`<section aria-labelledby="letter">
      <h2 id="letter">${texts.letter}</h2>
      <p class="quiet">${texts.letterNote}</p>
      <div class="field">
        <label for="proposal">${texts.words}</label>
        <textarea id="proposal" readonly dir="auto" .value=${this.#text()}></textarea>
      </div>
      ${this.outcome('copy')}
      <div class="actions"><button type="button" class="go" aria-disabled=${this.isBusy()} @click=${this.#copy}>${texts.copy}</button></div>
    </section>`;
  }

  #form({ services }: Coach): TemplateResult {
    const texts = this.#texts;
    const change = (put: () => void): void => {
      put();
      this.#forgetTimes();
    };
    return html`<form novalidate role="search" @submit=${this.#search}>
        ${textField({ id: 'query', label: texts.search, hint: texts.searchHint, value: this.#query, maxLength: 100, input: (value) => (this.#query = value) })}
        ${this.outcome('search')}
        <div class="actions"><button type="submit" aria-disabled=${this.isBusy()}>${this.isBusy('search') ? this.shared.busy : texts.find}</button></div>
      </form>
      ${
        this.#leads.length === 0
          ? html`<p>${this.#query.trim() ? nothing : texts.noLeads}</p>`
          : html`<form novalidate @submit=${this.#rank}>
            ${selectField({ id: 'lead', label: texts.lead, value: this.#lead, options: this.#leads.map(({ id, name }) => [id, name]), change: (value) => change(() => (this.#lead = value)) })}
            ${selectField({ id: 'service', label: texts.service, value: this.#service, options: services.map(({ id, title }) => [id, title]), change: (value) => change(() => (this.#service = value)) })}
            ${this.outcome('rank')}
            <div class="actions"><button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy('rank') ? this.shared.busy : texts.show}</button></div>
          </form>`
      }`;
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    const isReading = this.isBusy('read') && !this.#coach;
    return html`<div class="sections">
      <section aria-labelledby="who">
        <h2 id="who">${texts.who}</h2>
        <p class="quiet">${texts.whoText}</p>
        ${isReading ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
        ${this.#coach ? (this.#coach.services.length === 0 ? html`<p>${texts.noServices}</p>` : this.#form(this.#coach)) : nothing}
        ${this.#coach || isReading ? nothing : html`<div class="actions"><button type="button" aria-disabled=${this.isBusy()} @click=${this.#read}>${texts.reload}</button></div>`}
      </section>
      ${this.#times && this.#times.length > 0 ? this.#timesView(this.#times) : nothing}
      ${this.#chosen.length > 0 ? this.#proposalView() : nothing}
    </div>`;
  }
}
