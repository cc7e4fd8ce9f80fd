import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError, isConnection, type SessionToken, type User } from '@coach-booking/sdk';
import { defaultBaseUrl } from '@coach-booking/elements/internal/base-url';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { problemOf } from '../../sign-in/problem.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { pageTextsFor } from '../../sign-in/texts/index.ts';
import { denseStyles } from '../../ui/controls.ts';
import { uiStyles } from '../../ui/styles.ts';
import { showToast } from '../../ui/toasts.ts';
import { pageHead, segmentsView, skeletonView } from '../../ui/views.ts';
import type { Live } from '../live/live.ts';
import type { DeskPageProperties } from '../page-properties.ts';
import { deskTextsFor } from '../texts/index.ts';
import { todayCalls, type Booking, type TodayCalls } from './calls.ts';
import { dayOf, type Day } from './day.ts';
import { dayView, nextView } from './day-view.ts';
import { pilesView } from './piles-view.ts';
import { readNotes, readPile, readToday, type Notes, type PileName, type TodayRead } from './read-today.ts';
import { todayStyles } from './styles.ts';
import { todayFormat, type TodayFormat } from './today-format.ts';
import { todayTextsFor, type TodayTexts } from './texts/index.ts';
import type { Act, TodayView } from './today-view.ts';

/** Calls back at the beginning of each minute until the returned function is called. */
function eachMinute(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const next = (): void => {
    timer = setTimeout(() => (run(), next()), 60_000 - (Date.now() % 60_000));
  };
  next();
  return () => clearTimeout(timer);
}

