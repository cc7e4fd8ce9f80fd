import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { PageSection } from '../../page-section.ts';
import type { MessageCalls, Messaging } from './calls.ts';
import { messageTextsFor } from './texts/index.ts';

/** By what messages go, and when not. Only an admin may read what the business has set up. */
export class ChannelsSection extends PageSection {
  static override properties: PropertyDeclarations = { calls: { attribute: false }, isAdmin: { attribute: false } };

  declare calls: MessageCalls;
  declare isAdmin: boolean;

  #messaging: Messaging | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.isAdmin) return;
    void this.run('read', async () => {
      this.#messaging = await this.calls.getMessaging({});
      return null;
    });
  }

  #sms(): string {
    const { texts, language } = messageTextsFor(pageLanguage());
    if (!this.#messaging) return texts.smsByAdmin;
    const { sms } = this.#messaging;
    if (!sms) return texts.smsOff;
    const from = isolated(sms.from ?? sms.messagingServiceSid ?? '');
    return filled(texts.smsOn, { from, count: new Intl.NumberFormat(language).format(sms.maxPerDay) });
  }

  #quiet(): string {
    const { texts } = messageTextsFor(pageLanguage());
    const hours = this.#messaging?.quietHours;
    return hours ? filled(texts.quiet, { from: isolated(hours.from), to: isolated(hours.to) }) : texts.quietByAdmin;
  }

  protected override render(): TemplateResult {
    const { texts } = messageTextsFor(pageLanguage());
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.channelsTitle}</h2>
      ${this.outcome('read')}
      ${
        this.isAdmin && !this.#messaging
          ? nothing
          : html`<ul><li>${texts.channelEmail}</li><li>${this.#sms()}</li><li>${texts.channelPush}</li><li>${this.#quiet()}</li></ul>`
      }
    </section>`;
  }
}
