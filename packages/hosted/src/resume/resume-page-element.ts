import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { isCoachBookingError, zoneOrOwn } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { unbroken } from '@coach-booking/elements/internal/dates/unbroken';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { addressQuery, pageLanguage } from '../page-language.ts';
import { problemOf } from '../sign-in/problem.ts';
import { styles } from '../styles.ts';
import { businessView } from '../ui/business.ts';
import { resumeCalls, type FreeSlot, type Resumed, type ResumeCalls } from './calls.ts';
import { resumeStyles } from './styles.ts';
import { resumeTextsFor, type ResumeTexts } from './texts/index.ts';

type Problem = 'dead' | 'offline' | 'limited' | 'setup' | 'server';

const problemIn = (error: unknown): Problem => {
  if (isCoachBookingError(error) && error.status === 404) return 'dead';
  const problem = problemOf(error);
  return problem === 'offline' || problem === 'limited' || problem === 'setup' ? problem : 'server';
};

/**
 * The page of `/resume/{token}`, which a recovery's link opens: the booking form as the visitor left it, with the
 * nearest free times where the chosen one is taken. Opening it changes nothing. The server writes its attributes.
 */
export class ResumePage extends LitElement {
  static override styles = [styles, resumeStyles];

  static override properties = {
    publishableKey: { attribute: 'publishable-key' },
    partner: {},
    logoUrl: { attribute: 'logo-url' },
    token: {},
  };

  /** The calls of the server, and what brings the booking element; tests replace them. */
  static calls: (publishableKey: string, baseUrl: string) => ResumeCalls = resumeCalls;
  static load: () => Promise<unknown> = () => import('@coach-booking/elements/coach-booking');
  /** Returns the zone in which times are shown; the one of the device, as in the form. */
  static zone: () => string = () => zoneOrOwn();

  declare publishableKey: string;
  declare partner: string;
  declare logoUrl: string | undefined;
  declare token: string;

  #found: Resumed | null = null;
  #problem: Problem | null = null;
  /** The start with which the form begins; empty: the visitor chooses in the calendar. */
  #start = '';
  #withdrawing: 'no' | 'busy' | 'done' | Problem = 'no';

