import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { isCoachBookingError } from '@coach-booking/sdk';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { PageSection } from '../../page-section.ts';
import { mailPreview } from '../messages/mail-preview.ts';
import type { AbandonedBooking, RecoveryCalls, RecoveryMessageInput, RecoveryPreview } from './calls.ts';
import { incentiveFields, incentiveOf, noIncentive, type TypedIncentive } from './incentive-fields.ts';
import { blockText, momentText } from './recovery-format.ts';
import { recoveryTextsFor } from './texts/index.ts';

const MOST = 500;

/** The dialog in which a message to one person is written, looked at and sent. */
export class RecoveryMessage extends PageSection {
  static override styles = [
    ...PageSection.styles,

    css`
      dialog {
        width: min(640px, calc(100vw - 16px));
      }
      textarea {
        min-height: 5em;
        font: inherit;
      }
      .counter {
        justify-self: end;
      }
      iframe {
        height: min(480px, 40vh);
      }
      /* In view however long the message is; over the padding of the dialog. */
      .actions {
        position: sticky;
        inset-block-end: -24px;
        margin-block-end: -24px;
        padding-block: 12px 24px;
        background: var(--bg);
      }
    `,
  ];

  static override properties: PropertyDeclarations = {
    calls: { attribute: false },
    coach: { attribute: false },
    booking: { attribute: false },
    currency: { attribute: false },
    timeZone: { attribute: false },
  };

  declare calls: RecoveryCalls;
  declare coach: string;
  declare booking: AbandonedBooking;
  /** Of the service's price; absent where it has none. */
  declare currency: string | undefined;
  declare timeZone: string;

