import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SessionToken } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { PageSection } from '../page-section.ts';
import { pageLanguage } from '../page-language.ts';
import { browserPush, deviceIdOf, type BrowserPush, type BrowserSubscription } from './browser-push.ts';
import { pushCalls, type Device, type PushCalls } from './calls.ts';
import { pushTextsFor } from './texts/index.ts';

/** Push messages on this device: switched on and off by a press, and the other devices of the same person. */
export class PushSection extends PageSection {
  static override properties: PropertyDeclarations = { session: { attribute: false } };

  /** The calls of the server, and the browser; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => PushCalls = pushCalls;
  static browser: BrowserPush = browserPush;

  /** The token of who signed in. */
  declare session: SessionToken;

  #calls: PushCalls | null = null;
  #devices: readonly Device[] | null = null;
  #here: BrowserSubscription | null = null;
  #hereId = '';

  get #browser(): BrowserPush {
    return (this.constructor as typeof PushSection).browser;
  }

  get #server(): PushCalls {
    const { calls } = this.constructor as typeof PushSection;
    return (this.#calls ??= calls(this.session, defaultBaseUrl(import.meta.url)));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.run('read', async () => {
      if (this.#browser.isSupported) this.#here = await this.#browser.current();
      await this.#read();
      return null;
    });
  }

  async #read(): Promise<void> {
    this.#hereId = this.#here ? await deviceIdOf(this.#here.endpoint) : '';
    this.#devices = await this.#server.listPushSubscriptions({});
  }

  readonly #switchOn = (): void =>
    void this.run('here', async () => {
      const { texts } = pushTextsFor(pageLanguage());
      // In the press itself: a browser refuses questions that come by themselves.
      if (!(await this.#browser.ask())) throw new NotAllowed();
      const { publicKey } = await this.#server.getPushKey({});
      this.#here = await this.#browser.subscribe(publicKey);
      const { endpoint, keys } = this.#here.toJSON();
      await this.#server.addPushSubscription({
        endpoint: endpoint!,
        keys: { p256dh: keys!['p256dh']!, auth: keys!['auth']! },
      });
      await this.#read();
      return texts.switchedOn;
    });

  readonly #switchOff = (): void =>
    void this.run('here', async () => {
      const { texts } = pushTextsFor(pageLanguage());
      await this.#server.removePushSubscription({ id: this.#hereId });
      await this.#here?.unsubscribe();
      this.#here = null;
      await this.#read();
      return texts.switchedOff;
    });

  #remove(id: string): void {
    void this.run('others', async () => {
      await this.#server.removePushSubscription({ id });
      await this.#read();
      return pushTextsFor(pageLanguage()).texts.removed;
    });
  }

  protected override sentenceOf(error: unknown): string {
    const { texts } = pushTextsFor(pageLanguage());
    if (error instanceof NotAllowed) return this.#browser.isForbidden() ? texts.forbidden : texts.refused;
    // What a browser throws when its push service is not there.
    return error instanceof DOMException ? texts.failed : super.sentenceOf(error);
  }

  #thisDevice(devices: readonly Device[]): TemplateResult {
    const { texts } = pushTextsFor(pageLanguage());
    if (!this.#browser.isSupported) return html`<p>${texts.unsupported}</p>`;
    const isOn = devices.some(({ id }) => id === this.#hereId);
    if (!isOn && this.#browser.isForbidden()) return html`<p>${texts.forbidden}</p>`;
    return html`<div class="row">
      <span>${isOn ? texts.on : texts.off}</span>
      <button type="button" class=${isOn ? '' : 'go'} aria-disabled=${this.isBusy()} @click=${isOn ? this.#switchOff : this.#switchOn}>
        ${this.isBusy('here') ? this.shared.busy : isOn ? texts.switchOff : texts.switchOn}
      </button>
    </div>`;
  }

  #others(devices: readonly Device[]): unknown {
    const { texts, language } = pushTextsFor(pageLanguage());
    const others = devices.filter(({ id }) => id !== this.#hereId);
    if (others.length === 0) return nothing;
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    const since = (instant: string) => day.format(wallDate(instant, deviceZone()));
    return html`<h3>${texts.others}</h3>
      <ul>
        ${others.map(
          ({ id, service, createdAt }) =>
            html`<li class="row">
              <span id="device-${id}">${filled(texts.device, { service: isolated(service), when: since(createdAt) })}</span>
              <button type="button" id="remove-${id}" aria-labelledby="remove-${id} device-${id}" aria-disabled=${this.isBusy()} @click=${() => this.#remove(id)}>${texts.remove}</button>
            </li>`,
        )}
      </ul>`;
  }

  protected override render(): TemplateResult {
    const { texts } = pushTextsFor(pageLanguage());
    const devices = this.#devices;
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.title}</h2>
      <p class="quiet">${texts.chosen} ${texts.text}</p>
      ${this.outcome('read')} ${devices ? this.#thisDevice(devices) : nothing} ${this.outcome('here')}
      ${devices ? this.#others(devices) : nothing} ${this.outcome('others')}
    </section>`;
  }
}

/** The person, or their browser, allowed no notifications. */
class NotAllowed extends Error {}