  get #own(): typeof ResumePage {
    return this.constructor as typeof ResumePage;
  }

  get #calls(): ResumeCalls {
    return this.#own.calls(this.publishableKey, defaultBaseUrl(import.meta.url));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  readonly #read = async (): Promise<void> => {
    this.#problem = null;
    this.requestUpdate();
    await this.updateComplete;
    try {
      const found = await this.#calls.getResume({ token: this.token });
      if (found.state === 'open') await this.#own.load();
      this.#start = found.slot?.start ?? '';
      this.#found = found;
    } catch (error) {
      this.#problem = problemIn(error);
    }
    this.requestUpdate();
  };

  /** Shows the form at another time, with the focus on it. */
  async #take({ start }: FreeSlot): Promise<void> {
    this.#start = start;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#form')?.focus();
  }

  readonly #withdraw = async (): Promise<void> => {
    if (this.#withdrawing === 'busy') return;
    this.#withdrawing = 'busy';
    this.requestUpdate();
    try {
      await this.#calls.withdrawResume({ token: this.token });
      this.#withdrawing = 'done';
    } catch (error) {
      this.#withdrawing = problemIn(error);
    }
    this.requestUpdate();
    await this.updateComplete;
    // The button is gone, so the focus moves to the outcome, which a screen reader announces.
    if (this.#withdrawing === 'done') this.renderRoot.querySelector<HTMLElement>('.withdraw [role=status]')?.focus();
  };

  #when(start: string, language: string): string {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' });
    return unbroken(format.formatToParts(wallDate(start, this.#own.zone())));
  }

  /** Renders what became of the time that was chosen, with others where it is taken. */
  #times(texts: ResumeTexts, language: string, { slot, chosen, alternatives }: Resumed): unknown {
    if (slot) return html`<p>${filled(texts.stillFree, { when: isolated(this.#when(slot.start, language)) })}</p>`;
    const isGone = chosen !== undefined;
    if (alternatives.length === 0) return html`<p>${isGone ? texts.goneNone : texts.chooseTime}</p>`;
    return html`<p id="others">${isGone ? texts.gone : texts.suggested}</p>
      <ul aria-labelledby="others">
        ${alternatives.map(
          (other) =>
            html`<li><button type="button" aria-pressed=${this.#start === other.start} @click=${() => this.#take(other)}>${this.#when(other.start, language)}</button></li>`,
        )}
      </ul>`;
  }

  #incentive(texts: ResumeTexts, language: string, { incentive }: Resumed): unknown {
    if (!incentive) return nothing;
    const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
      wallDate(incentive.expiresAt, this.#own.zone()),
    );
    return html`<p class="offer">${filled(texts.code, { code: isolated(incentive.code), until: isolated(until) })}</p>`;
  }

  #form({ coach, service, contact, incentive }: Resumed): TemplateResult {
    const { name = '', email = '', phone = '' } = contact ?? {};
    return html`<div id="form" tabindex="-1">
      ${keyed(
        this.#start,
        html`<coach-booking publishable-key=${this.publishableKey} coach=${coach.slug} service=${service?.id ?? ''} prefill-name=${name} prefill-email=${email} prefill-phone=${phone} prefill-start=${this.#start} prefill-resume=${this.token} incentive-code=${incentive?.code ?? nothing} loading="eager"></coach-booking>`,
      )}
    </div>`;
  }

  #stop(texts: ResumeTexts): TemplateResult {
    const state = this.#withdrawing;
    const isProblem = state !== 'no' && state !== 'busy' && state !== 'done';
    return html`<section class="withdraw" aria-labelledby="stop">
      <h2 id="stop">${texts.stopTitle}</h2>
      <div role="alert">${isProblem ? html`<p class="problem">${texts[state]}</p>` : nothing}</div>
      <p role="status" tabindex="-1">${state === 'done' ? texts.stopped : texts.stopText}</p>
      ${state === 'done' ? nothing : html`<button type="button" aria-disabled=${state === 'busy'} @click=${this.#withdraw}>${state === 'busy' ? texts.busy : texts.stop}</button>`}
    </section>`;
  }

  #open(texts: ResumeTexts, language: string, found: Resumed): TemplateResult {
    const { coach, service } = found;
    const coachName = isolated(coach.name);
    const about = service
      ? filled(texts.about, { service: isolated(service.title), coach: coachName })
      : filled(texts.noService, { coach: coachName });
    return html`<header>
        <div>${businessView(this.partner, this.logoUrl)}</div>
        <h1>${texts.title}</h1>
        <p>${about}</p>
        ${service ? this.#times(texts, language, found) : nothing} ${this.#incentive(texts, language, found)}
      </header>
      ${this.#form(found)} ${this.#stop(texts)}`;
  }

  #card(title: string, text: string, more: unknown): TemplateResult {
    return html`<section class="card narrow">
      <div>${businessView(this.partner, this.logoUrl)}</div>
      <h1>${title}</h1>
      <p>${text}</p>
      ${more}
    </section>`;
  }

  #over(texts: ResumeTexts, { state, coach }: Resumed): TemplateResult {
    const on = html`<a href="/book/${coach.slug}?${addressQuery(this.publishableKey)}">${filled(texts.bookCoach, { coach: isolated(coach.name) })}</a>`;
    if (state === 'used') return this.#card(texts.usedTitle, texts.usedText, on);
    if (state === 'withdrawn') return this.#card(texts.withdrawnTitle, texts.withdrawnText, on);
    return this.#card(texts.expiredTitle, texts.expiredText, on);
  }

  #content(texts: ResumeTexts, language: string): TemplateResult {
    const problem = this.#problem;
    if (problem === 'dead') return this.#card(texts.deadTitle, texts.dead, nothing);
    if (problem)
      return this.#card(
        texts.title,
        texts[problem],
        html`<button type="button" class="go" @click=${this.#read}>${texts.again}</button>`,
      );
    if (!this.#found) return this.#card(texts.title, texts.busy, nothing);
    return this.#found.state === 'open' ? this.#open(texts, language, this.#found) : this.#over(texts, this.#found);
  }

  protected override render(): TemplateResult {
    const { language, dir, texts } = resumeTextsFor(pageLanguage());
    return html`<div lang=${language} dir=${dir} aria-busy=${!this.#found && !this.#problem}>
      ${this.#content(texts, language)}
    </div>`;
  }
}