  #channel: 'email' | 'sms' = 'email';
  #words = '';
  #incentive: TypedIncentive = noIncentive;
  #isWrong = false;
  #preview: RecoveryPreview | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    [this.#channel = 'email'] = this.booking.channels ?? [];
    void this.#open();
  }

  async #open(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
    this.#show();
  }

  /** Returns the message as it is typed; null when the discount cannot be. */
  #typed(): RecoveryMessageInput | null {
    const incentive = this.currency === undefined ? undefined : incentiveOf(this.#incentive, this.currency);
    this.#isWrong = incentive === null;
    if (incentive === null) return null;
    const customMessage = this.#words.trim();
    return {
      messageType: this.#channel,
      ...(customMessage && { customMessage }),
      ...(incentive && { incentive }),
    };
  }

  readonly #show = (): void => {
    const typed = this.#typed();
    this.requestUpdate();
    if (!typed) return;
    void this.run('preview', async () => {
      this.#preview = await this.calls.previewRecovery({ coach: this.coach, id: this.booking.id, ...typed });
      return null;
    });
  };

  readonly #send = (event: Event): void => {
    event.preventDefault();
    const typed = this.#typed();
    this.requestUpdate();
    if (!typed) return void this.focusOn('#value');
    if (this.#preview?.blocked) return void this.focusOn('#blocked');
    void this.run('send', async () => {
      const detail = await this.calls.sendRecovery({ coach: this.coach, id: this.booking.id, ...typed });
      this.dispatchEvent(new CustomEvent('recovery-sent', { detail }));
      this.#close();
      return null;
    });
  };

  protected override sentenceOf(error: unknown): string {
    const { texts, language } = recoveryTextsFor(pageLanguage());
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    const { blocked } = error.details;
    if (error.code === 'RECOVERY_BLOCKED' && blocked) return blockText(blocked, texts, language, this.timeZone);
    return error.code === 'INTENT_NOT_FOUND' ? texts.gone : super.sentenceOf(error);
  }

  /** Closes the dialog by its own method, so that the focus returns to its previous place. */
  readonly #close = (): void => this.renderRoot.querySelector<HTMLDialogElement>('dialog')?.close();

  readonly #closed = (): void => void this.dispatchEvent(new CustomEvent('recovery-closed'));

  #channels(): TemplateResult {
    const { texts } = recoveryTextsFor(pageLanguage());
    const { channels = [], lead } = this.booking;
    const way = (channel: 'email' | 'sms', to: string | undefined) => {
      const isPossible = channels.includes(channel) && to !== undefined;
      const pick = () => {
        this.#channel = channel;
        this.#show();
      };
      return html`<label class="tick">
        <input type="radio" name="channel" value=${channel} ?disabled=${!isPossible} .checked=${this.#channel === channel} @change=${pick} />
        <span>${texts[`by_${channel}`]} <span class="quiet">${isPossible ? html`<bdi>${to}</bdi>` : channels.includes(channel) ? texts.noNumber : texts.notAgreed}</span></span>
      </label>`;
    };
    return html`<fieldset class="choices"><legend>${texts.channel}</legend>${way('email', lead?.email)} ${way('sms', lead?.phone)}</fieldset>`;
  }

  #message(): TemplateResult {
    const { texts, language } = recoveryTextsFor(pageLanguage());
    const number = new Intl.NumberFormat(language);
    const input = ({ target }: Event) => {
      this.#words = (target as HTMLTextAreaElement).value;
      this.requestUpdate();
    };
    const count = { count: number.format(this.#words.length), most: number.format(MOST) };
    return html`<div class="field">
      <label for="words">${texts.words}</label>
      <textarea id="words" maxlength=${MOST} dir="auto" spellcheck="true" aria-describedby="words-hint words-count" .value=${this.#words} @input=${input} @change=${this.#show}></textarea>
      <p class="quiet" id="words-hint">${texts.wordsHint}</p>
      <p class="quiet counter" id="words-count">${filled(texts.count, count)}</p>
    </div>`;
  }

  #shown(): unknown {
    const { texts, language } = recoveryTextsFor(pageLanguage());
    const preview = this.#preview;
    if (!preview) return nothing;
    const { subject, text, html: markup, segments, sendsAt, blocked } = preview;
    const isLater = sendsAt !== undefined && Date.parse(sendsAt) > Date.now() + 60_000;
    return html`${blocked ? html`<p class="problem" id="blocked" tabindex="-1">${blockText(blocked, texts, language, this.timeZone)}</p>` : nothing}
      <h3>${texts.preview}</h3>
      ${subject === undefined ? nothing : html`<p><b dir="auto">${subject}</b></p>`}
      ${markup === undefined ? html`<p class="preview" dir="auto">${text}</p>` : keyed(preview, mailPreview(texts.preview, markup))}
      ${segments ? html`<p class="quiet">${filled(texts.segments, { count: segments })}</p>` : nothing}
      ${isLater && !blocked ? html`<p class="quiet">${filled(texts.quietUntil, { when: momentText(sendsAt, language, this.timeZone) })}</p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const { texts } = recoveryTextsFor(pageLanguage());
    const { lead } = this.booking;
    const changed = (to: TypedIncentive) => {
      this.#incentive = to;
      if (to.type === 'none' || to.value !== '') this.#show();
      else this.requestUpdate();
    };
    const incentive = { currency: this.currency, isWrong: this.#isWrong, changed };
    return html`<dialog aria-labelledby="title" @close=${this.#closed}>
      <h2 id="title">${filled(texts.messageTo, { name: isolated(lead?.name ?? '') })}</h2>
      <form novalidate @submit=${this.#send}>
        ${this.#channels()} ${this.#message()} ${incentiveFields(texts, this.#incentive, incentive)}
        ${this.isBusy('preview') && !this.#preview ? html`<p role="status">${this.shared.busy}</p>` : nothing}
        ${this.outcome('preview')} ${this.#shown()} ${this.outcome('send')}
        <div class="actions">
          <button type="submit" class="go" aria-disabled=${this.isBusy() || this.#preview?.blocked !== undefined}>${this.isBusy('send') ? this.shared.busy : texts.send}</button>
          <button type="button" aria-disabled=${this.isBusy()} @click=${this.#show}>${texts.look}</button>
          <button type="button" @click=${this.#close}>${texts.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }
}
