import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError, type SessionToken, type User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { PageSection } from '../page-section.ts';
import { pageLanguage } from '../page-language.ts';
import {
  notificationCalls,
  type Channel,
  type Kind,
  type NotificationCalls,
  type Patch,
  type Rule,
  type Settings,
} from './calls.ts';
import { notesView } from './notes-view.ts';
import { isTwice, originOf, withAnother, type Origin } from './reminder-times.ts';
import { remindersView } from './reminders-view.ts';
import { notificationStyles } from './styles.ts';
import { tableView } from './table-view.ts';
import { notificationTextsFor } from './texts/index.ts';

/** The choices of the signed-in person about messages. Each is saved at once; one that is refused goes back. */
export class NotificationsSection extends PageSection {
  static override styles = [...PageSection.styles, notificationStyles];
  static override properties: PropertyDeclarations = { session: { attribute: false }, user: { attribute: false } };

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => NotificationCalls = notificationCalls;

  /** The token of who signed in. */
  declare session: SessionToken;
  declare user: Pick<User, 'role'>;

  #calls: NotificationCalls | null = null;
  /** The settings as the server has them. */
  #known: Settings | null = null;
  /** The settings as they will be once what waits is saved. */
  #shown: Settings | null = null;
  #waiting: Patch | null = null;

  get #server(): NotificationCalls {
    const { calls } = this.constructor as typeof NotificationsSection;
    return (this.#calls ??= calls(this.session, defaultBaseUrl(import.meta.url)));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
  }

  readonly #read = (): void =>
    void this.run('read', async () => {
      this.#known = this.#shown = await this.#server.getNotifications({});
      return null;
    });

  /** Shows a change, and saves it after those that are under way. */
  #change(of: string, shown: Settings, patch: Patch): void {
    this.#shown = shown;
    this.#waiting = {
      ...this.#waiting,
      ...patch,
      ...(patch.kinds && { kinds: merged(this.#waiting?.kinds, patch.kinds) }),
    };
    this.requestUpdate();
    if (!this.isBusy()) void this.run(of, this.#save);
  }

  readonly #save = async (): Promise<string> => {
    try {
      while (this.#waiting) {
        const patch = this.#waiting;
        this.#waiting = null;
        this.#known = await this.#server.updateNotifications(patch);
      }
    } finally {
      this.#waiting = null;
      this.#shown = this.#known;
    }
    return notificationTextsFor(pageLanguage()).texts.saved;
  };

  protected override sentenceOf(error: unknown): string {
    const isUnproven = isCoachBookingError(error) && error.code === 'EMAIL_UNPROVEN';
    return isUnproven ? notificationTextsFor(pageLanguage()).texts.unproven : super.sentenceOf(error);
  }

  readonly #want = ({ kind }: Kind, channel: Channel, wanted: boolean): void => {
    const shown = this.#shown!;
    const kinds = shown.kinds.map((each) =>
      each.kind === kind ? { ...each, channels: { ...each.channels, [channel]: { wanted } } } : each,
    );
    this.#change('table', { ...shown, kinds }, { kinds: { [kind]: { [channel]: wanted } } });
  };

  /** Shows reminders, and saves them unless one is there twice. */
  readonly #remind = (rules: readonly Rule[] | null): void => {
    const { reminders: _, ...rest } = this.#shown!;
    const shown = rules ? { ...rest, reminders: [...rules] } : rest;
    if (!rules?.some((_rule, index) => isTwice(rules, index)))
      return this.#change('reminders', shown, { reminders: rules && [...rules] });
    this.#shown = shown;
    this.forget();
    this.requestUpdate();
  };

  readonly #choose = (origin: Origin): void => {
    if (origin === 'own') this.#remind(withAnother([]));
    else this.#remind(origin === 'coach' || this.user.role !== 'client' ? null : []);
  };

  readonly #addReminder = (rules: readonly Rule[]): void => {
    this.#remind(withAnother(rules));
    void this.focusOn(`#when-${rules.length}`);
  };

  readonly #remove = (rules: readonly Rule[], at: number): void => {
    const left = rules.filter((_, index) => index !== at);
    if (left.length === 0) this.#choose('none');
    else this.#remind(left);
    void this.focusOn(left.length === 0 ? 'input[type=radio]:checked' : '.add');
  };

  #content(settings: Settings): TemplateResult {
    const { texts, language } = notificationTextsFor(pageLanguage());
    const isTeam = this.user.role !== 'client';
    const reminders = {
      texts,
      language,
      isTeam,
      settings,
      origin: originOf(settings, isTeam),
      choose: this.#choose,
      add: this.#addReminder,
      remove: this.#remove,
      remind: this.#remind,
    };
    return html`${tableView(texts, settings, this.#want)} ${this.outcome('table')}
      ${notesView(texts, language, settings)}
      ${this.user.role === 'admin' ? nothing : html`${remindersView(reminders)} ${this.outcome('reminders')}`}`;
  }

  protected override render(): TemplateResult {
    const { texts } = notificationTextsFor(pageLanguage());
    const isLost = this.#shown === null && !this.isBusy('read');
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.title}</h2>
      <p class="quiet">${texts.text}</p>
      ${this.isBusy('read') ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
      ${isLost ? html`<div class="actions"><button type="button" @click=${this.#read}>${texts.again}</button></div>` : nothing}
      ${this.#shown ? this.#content(this.#shown) : nothing}
    </section>`;
  }
}

type Kinds = NonNullable<Patch['kinds']>;
const merged = (before: Kinds = {}, after: Kinds): Kinds => {
  const all: Record<string, object> = { ...before };
  for (const [kind, channels] of Object.entries(after)) all[kind] = { ...all[kind], ...channels };
  return all;
};
