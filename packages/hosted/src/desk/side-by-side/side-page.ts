import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { wallOf } from '@coach-booking/elements/internal/dates/wall';
import { cityOf } from '@coach-booking/elements/internal/dates/zone';
import { minutesOf } from '@coach-booking/elements/internal/dates/wall-text';
import { pageLanguage } from '../../page-language.ts';
import type { CoachName, PageSession } from '../../sign-in/session.ts';
import { dialogView } from '../../ui/dialog.ts';
import { emptyView, skeletonView } from '../../ui/views.ts';
import { PageSection } from '../../page-section.ts';
import type { AddressParts } from '../page-properties.ts';
import type { DeskPageName } from '../pages.ts';
import { initialsOf } from '../initials.ts';
import { SideCalendar } from './side-calendar.ts';
import { SideGroup } from './side-group.ts';
import { printSide } from './side-paper.ts';
import { sideStyles } from './side-styles.ts';
import { sideTextsFor, type SideTexts } from './texts/index.ts';

/** The number of coaches whose calendars may stand side by side. */
export const [FEWEST, MOST] = [2, 8];
/** The events of the single calendars, which concern nothing around this page. */
const ofCalendars = ['coach-view-changed', 'coach-booking-opened', 'coach-booking-closed'] as const;

const arrow = (path: string) => html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${path}></path></svg>`;
/** Takes the minutes out of a full hour that has AM or PM. */
const lean = (time: string) => time.replace(/:(00|٠٠)(?=\D)/, '');
const [back, forth] = ['M12 5l-5 5 5 5', 'M8 5l5 5-5 5'].map(arrow);

/** The days of several coaches of a business side by side, one column for each, for an admin. */
export class DeskSideBySide extends PageSection {
  static override styles = [...PageSection.styles, sideStyles];

  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    coaches: { attribute: false },
    chosen: { attribute: false },
    date: {},
    addressTo: { attribute: false },
    moved: { attribute: false },
  };

  /** The clock of the device; tests replace it. */
  static now = (): number => Date.now();

  declare session: PageSession | null;
  /** The coaches of the business; null until they are known. */
  declare coaches: readonly CoachName[] | null;
  /** The slugs of those who are shown, in their order. */
  declare chosen: readonly string[];
  /** The plain date of all columns; empty for today. */
  declare date: string;
  declare addressTo: (page: DeskPageName, parts?: AddressParts & { readonly coach?: string }) => string;
  /** Called with the coaches and the date that are shown now. */
  declare moved: (chosen: readonly string[], date: string) => void;

  #group = new SideGroup();
  #isChoosing = false;
  #ends: (() => void)[] = [];
  /** The date to whose hours the columns were scrolled. */
  #revealed = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#group = new SideGroup();
    const { $date, $hours, $timeZone } = this.#group;
    const redraw = () => this.requestUpdate();
    this.#ends = [
      $hours.listen(redraw),
      $timeZone.listen(redraw),
      $date.listen((date) => {
        if (date !== this.date) this.moved(this.chosen, date);
        this.requestUpdate();
      }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ends.splice(0).forEach((end) => end());
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { $date } = this.#group;
    if (!changed.has('date') || !this.date || this.date === $date.get()) return;
    if ($date.get()) this.#group.goTo(this.date);
    else $date.set(this.date);
  }

  protected override update(changed: PropertyValues): void {
    // The calendars that this drawing makes join the group of this page.
    SideCalendar.group = this.#group;
    super.update(changed);
  }

  get #shown(): readonly CoachName[] {
    return this.chosen.flatMap((slug) => this.coaches?.find((coach) => coach.slug === slug) ?? []).slice(0, MOST);
  }

  #titleOf(date: string): string {
    const form = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    return date ? new Intl.DateTimeFormat(pageLanguage(), form).format(Date.parse(date)) : '';
  }

  readonly #print = (): void => {
    const { texts, language, dir } = sideTextsFor(pageLanguage());
    const { states, $date, $timeZone } = this.#group;
    const coaches = this.#shown.map(({ slug, name }) => ({ name, state: states.get(slug) }));
    printSide({ texts, language, dir, title: this.#titleOf($date.get()), timeZone: $timeZone.get(), coaches });
  };

  #open(isOpen: boolean): void {
    this.#isChoosing = isOpen;
    this.requestUpdate();
  }

  #bar(texts: SideTexts): TemplateResult {
    const group = this.#group;
    const date = group.$date.get();
    const one = this.addressTo('calendar', { coach: this.chosen[0] ?? '', query: { view: 'day', date } });
    return html`<div class="bar">
      <div class="turns">
        <button type="button" class="icon quiet" aria-label=${texts.previous} title=${texts.previous} @click=${() => group.turn(-1)}>${back}</button>
        <button type="button" class="icon quiet" aria-label=${texts.next} title=${texts.next} @click=${() => group.turn(1)}>${forth}</button>
      </div>
      <button type="button" @click=${() => group.goToToday()}>${texts.today}</button>
      <h2 aria-live="polite">${this.#titleOf(date)}</h2>
      <input type="date" aria-label=${texts.date} .value=${date} @change=${(event: Event) => this.#pick((event.target as HTMLInputElement).value)} />
      <button type="button" @click=${() => this.#open(true)}>${texts.coaches} (${this.#shown.length})</button>
      <button type="button" @click=${this.#print}>${texts.print}</button>
      <a class="button" href=${one}>${texts.one}</a>
    </div>`;
  }

  #pick(date: string): void {
    if (date) this.#group.goTo(date);
  }

  #choice(texts: SideTexts): TemplateResult {
    const tick = (slug: string, isChosen: boolean) => {
      const known = (this.coaches ?? []).map((coach) => coach.slug);
      const wanted = known.filter((one) => (one === slug ? isChosen : this.chosen.includes(one)));
      this.moved(wanted, this.#group.$date.get());
    };
    return dialogView({
      title: texts.choose,
      closeText: this.shared.close,
      closed: () => this.#open(false),
      content: html`<fieldset class="choice">
        <legend class="vh">${texts.coaches}</legend>
        ${this.coaches?.map(({ slug, name }) => {
          const isChosen = this.chosen.includes(slug);
          const isFull = !isChosen && this.#shown.length >= MOST;
          return html`<label><input type="checkbox" .checked=${isChosen} ?disabled=${isFull} @change=${(event: Event) => tick(slug, (event.target as HTMLInputElement).checked)} /><bdi>${name}</bdi></label>`;
        })}
      </fieldset>`,
    });
  }

  #rail(texts: SideTexts): TemplateResult {
    const hours = this.#group.$hours.get();
    const time = new Intl.DateTimeFormat(pageLanguage(), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
    const from = hours?.from ?? 0;
    const spans = hours ? Array.from({ length: (hours.to - from) / 60 }, (_, at) => from + at * 60) : [];
    return html`<div class="rail" aria-hidden="true">
      <div class="corner" title=${filled(texts.zone, { zone: cityOf(this.#group.$timeZone.get()) })}></div>
      ${spans.map((minute) => html`<span>${minute > from ? lean(time.format(minute * 60_000)) : nothing}</span>`)}
    </div>`;
  }

  #side(texts: SideTexts, { slug, name, photo }: CoachName): TemplateResult {
    const date = this.#group.$date.get();
    const begin = ({ currentTarget }: Event) => {
      const side = (currentTarget as Element).closest('.side')!;
      side.querySelector<SideCalendar>('coach-side-calendar')!.newBooking = {};
    };
    return html`<div class="side" role="group" aria-label=${filled(texts.calendarOf, { name })}>
      <div class="top">
        ${photo ? html`<img class="face" src=${photo.small} alt="" width="32" height="32" />` : html`<span class="face" aria-hidden="true">${initialsOf(name)}</span>`}
        <h3><a dir="auto" href=${this.addressTo('calendar', { coach: slug, query: { view: 'day', date } })} title=${filled(texts.open, { name })}><bdi>${name}</bdi></a></h3>
        <button type="button" class="icon quiet" aria-label=${filled(texts.newOf, { name })} title=${filled(texts.newOf, { name })} @click=${begin}>${arrow('M10 4v12M4 10h12')}</button>
      </div>
      <coach-side-calendar coach=${slug} view="day" date=${date || nothing} time-zone=${this.#group.$timeZone.get() || nothing} .session=${this.session?.token}></coach-side-calendar>
    </div>`;
  }

  protected override render(): TemplateResult {
    const { texts, language, dir } = sideTextsFor(pageLanguage());
    const shown = this.#shown;
    const zone = this.#group.$timeZone.get();
    const content =
      this.coaches === null
        ? skeletonView(this.shared.busy)
        : shown.length < FEWEST
          ? emptyView({
              title: texts.few,
              text: texts.fewText,
              action: html`<button type="button" class="go" @click=${() => this.#open(true)}>${texts.coaches}</button>`,
            })
          : html`<div class="sides">
                ${this.#rail(texts)} ${repeat(
                  shown,
                  ({ slug }) => slug,
                  (coach) => this.#side(texts, coach),
                )}
              </div>
              ${zone ? html`<p class="quiet">${filled(texts.zone, { zone: cityOf(zone) })}</p>` : nothing}`;
    return html`<div lang=${language} dir=${dir}>${this.#bar(texts)} ${content} ${this.#isChoosing ? this.#choice(texts) : nothing}</div>`;
  }

  protected override firstUpdated(): void {
    for (const type of ofCalendars) this.renderRoot.addEventListener(type, (event) => event.stopPropagation());
  }

  protected override updated(): void {
    const { $hours, $date, states } = this.#group;
    const hours = $hours.get();
    const box = this.renderRoot.querySelector<HTMLElement>('.sides');
    box?.style.setProperty('--count', String(this.#shown.length));
    const first = [...states.values()].find(({ phase, complete }) => phase === 'ready' && complete);
    if (!hours || !box || !first || this.#revealed === $date.get()) return;
    this.#revealed = $date.get();
    box.scrollTop = Math.max(0, this.#firstMinute(first.today === $date.get()) - 60 - hours.from);
  }

  /** Returns the minute of now, or of the first opening or booking of any of them. */
  #firstMinute(isToday: boolean): number {
    const { $timeZone, states } = this.#group;
    const minute = (instant: string) => minutesOf(wallOf(instant, $timeZone.get() || 'UTC').time);
    if (isToday) return minute(new Date((this.constructor as typeof DeskSideBySide).now()).toISOString());
    const starts = [...states.values()].flatMap(({ days, bookings }) => [
      ...days.flatMap(({ workingHours }) => workingHours.map(({ start }) => minute(start))),
      ...bookings.flatMap(({ start }) => (start ? [minute(start)] : [])),
    ]);
    return Math.min(...starts, 1440);
  }
}
