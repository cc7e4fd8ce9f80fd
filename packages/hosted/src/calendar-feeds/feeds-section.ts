import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { SessionToken } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { PageSection } from '../page-section.ts';
import { pageLanguage } from '../page-language.ts';
import { feedCalls, type CalendarFeed, type CreatedCalendarFeed, type FeedCalls, type FeedDetail } from './calls.ts';
import { newAddress } from './new-address.ts';
import { feedStyles } from './styles.ts';
import { feedTextsFor } from './texts/index.ts';

/** Returns the language of the page without its region, as feeds have it. */
const feedLanguage = (): CalendarFeed['language'] =>
  feedTextsFor(pageLanguage()).language.split('-')[0] as CalendarFeed['language'];

/** The most of a coach, a member of the team or a client, as the server has it. */
const AT_MOST = 10;
const details: readonly FeedDetail[] = ['busy', 'title', 'full'];

/** The form that is open below a feed, or the question before something that cannot be taken back. */
type Open = 'edit' | 'roll' | 'end';

/** Secret addresses at which other calendars read the sessions of a coach, a member of the team or a client. */
export class FeedsSection extends PageSection {
  static override styles = [...PageSection.styles, feedStyles];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    coach: { attribute: false },
    isMember: { attribute: false },
  };

  /** The calls of the server; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string, coach?: string) => FeedCalls = feedCalls;

  /** The token of who signed in. */
  declare session: SessionToken;
  /** `me`, or the slug of the coach whom an admin chose; undefined for a client. */
  declare coach: string | undefined;
  /** Whether it is a member of the team, who has feeds of their own sessions. */
  declare isMember: boolean;

  #calls: FeedCalls | null = null;
  #feeds: readonly CalendarFeed[] | null = null;
  #made: CreatedCalendarFeed | null = null;
  #open: { readonly id: string; readonly as: Open } | null = null;

  get #server(): FeedCalls {
    const { calls } = this.constructor as typeof FeedsSection;
    return (this.#calls ??= calls(this.session, defaultBaseUrl(import.meta.url), this.coach));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
  }

  readonly #read = (): void =>
    void this.run('read', async () => {
      this.#feeds = await this.#server.list();
      return null;
    });

  /** Shows the address of a feed, this once. */
  async #show(made: CreatedCalendarFeed): Promise<null> {
    const { url: _url, webcalUrl: _webcalUrl, ...feed } = made;
    const others = (this.#feeds ?? []).filter(({ id }) => id !== made.id);
    this.#feeds = [...others, feed].toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
    this.#made = made;
    this.#open = null;
    this.requestUpdate();
    await this.focusOn('#made');
    return null;
  }

  readonly #make = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const name = String(given.get('name')).trim();
    void this.run('add', async () => {
      const made = await this.#server.create({
        detail: String(given.get('detail')) as FeedDetail,
        language: feedLanguage(),
        ...(name && { name }),
      });
      form.reset();
      return this.#show(made);
    });
  };

  #change(feed: CalendarFeed, event: Event): void {
    event.preventDefault();
    const { texts } = feedTextsFor(pageLanguage());
    const given = new FormData(event.target as HTMLFormElement);
    const name = String(given.get('name')).trim();
    if (name === '') {
      this.tell(feed.id, texts.nameMissing, true);
      return void this.focusOn(`#name-${feed.id}`);
    }
    void this.run(feed.id, async () => {
      const detail = String(given.get('detail')) as FeedDetail;
      const changed = await this.#server.update(feed.id, { name, detail });
      this.#feeds = (this.#feeds ?? []).map((other) => (other.id === feed.id ? changed : other));
      this.#open = null;
      this.requestUpdate();
      void this.focusOn(`#edit-${feed.id}`);
      return texts.saved;
    });
  }

  #roll({ id }: CalendarFeed): void {
    void this.run(id, async () => this.#show(await this.#server.roll(id)));
  }

  #end({ id, name }: CalendarFeed): void {
    const { texts } = feedTextsFor(pageLanguage());
    void this.run('list', async () => {
      await this.#server.end(id);
      this.#feeds = (this.#feeds ?? []).filter((other) => other.id !== id);
      if (this.#made?.id === id) this.#made = null;
      this.#open = null;
      void this.focusOn('#title');
      return filled(texts.ended, { name: isolated(name) });
    });
  }

  /** Opens a form or a question below a feed, or closes it, and takes the keyboard along. */
  #turn(id: string, as: Open | null): void {
    const was = this.#open?.as ?? 'edit';
    this.forget();
    this.#open = as && { id, as };
    this.requestUpdate();
    void this.focusOn(as === null ? `#${was}-${id}` : as === 'edit' ? `#name-${id}` : `#keep-${id}`);
  }

  #detailText(detail: FeedDetail): string {
    const { texts } = feedTextsFor(pageLanguage());
    if (detail === 'full') return this.coach === undefined ? texts.fullForClients : texts.fullForTeam;
    return detail === 'busy' ? texts.busy : texts.titleOnly;
  }

  #detail(id: string, chosen: FeedDetail): TemplateResult {
    const { texts } = feedTextsFor(pageLanguage());
    return html`<div class="field">
      <label for=${id}>${texts.detail}</label>
      <select id=${id} name="detail">
        ${details.map((detail) => html`<option value=${detail} ?selected=${detail === chosen}>${this.#detailText(detail)}</option>`)}
      </select>
    </div>`;
  }

  #editor(feed: CalendarFeed): TemplateResult {
    const { texts } = feedTextsFor(pageLanguage());
    const { id, name, detail } = feed;
    return html`<form novalidate @submit=${(event: Event) => this.#change(feed, event)}>
      <div class="field">
        <label for="name-${id}">${texts.name}</label>
        <input id="name-${id}" name="name" maxlength="120" required .value=${name} />
      </div>
      ${this.#detail(`detail-${id}`, detail)}
      <div class="actions">
        <button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy(id) ? this.shared.busy : texts.save}</button>
        <button type="button" @click=${() => this.#turn(id, null)}>${texts.cancel}</button>
      </div>
    </form>`;
  }

  #question(feed: CalendarFeed, as: 'roll' | 'end'): TemplateResult {
    const { texts } = feedTextsFor(pageLanguage());
    const { id, name } = feed;
    const act = () => (as === 'roll' ? this.#roll(feed) : this.#end(feed));
    return html`<p id="asked-${id}">${filled(as === 'roll' ? texts.rollAsked : texts.endAsked, { name: isolated(name) })}</p>
      <div class="actions">
        <button type="button" id="keep-${id}" aria-describedby="asked-${id}" @click=${() => this.#turn(id, null)}>${texts.keep}</button>
        <button type="button" class="go" aria-disabled=${this.isBusy()} @click=${act}>${this.isBusy() ? this.shared.busy : as === 'roll' ? texts.rollYes : texts.endYes}</button>
      </div>`;
  }

  #actions({ id }: CalendarFeed): TemplateResult {
    const { texts } = feedTextsFor(pageLanguage());
    return html`<div class="actions">
      ${(['edit', 'roll', 'end'] as const).map(
        (as) =>
          html`<button type="button" id="${as}-${id}" aria-describedby="called-${id}" aria-disabled=${this.isBusy()} @click=${() => this.#turn(id, as)}>${texts[as]}</button>`,
      )}
    </div>`;
  }

  #feed(feed: CalendarFeed): TemplateResult {
    const { texts, language } = feedTextsFor(pageLanguage());
    const { id, name, detail, lastReadAt } = feed;
    const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const open = this.#open?.id === id ? this.#open.as : null;
    return html`<li class="rule">
      <h3 id="called-${id}"><bdi>${name}</bdi></h3>
      <p>${filled(texts.shows, { what: this.#detailText(detail) })}</p>
      <p class="quiet">${lastReadAt ? filled(texts.lastRead, { when: isolated(moment.format(new Date(lastReadAt))) }) : texts.neverRead}</p>
      ${this.outcome(id)}
      ${open === null ? this.#actions(feed) : open === 'edit' ? this.#editor(feed) : this.#question(feed, open)}
    </li>`;
  }

  #address(made: CreatedCalendarFeed): TemplateResult {
    const { texts } = feedTextsFor(pageLanguage());
    return newAddress({
      made,
      outcome: this.outcome('copy'),
      copied: (isCopied) => this.tell('copy', isCopied ? texts.copied : texts.notCopied, !isCopied),
      dismiss: () => {
        this.#made = null;
        this.forget();
        this.requestUpdate();
        void this.focusOn('#title');
      },
    });
  }

  #content(feeds: readonly CalendarFeed[]): TemplateResult {
    const { texts } = feedTextsFor(pageLanguage());
    // To the coach the list has those of the whole team, who have a number of their own.
    const own = feeds.filter(({ staffId }) => this.isMember || staffId === undefined);
    return html`${this.#made ? this.#address(this.#made) : nothing} ${this.outcome('list')}
      ${feeds.length > 0 ? html`<ul>${feeds.map((feed) => this.#feed(feed))}</ul>` : html`<p>${texts.none}</p>`}
      ${
        own.length >= AT_MOST
          ? html`<p>${texts.full}</p>`
          : html`<form novalidate aria-labelledby="add-title" @submit=${this.#make}>
              <h3 id="add-title">${texts.addTitle}</h3>
              <div class="field">
                <label for="add-name">${texts.nameOptional}</label>
                <input id="add-name" name="name" maxlength="120" autocomplete="off" />
              </div>
              ${this.#detail('add-detail', 'title')} ${this.outcome('add')}
              <div class="actions">
                <button type="submit" class=${this.#made ? '' : 'go'} aria-disabled=${this.isBusy()}>${this.isBusy('add') ? this.shared.busy : texts.add}</button>
              </div>
            </form>`
      }`;
  }

  protected override render(): TemplateResult {
    const { texts } = feedTextsFor(pageLanguage());
    const feeds = this.#feeds;
    const isReading = this.isBusy('read');
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">${texts.title}</h2>
      <p class="quiet">${texts.text}${this.isMember ? html` ${texts.forMember}` : nothing}</p>
      <p class="quiet">${texts.late}</p>
      ${isReading ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
      ${!feeds && !isReading ? html`<div class="actions"><button type="button" @click=${this.#read}>${this.shared.retry}</button></div>` : nothing}
      ${feeds ? this.#content(feeds) : nothing}
    </section>`;
  }
}
