import { createKeyTransport } from '@coach-booking/sdk';
import { adoptStyles, render, type ReactiveController } from 'lit';
import { defaultBaseUrl } from '../../internal/base-url.ts';
import { sayer } from '../../internal/i18n/say.ts';
import { moreTokens } from '../../internal/theme/more-tokens.ts';
import { statusTokens } from '../../internal/theme/status-tokens.ts';
import { tokens } from '../../internal/theme/tokens.ts';
import { enTeam } from '../../translations/en-team.ts';
import { addEnglish, type Translation } from '../../translations/index.ts';
import type { CoachBooking } from '../coach-booking.ts';
import { loadSteps } from '../load-steps.ts';
import { innerWidget, isPassedOn, speaker } from '../modes/inner-widget.ts';
import { whenNear } from '../near-viewport.ts';
import type { View } from '../view.ts';
import { choiceIn } from './kept-choice.ts';
import { readTeam, type Team } from './read-team.ts';
import { teamStyles } from './styles.ts';
import { teamCalls } from './team-calls.ts';
import { chooserView } from './view.ts';

/** The name of the whole team, where otherwise a coach is named. */
const ALL = '*';

/**
 * Draws in an element with `team` or `coaches` the coaches, of whom one is chosen, or any of them; then an element for
 * that choice, and the way back.
 */
export class Chooser implements ReactiveController {
  readonly #element: CoachBooking;
  readonly #root: ShadowRoot;
  readonly #observer: MutationObserver;
  readonly #speak: () => void;
  #translation: Translation | undefined;
  #team: Team | null = null;
  #widget: CoachBooking | undefined;
  #isBegun = false;
  #turn = 0;
  #stopWatching: (() => void) | undefined;

  constructor(element: CoachBooking) {
    addEnglish(enTeam);
    this.#element = element;
    this.#root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    adoptStyles(this.#root, [tokens, statusTokens, moreTokens, teamStyles]);
    this.#speak = speaker(element, (translation) => {
      this.#translation = translation;
      this.#draw();
    });
    this.#observer = new MutationObserver((changes) => this.#attributesChanged(changes));
    element.addController(this);
  }

  /** Starts, once for each time that the element is in a page; what was chosen stays when it is moved. */
  begin(): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    this.#observer.observe(this.#element, { attributes: true });
    this.#speak();
    this.#draw();
    const load = () => void this.#load();
    if (this.#team || this.#widget) return;
    if (this.#element.getAttribute('loading') === 'eager') load();
    else this.#stopWatching = whenNear(this.#element, load);
  }

  hostDisconnected(): void {
    this.#isBegun = false;
    this.#observer.disconnect();
    this.#stopWatching?.();
  }

  #value(name: 'publishableKey' | 'service' | 'baseUrl' | 'manageToken'): string {
    return this.#element[name] || '';
  }

  /** Ids or slugs; undefined for the whole team. */
  get #names(): readonly string[] | undefined {
    const named = this.#element
      .getAttribute('coaches')
      ?.split(/[\s,]+/)
      .filter(Boolean);
    return named?.length ? [...new Set(named)] : undefined;
  }

  get #kept() {
    return choiceIn(
      [this.#value('publishableKey'), this.#value('baseUrl'), this.#names ?? ALL, this.#element.id].join(),
    );
  }

  async #load(): Promise<void> {
    const mine = ++this.#turn;
    const names = this.#names;
    const baseUrl = this.#value('baseUrl') || defaultBaseUrl(import.meta.url);
    const [publishableKey, service] = [this.#value('publishableKey'), this.#value('service')];
    if (this.#value('manageToken')) return this.#show(ALL);
    // The problems with a key are those of the widget, which explains them.
    if (!publishableKey.startsWith('pk_')) return this.#show(ALL);
    // The way back through a reload: the widget has the draft of that choice.
    const kept = this.#kept.read();
    if (kept) return this.#show(kept);
    const fetch: typeof globalThis.fetch = (...request) => globalThis.fetch(...request);
    try {
      const now = (this.#element.constructor as typeof CoachBooking).now();
      const team = await readTeam(
        teamCalls(createKeyTransport({ publishableKey, baseUrl, fetch })),
        names,
        service,
        now,
      );
      if (mine !== this.#turn) return;
      this.#team = team;
      this.#brand();
      const [only] = team.coaches;
      if (only && team.coaches.length === 1) return this.#show(only.slug);
      this.#draw();
      this.#tell('coach-step', { step: 'coaches' });
    } catch {
      // The widget makes the same request, and explains why it fails, with another attempt where that helps.
      if (mine === this.#turn) this.#show(names?.join(' ') ?? ALL);
    }
  }

  #brand(): void {
    const branding = this.#team?.branding;
    void loadSteps().then(
      ({ applyBranding }) =>
        applyBranding({ element: this.#element, ui: {}, setUi: () => undefined } as unknown as View, branding),
      () => undefined,
    );
  }

  #show(coach: string): void {
    const widget = innerWidget(this.#element);
    widget.removeAttribute('team');
    widget.removeAttribute('coaches');
    widget.setAttribute('coach', coach);
    this.#widget = widget;
    this.#draw();
  }

  readonly #choose = (slug: string | null): void => {
    const { coaches, names } = this.#team!;
    const chosen = slug ?? names?.join(' ') ?? ALL;
    this.#kept.write(chosen);
    this.#show(chosen);
    this.#tell('coach-selected', { coachId: coaches.find((one) => one.slug === slug)?.id ?? null });
    this.#root.querySelector<HTMLElement>('.back')?.focus();
  };

  readonly #back = (): void => {
    this.#kept.write(null);
    this.#widget = undefined;
    this.#draw();
    this.#root.querySelector<HTMLElement>('#step')?.focus();
    if (this.#team) this.#tell('coach-step', { step: 'coaches' });
    else void this.#load();
  };

  #attributesChanged(changes: readonly MutationRecord[]): void {
    for (const { attributeName: name } of changes) {
      if (!name || !isPassedOn(name)) continue;
      const value = this.#element.getAttribute(name);
      if (/^(team|coaches|publishable-key|base-url|service|manage-token)$/.test(name)) {
        this.#team = null;
        this.#widget = undefined;
        void this.#load();
      } else if (value === null) this.#widget?.removeAttribute(name);
      else this.#widget?.setAttribute(name, value);
    }
    this.#speak();
    this.#draw();
  }

  #tell(type: string, detail: object): void {
    this.#element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #draw(): void {
    if (!this.#translation) return;
    const { language, dir } = this.#translation;
    const isAlone = this.#team?.coaches.length === 1 || !!this.#value('manageToken');
    render(
      chooserView({
        say: sayer(this.#translation),
        language,
        dir,
        team: this.#team,
        widget: this.#widget,
        choose: this.#choose,
        back: isAlone ? null : this.#back,
      }),
      this.#root,
    );
  }
}
