import type { Challenge } from '@coach-booking/sdk';
import { providerApi, type ProviderApi } from './provider.ts';

/** The appearance of a challenge. */
export interface ChallengeAppearance {
  readonly language: string;
  readonly theme: 'light' | 'dark';
}

/** The callbacks of a challenge. */
export interface ChallengeEvents {
  passed(token: string): void;
  expired(): void;
  failed(): void;
}

const MIN_WIDTH = { turnstile: 300, hcaptcha: 303 } as const;

/**
 * The provider's widget in a child of the element: the provider's script searches the document, which does not include
 * a shadow root.
 */
export class ChallengeBox {
  readonly #place = document.createElement('div');
  #shown: { readonly api: ProviderApi; readonly widget: unknown } | undefined;

  constructor(element: HTMLElement) {
    this.#place.slot = 'challenge';
    element.append(this.#place);
  }

  /** Rejects when the provider's script cannot be loaded. */
  async show(
    { provider, siteKey }: Challenge,
    { language, theme }: ChallengeAppearance,
    { passed, expired, failed }: ChallengeEvents,
  ): Promise<void> {
    const api = await providerApi(provider);
    if (!this.#place.isConnected) return;
    const narrow = this.#place.clientWidth < MIN_WIDTH[provider];
    const widget = api.render(this.#place, {
      sitekey: siteKey,
      theme,
      callback: passed,
      'expired-callback': expired,
      'error-callback': () => {
        failed();
        return true;
      },
      ...(provider === 'turnstile'
        ? { language, size: narrow ? 'compact' : 'flexible', 'response-field': false, 'timeout-callback': expired }
        : { hl: language, size: narrow ? 'compact' : 'normal' }),
    });
    this.#shown = { api, widget };
  }

  /** Shows the challenge again. */
  reset(): void {
    if (this.#shown) this.#shown.api.reset(this.#shown.widget);
  }

  remove(): void {
    this.#shown?.api.remove(this.#shown.widget);
    this.#shown = undefined;
    this.#place.remove();
  }
}
