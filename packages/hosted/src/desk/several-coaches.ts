import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { PageSession } from '../sign-in/session.ts';
import type { CoachChoice } from './coach-choice.ts';
import type { PlaceController } from './place-controller.ts';
import { addressOf } from './place.ts';
import type { DeskTexts } from './texts/index.ts';

/** The number of coaches whose calendars stand side by side at first. */
const AT_FIRST = 4;

/** The calendars of several coaches side by side, for an admin: their code comes when they are first shown. */
export class SeveralCoaches {
  /** Brings the code; tests replace it. */
  static load: () => Promise<unknown> = () => import('./side-by-side/define.ts');

  #state: 'new' | 'loading' | 'ready' | 'failed' = 'new';

  constructor(
    private readonly host: LitElement & { readonly base: string },
    private readonly where: PlaceController,
    private readonly coaches: CoachChoice,
  ) {}

  /** Whether the address names coaches whose calendars are to stand side by side. */
  get isShown(): boolean {
    const { page, coaches } = this.where.place;
    return page === 'calendar' && coaches.length > 0;
  }

  /** Renders the link to the calendars side by side, with the chosen coach first; nothing where there is one coach. */
  link({ sideBySide }: DeskTexts, slot: string | typeof nothing = nothing): unknown {
    const { coach } = this.where.place;
    const others = (this.coaches.known ?? []).map(({ slug }) => slug).filter((slug) => slug !== coach);
    const shown = [...(coach ? [coach] : []), ...others].slice(0, AT_FIRST);
    if (shown.length < 2) return nothing;
    const query = { coaches: shown.join(',') };
    const href = addressOf(this.host.base, 'calendar', `?${this.where.query}`, { query });
    return html`<a class="button side-link" slot=${slot} href=${href}>${sideBySide}</a>`;
  }

  view(session: PageSession, texts: DeskTexts, retry: string): TemplateResult {
    if (this.#state === 'new') void this.#bring();
    if (this.#state === 'failed')
      return html`<div class="problem" role="alert"><p>${texts.failed}</p></div>
        <p><button type="button" class="go retry" @click=${() => void this.#bring()}>${retry}</button></p>`;
    if (this.#state !== 'ready')
      return html`<div class="waiting" role="status"><span class="vh">${texts.loading}</span><span></span><span></span><span></span></div>`;
    const { coaches, date } = this.where.place;
    return html`<coach-desk-side-by-side .session=${session} .coaches=${this.coaches.known} .chosen=${coaches} date=${date || nothing} .addressTo=${this.#address} .moved=${this.#moved}></coach-desk-side-by-side>`;
  }

  readonly #address = (page: 'calendar', parts: Parameters<typeof addressOf>[3]): string =>
    addressOf(this.host.base, page, `?${this.where.query}`, parts);

  readonly #moved = (chosen: readonly string[], date: string): void => {
    const isStep = this.where.place.date !== '' && date !== this.where.place.date;
    // Without any of them the address still names the page side by side.
    this.where.write({ coaches: chosen.join(',') || '-', date }, isStep, null);
  };

  async #bring(): Promise<void> {
    this.#state = 'loading';
    await SeveralCoaches.load().then(
      () => (this.#state = 'ready'),
      () => (this.#state = 'failed'),
    );
    this.host.requestUpdate();
  }
}
