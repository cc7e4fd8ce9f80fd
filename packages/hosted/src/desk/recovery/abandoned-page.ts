import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { learnZones, type OutputOf } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { cityOf } from '@coach-booking/elements/internal/dates/zone';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { PageSection } from '../../page-section.ts';
import type { DeskPageProperties } from '../page-properties.ts';
import { recoveryCalls, type AbandonedBooking, type AbandonedStatus, type RecoveryCalls } from './calls.ts';
import { momentText } from './recovery-format.ts';
import { recoveryTextsFor, type RecoveryTexts } from './texts/index.ts';

type Coach = OutputOf<'getCoach'>;

/** The statuses of the filter; `captured` ones are not listed. */
const statuses = ['pending', 'recovery_sent', 'recovered', 'expired', 'withdrawn'] as const;
const MOST_MESSAGES = 2;
const PAGE = 20;

interface Totals {
  readonly totalAbandoned: number;
  readonly recoveryRate: number;
}

/** Leads › Abandoned: bookings that people began and did not finish, and the messages to them. */
export class DeskAbandoned extends PageSection {
  static override styles = [
    ...PageSection.styles,
    css`
      dl {
        display: grid;
        gap: 4px;
      }
      dl > div {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 8px;
      }
      dt {
        color: var(--quiet);
        font-size: var(--text-m);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .totals {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 32px;
      }
      .totals > div {
        display: grid;
      }
      .totals dd {
        font-size: var(--text-l);
        font-weight: 600;
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    coach: { attribute: false },
    addressTo: { attribute: false },
  };

  /** The calls of the server; tests replace them. */
  static calls: typeof recoveryCalls = recoveryCalls;

  declare session: PageSession;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  /** Returns the address of a page of the desk. */
  declare addressTo: DeskPageProperties['addressTo'];

  #calls: RecoveryCalls | undefined;
  #coach: Coach | null = null;
  #rows: readonly AbandonedBooking[] | null = null;
  #totals: Totals | null = null;
  #cursor: string | null = null;
  #status: AbandonedStatus | '' = '';
  #writing: AbandonedBooking | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
  }

  /** Reads the first page anew. */
  readonly #read = (): void =>
    void this.run('read', async () => {
      const { coach, session } = this;
      const { calls } = this.constructor as typeof DeskAbandoned;
      this.#calls ??= calls(session.token, defaultBaseUrl(import.meta.url));
      const found = await this.#calls!.getCoach({ coach });
      learnZones(found.zones);
      this.#coach = found;
      await this.#readPage(null);
      return null;
    });

  async #readPage(cursor: string | null): Promise<void> {
    const query = { limit: PAGE, ...(this.#status && { status: this.#status }), ...(cursor && { cursor }) };
    const page = await this.#calls!.listAbandonedBookings({ coach: this.coach, ...query });
    this.#rows = cursor ? [...(this.#rows ?? []), ...page.items] : page.items;
    const { nextCursor, totalAbandoned, recoveryRate } = page;
    this.#cursor = nextCursor;
    this.#totals = { totalAbandoned, recoveryRate };
  }

  readonly #filter = ({ target }: Event): void => {
    this.#status = (target as HTMLSelectElement).value as AbandonedStatus | '';
    this.forget();
    void this.run('read', async () => {
      await this.#readPage(null);
      return null;
    });
  };

  readonly #more = (): void => {
    const at = this.#rows?.length ?? 0;
    void this.run('more', async () => {
      await this.#readPage(this.#cursor);
      void this.focusOn(`#row-${at}`);
      return null;
    });
  };

  #write(booking: AbandonedBooking): void {
    this.#writing = booking;
    this.forget();
    this.requestUpdate();
  }

  readonly #closed = (): void => {
    this.#writing = null;
    this.requestUpdate();
  };

  readonly #sent = ({ detail }: CustomEvent<AbandonedBooking>): void => {
    const { texts } = recoveryTextsFor(pageLanguage());
    this.#rows = this.#rows?.map((row) => (row.id === detail.id ? detail : row)) ?? null;
    this.tell(detail.id, filled(texts.sent, { name: isolated(detail.lead?.name ?? '') }));
  };

  #titleOf({ serviceId }: AbandonedBooking): string {
    const { texts } = recoveryTextsFor(pageLanguage());
    return this.#coach?.services.find(({ id }) => id === serviceId)?.title ?? texts.noService;
  }

  /** Returns the currency of the price that a discount would lower; undefined where there is none. */
  #currencyOf({ serviceId }: AbandonedBooking): string | undefined {
    const price = this.#coach?.services.find(({ id }) => id === serviceId)?.price;
    return price && price.amount > 0 ? price.currency : undefined;
  }

  /** Renders the button that opens the message, or why there is none. */
  #act(texts: RecoveryTexts, booking: AbandonedBooking, index: number): unknown {
    const { status, lead, recoveryAttempts, id } = booking;
    if (!lead || status === 'recovered' || status === 'withdrawn') return nothing;
    if (recoveryAttempts >= MOST_MESSAGES)
      return html`${this.outcome(id)}<p class="quiet">${texts.blocked_sent_twice}</p>`;
    return html`${this.outcome(id)}
      <div class="actions">
        <button type="button" class="go" aria-describedby="row-${index}" @click=${() => this.#write(booking)}>${texts.write}</button>
      </div>`;
  }

  #row(texts: RecoveryTexts, language: string, booking: AbandonedBooking, index: number): TemplateResult {
    const { lead, selectedSlot, abandonedAt, recoveryAttempts, lastRecoveryAttempt, status } = booking;
    const { timeZone = 'UTC' } = this.#coach ?? {};
    const at = (instant: string) => momentText(instant, language, timeZone);
    const number = new Intl.NumberFormat(language);
    const slot = selectedSlot.start ? at(selectedSlot.start) : texts.noTime;
    const contact = [lead?.email, lead?.phone].filter((each) => each !== undefined && each !== lead?.name);
    return html`<li class="rule">
      <h3 id="row-${index}" tabindex="-1"><bdi>${lead?.name ?? texts.removed}</bdi> <span class="chip">${texts[`status_${status}`]}</span></h3>
      ${contact.length > 0 ? html`<p class="quiet">${contact.map((each, nth) => html`${nth > 0 ? ' · ' : nothing}<bdi>${each}</bdi>`)}</p>` : nothing}
      <dl>
        <div><dt>${texts.chosen}</dt><dd><bdi>${this.#titleOf(booking)}</bdi> · ${slot}</dd></div>
        <div><dt>${texts.abandoned}</dt><dd><time datetime=${abandonedAt}>${at(abandonedAt)}</time></dd></div>
        <div><dt>${texts.messages}</dt><dd>${lastRecoveryAttempt ? filled(texts.attempts, { count: number.format(recoveryAttempts), when: at(lastRecoveryAttempt) }) : texts.noAttempt}</dd></div>
      </dl>
      ${this.#act(texts, booking, index)}
    </li>`;
  }

  #summary(texts: RecoveryTexts, language: string, { totalAbandoned, recoveryRate }: Totals): TemplateResult {
    const count = new Intl.NumberFormat(language).format(totalAbandoned);
    const rate = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(
      recoveryRate / 100,
    );
    return html`<dl class="totals">
      <div><dt>${texts.total}</dt><dd>${count}</dd></div>
      <div><dt>${texts.rate}</dt><dd>${rate}</dd></div>
    </dl>`;
  }

  #list(texts: RecoveryTexts, language: string): unknown {
    const rows = this.#rows;
    if (!rows) return nothing;
    if (rows.length === 0) return html`<p>${this.#status ? texts.noneOfStatus : texts.none}</p>`;
    return html`<ul>
        ${rows.map((booking, index) => this.#row(texts, language, booking, index))}
      </ul>
      ${this.outcome('more')}
      ${this.#cursor ? html`<div class="actions"><button type="button" aria-disabled=${this.isBusy()} @click=${this.#more}>${this.isBusy('more') ? this.shared.busy : texts.more}</button></div>` : nothing}`;
  }

  #sections(texts: RecoveryTexts, language: string, { timeZone, captureIntents }: Coach): TemplateResult {
    const option = (status: AbandonedStatus | '', words: string) =>
      html`<option value=${status} ?selected=${status === this.#status}>${words}</option>`;
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.listTitle}</h2>
      <p class="quiet">${filled(texts.listText, { zone: isolated(cityOf(timeZone)) })}</p>
      ${captureIntents ? nothing : html`<p class="done">${texts.captureOff} <a href=${this.addressTo('recovery')}>${texts.toSettings}</a></p>`}
      ${this.#totals ? this.#summary(texts, language, this.#totals) : nothing}
      <div class="field">
        <label for="status">${texts.status}</label>
        <select id="status" @change=${this.#filter}>
          ${option('', texts.allStatuses)} ${statuses.map((status) => option(status, texts[`status_${status}`]))}
        </select>
      </div>
      ${this.#list(texts, language)}
    </section>`;
  }

  protected override render(): TemplateResult {
    const { texts, language } = recoveryTextsFor(pageLanguage());
    const isReading = this.isBusy('read');
    const coach = this.#coach;
    const writing = this.#writing;
    return html`<div class="sections">
      ${isReading && !this.#rows ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
      ${coach ? this.#sections(texts, language, coach) : nothing}
      ${isReading && !coach ? nothing : html`<div class="actions"><button type="button" aria-disabled=${this.isBusy()} @click=${this.#read}>${isReading ? this.shared.busy : texts.reload}</button></div>`}
      ${
        writing && coach
          ? html`<coach-desk-recovery-message .calls=${this.#calls} .coach=${this.coach} .booking=${writing} .currency=${this.#currencyOf(writing)} .timeZone=${coach.timeZone} @recovery-sent=${this.#sent} @recovery-closed=${this.#closed}></coach-desk-recovery-message>`
          : nothing
      }
    </div>`;
  }
}