/** Today: what is next and in how long, the sessions of the day, and what waits for the coach. */
export class DeskToday extends LitElement {
  static override styles = [uiStyles, denseStyles, todayStyles];
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    user: { attribute: false },
    coach: { attribute: false },
    addressTo: { attribute: false },
    live: { attribute: false },
  };

  /** The calls of the server, the clock, and its minutes; tests replace them. */
  static calls: (session: SessionToken, baseUrl: string) => TodayCalls = todayCalls;
  static now: () => number = Date.now;
  static eachMinute: (run: () => void) => () => void = eachMinute;

  declare session: PageSession;
  declare user: User;
  /** `me`, or the slug of the coach whom an admin chose. */
  declare coach: string;
  declare addressTo: DeskPageProperties['addressTo'];
  declare live: Live;

  #calls: TodayCalls | null = null;
  #read: TodayRead | null = null;
  #notes: Notes = {};
  #notesProblem: unknown = null;
  /** The part that is tried again; empty when none is. */
  #trying = '';
  /** The date of the coach when it was read; another one has to be read anew. */
  #date = '';
  #problem: unknown = null;
  /** Whether a member of the team sees the own sessions alone. */
  #isOwn = true;
  #busy = '';
  #declining = '';
  #isReading = false;
  #isDue = false;
  #ends: readonly (() => void)[] = [];

  get #own(): typeof DeskToday {
    return this.constructor as typeof DeskToday;
  }

  get #texts(): TodayTexts {
    return todayTextsFor(pageLanguage()).texts;
  }

  /** The member of the team whose sessions are shown; undefined where all are. */
  get #staffId(): string | undefined {
    return this.#isOwn ? this.user.staffId : undefined;
  }

  get #scope() {
    return { coach: this.coach, staffId: this.#staffId };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The properties are there once the desk has put it into the page.
    queueMicrotask(() => {
      if (!this.isConnected) return;
      this.#calls ??= this.#own.calls(this.session.token, defaultBaseUrl(import.meta.url));
      this.#ends = [this.#own.eachMinute(this.#tick), this.live.follow(this.#refresh)];
      void this.#load();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#ends) end();
    this.#ends = [];
  }

  readonly #tick = (): void => {
    this.requestUpdate();
    if (this.#read && dayOf(this.#read.calendar, this.#own.now()).date !== this.#date) void this.#load();
  };

  readonly #refresh = (): void => void this.#load();

  /** Reads one at a time; what changes meanwhile is read after it. */
  async #load(): Promise<void> {
    this.#isDue = true;
    if (this.#isReading) return;
    this.#isReading = true;
    while (this.#isDue && this.isConnected) {
      this.#isDue = false;
      await this.#readOnce();
      this.requestUpdate();
    }
    this.#isReading = false;
  }

  async #readOnce(): Promise<void> {
    const calls = this.#calls!;
    const now = this.#own.now();
    try {
      this.#read = await readToday(calls, this.#scope, now, this.#read);
      this.#date = dayOf(this.#read.calendar, now).date;
      this.#problem = null;
    } catch (error) {
      this.#problem = error;
      return;
    }
    this.requestUpdate();
    await this.#readNotes();
  }

  /** Reads what stands beside the day: without it the day is shown all the same. */
  async #readNotes(): Promise<void> {
    this.#notesProblem = null;
    try {
      this.#notes = await readNotes(this.#calls!, this.coach, this.user.role !== 'staff');
    } catch (problem) {
      this.#notesProblem = problem;
    }
  }

  /** Reads a part anew that could not be read. */
  async #retry(part: PileName | 'notes'): Promise<void> {
    if (this.#trying || !this.#read) return;
    this.#trying = part;
    this.requestUpdate();
    if (part === 'notes') await this.#readNotes();
    else {
      const pile = await readPile(this.#calls!, this.#scope, part, this.#read[part]);
      this.#read = { ...this.#read, [part]: pile };
    }
    this.#trying = '';
    this.requestUpdate();
    await this.#restoreFocus();
  }

  readonly #act = (booking: Booking, act: Act, message = ''): void => {
    if (this.#busy) return;
    this.#busy = booking.id;
    this.requestUpdate();
    void this.#send(booking, act, message).then(() => {
      this.#busy = '';
      this.requestUpdate();
    });
  };

  async #send(booking: Booking, act: Act, message: string): Promise<void> {
    const calls = this.#calls!;
    const texts = this.#texts;
    const { id, version, attendee } = booking;
    const name = isolated(attendee.name);
    try {
      switch (act) {
        case 'decline':
          await calls.cancelBooking({ id, version, ...(message && { reason: message }) });
          this.#declining = '';
          showToast(filled(texts.didDecline, { name }));
          break;
        case 'confirm':
          this.#undoable(await calls.confirmBooking({ id, version }), texts.didConfirm);
          break;
        case 'complete':
          this.#undoable(await calls.completeBooking({ id, version }), texts.didComplete);
          break;
        case 'noShow':
          this.#undoable(await calls.markNoShow({ id, version }), texts.didNoShow);
          break;
      }
    } catch (error) {
      this.#report(error);
    }
    await this.#load();
    this.live.look();
    await this.#restoreFocus();
  }

  /** Shows what was done, and takes it back on request. */
  #undoable({ id, version, attendee }: Pick<Booking, 'id' | 'version' | 'attendee'>, text: string): void {
    const texts = this.#texts;
    const name = isolated(attendee.name);
    const undo = async (): Promise<void> => {
      try {
        await this.#calls!.undoBooking({ id, version });
        showToast(filled(texts.undone, { name }));
      } catch (error) {
        this.#report(error);
      }
      await this.#load();
      this.live.look();
    };
    showToast(filled(text, { name }), { action: { text: texts.undo, run: () => void undo() } });
  }

  #report(error: unknown): void {
    const isStale = isCoachBookingError(error) && error.status === 409;
    const text = isStale ? this.#texts.changed : pageTextsFor(pageLanguage()).texts[problemOf(error)];
    showToast(text, { isProblem: true });
  }

  /** The row of a button that was pressed has gone: the keyboard goes on at the head of what is left. */
  async #restoreFocus(): Promise<void> {
    await this.updateComplete;
    if ((this.renderRoot as ShadowRoot).activeElement !== null || document.activeElement !== document.body) return;
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  readonly #decline = (booking: Booking | null): void => {
    const before = this.#declining;
    this.#declining = booking?.id ?? '';
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const at = booking ? '#message' : `[data-booking="${before}"] .ask`;
      this.renderRoot.querySelector<HTMLElement>(at)?.focus();
    });
  };

  readonly #again = (): void => {
    this.#problem = null;
    this.requestUpdate();
    void this.#load();
  };

  readonly #choose = (whose: 'mine' | 'everyone'): void => {
    this.#isOwn = whose === 'mine';
    this.requestUpdate();
    void this.#load();
  };

  #actions(): TemplateResult {
    const texts = this.#texts;
    const whose = this.user.staffId
      ? segmentsView<'mine' | 'everyone'>({
          name: 'whose',
          legend: texts.whose,
          options: [
            ['mine', texts.mine],
            ['everyone', texts.everyone],
          ],
          value: this.#isOwn ? 'mine' : 'everyone',
          change: this.#choose,
        })
      : nothing;
    return html`${whose}<a class="button go" href=${this.addressTo('calendar', { query: { new: 'true' } })}>${texts.newBooking}</a>`;
  }

  #failure(problem = this.#problem, again: () => void = this.#again, isTrying = false): TemplateResult {
    const shared = pageTextsFor(pageLanguage()).texts;
    return html`<p class="problem" role="alert">${shared[problemOf(problem)]}</p>
      <p class="actions"><button type="button" aria-disabled=${isTrying} @click=${again}>${isTrying ? shared.busy : shared.retry}</button></p>`;
  }

  #stale({ at }: TodayRead, format: TodayFormat): unknown {
    if (!this.#problem) return nothing;
    if (!isConnection(this.#problem)) return this.#failure();
    return html`<p class="note stale" role="status">${filled(this.#texts.stale, { time: format.time(at) })}</p>`;
  }

  #body(read: TodayRead, day: Day, now: number, format: TodayFormat): TemplateResult {
    const view: TodayView = {
      texts: this.#texts,
      format,
      now,
      day,
      read,
      notes: this.#notes,
      notesProblem: this.#notesProblem,
      failure: (part, problem) => this.#failure(problem, () => void this.#retry(part), this.#trying === part),
      addressTo: this.addressTo,
      busy: this.#busy,
      declining: this.#declining,
      act: this.#act,
      decline: this.#decline,
    };
    return html`${this.#stale(read, format)}
      <div class="columns">
        <div class="main">${nextView(view)}</div>
        <div class="aside">${pilesView(view)}</div>
        <div class="main">${dayView(view)}</div>
      </div>`;
  }

  protected override render(): TemplateResult {
    const { language, texts } = todayTextsFor(pageLanguage());
    const title = deskTextsFor(language).texts.today;
    const read = this.#read;
    if (!read)
      return html`${pageHead({ title, actions: this.#actions() })} ${this.#problem ? this.#failure() : skeletonView(texts.reading, 6)}`;
    const now = this.#own.now();
    const { staffId } = this.user;
    const day = dayOf(read.calendar, now, (booking) => !this.#isOwn || !staffId || booking.staffId === staffId);
    const format = todayFormat(pageLanguage(), read.calendar.timeZone);
    return html`${pageHead({ title, text: format.day(day.date), actions: this.#actions() })} ${this.#body(read, day, now, format)}`;
  }
}
