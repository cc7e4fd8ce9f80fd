import { csvParts } from '@coach-booking/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { selectField, textField } from '@coach-booking/elements/internal/fields';
import { tableView } from '../ui/data-table.ts';
import { Action } from './action.ts';
import type { CalendarRows, ImportReport } from './calls.ts';
import { textOfFile } from './imported-file.ts';
import { headingView, type Column } from './parts.ts';
import { problemView } from './problem.ts';
import { Section } from './section.ts';

type Row = ImportReport['rows'][number];
type Kind = 'coaches' | 'clients' | 'bookings';

const kinds: readonly Kind[] = ['coaches', 'clients', 'bookings'];
/** The header of a file of each kind, as an example. */
const examples: Readonly<Record<Kind, string>> = {
  coaches: 'externalId,name,timeZone',
  clients: 'externalId,name,email,phone',
  bookings: 'externalId,coach,start,duration,attendeeName,attendeeEmail,status',
};
/** The most rows that are drawn. Refused rows are listed first. */
const MOST_ROWS = 200;

/** Returns whether a text is an iCalendar file. */
const isCalendar = (text: string): boolean => /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text);

/** The results of the rows so far. */
interface Outcome {
  readonly isDryRun: boolean;
  readonly created: number;
  readonly existing: number;
  readonly refused: number;
  readonly rows: readonly Row[];
}

const plus = (before: Outcome, { created, existing, refused, rows }: ImportReport, offset: number): Outcome => ({
  isDryRun: before.isDryRun,
  created: before.created + created,
  existing: before.existing + existing,
  refused: before.refused + refused,
  rows: [...before.rows, ...rows.map((row) => ({ ...row, row: row.row + offset }))],
});

/**
 * `#import`: coaches, clients or bookings from a file or from pasted text; checked by a dry run, then written. A long
 * file is sent in parts, one after the other. A calendar becomes a CSV of bookings first.
 */
export class AdminImport extends Section {
  static override styles = [
    ...Section.styles,
    // A file is written from left to right, whatever the direction of the page.
    css`
      #text {
        direction: ltr;
      }
      td p {
        margin: 0;
      }
    `,
  ];

  readonly #action = new Action();
  #kind: Kind = 'coaches';
  #text = '';
  #isLatin = false;
  #isEmpty = false;
  /** Of a calendar. */
  #coach = '';
  #isCoachMissing = false;
  #read: CalendarRows | null = null;
  #outcome: Outcome | null = null;
  #part = { done: 0, all: 0 };

  constructor() {
    super();
    this.follow(this.#action.$state);
  }

  /** Starts another import after a change of the text or the kind. */
  #changed(change: () => void): void {
    change();
    if (isCalendar(this.#text)) this.#kind = 'bookings';
    this.#outcome = null;
    this.#read = null;
    this.#isEmpty = false;
    this.#isCoachMissing = false;
    this.#action.forget();
    this.requestUpdate();
  }

  readonly #choose = async (event: Event): Promise<void> => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (!file) return;
    const { text, isLatin } = await textOfFile(file);
    this.#changed(() => {
      this.#text = text;
      this.#isLatin = isLatin;
    });
  };

  /** Replaces a calendar by its rows. Returns false when it has none. */
  async #takeSessions(): Promise<boolean> {
    const read = await this.view.calls.readCalendarRows({ coach: this.#coach.trim(), ics: this.#text });
    this.#read = read;
    if (read.sessions > 0) this.#text = read.csv;
    return read.sessions > 0;
  }

  async #sendParts(isDryRun: boolean): Promise<boolean> {
    if (isCalendar(this.#text) && !(await this.#takeSessions())) return false;
    const { importCoaches, importClients, importBookings } = this.view.calls;
    const send = { coaches: importCoaches, clients: importClients, bookings: importBookings }[this.#kind];
    const parts = csvParts(this.#text);
    this.#outcome = { isDryRun, created: 0, existing: 0, refused: 0, rows: [] };
    for (const [at, { csv, offset }] of parts.entries()) {
      this.#part = { done: at, all: parts.length };
      this.requestUpdate();
      this.#outcome = plus(this.#outcome, await send({ csv, dryRun: isDryRun }), offset);
    }
    return true;
  }

  async #run(isDryRun: boolean): Promise<void> {
    if (this.#action.isBusy()) return;
    this.#isEmpty = this.#text.trim() === '';
    this.#isCoachMissing = isCalendar(this.#text) && this.#coach.trim() === '';
    this.requestUpdate();
    if (this.#isEmpty) return this.focusOn('#text');
    if (this.#isCoachMissing) return this.focusOn('#coach');
    const done = await this.#action.run(isDryRun ? 'try' : 'run', () => this.#sendParts(isDryRun));
    this.requestUpdate();
    if (done) await this.focusOn(this.#outcome ? '#outcome' : '#read');
  }

  readonly #tryOut = (event: Event): void => {
    event.preventDefault();
    void this.#run(true);
  };

  #form(): TemplateResult {
    const { view } = this;
    const { say } = view;
    const busy = this.#action.isBusy();
    return html`<form class="card" novalidate @submit=${this.#tryOut}>
      ${selectField({
        id: 'kind',
        label: say('importWhat'),
        value: this.#kind,
        options: kinds.map((kind) => [kind, say(`import_${kind}`)] as const),
        busy,
        change: (kind) => this.#changed(() => void (this.#kind = kind as Kind)),
      })}
      <div class="field">
        <label for="file">${say('importFile')}</label>
        <input id="file" type="file" accept=".csv,.ics,text/csv,text/calendar,text/plain" ?disabled=${busy} @change=${this.#choose} />
        ${this.#isLatin ? html`<p class="quiet" role="status">${say('importLatin')}</p>` : nothing}
      </div>
      ${textField({
        id: 'text',
        label: say('importText'),
        type: 'area',
        value: this.#text,
        busy,
        error: this.#isEmpty ? say('importEmpty') : null,
        input: (text) =>
          this.#changed(() => {
            this.#text = text;
            this.#isLatin = false;
          }),
      })}
      ${
        isCalendar(this.#text)
          ? html`<p class="quiet" role="status">${say('importCalendar')}</p>
              ${textField({
                id: 'coach',
                label: say('importCoach'),
                value: this.#coach,
                busy,
                required: true,
                error: this.#isCoachMissing ? say('importCoachEmpty') : null,
                input: (coach) => {
                  this.#coach = coach;
                  this.#isCoachMissing = false;
                  this.requestUpdate();
                },
              })}`
          : html`<p class="quiet">${say('importColumns')} <code dir="ltr" translate="no">${examples[this.#kind]}</code></p>`
      }
      <div class="ways">
        <button type="submit" class="go" aria-disabled=${busy}>${this.#action.isBusy('try') ? say('busy') : say('importTry')}</button>
      </div>
    </form>`;
  }

  #readView({ sessions, skipped, problems }: CalendarRows): TemplateResult {
    const { say } = this.view;
    const odd = problems.reduce((sum, { count }) => sum + count, 0);
    return html`<div id="read" class="card" tabindex="-1" role="status">
      <p>${say('importRead', { sessions, skipped })}</p>
      ${
        odd > 0
          ? html`<p>${say('importOdd', { count: odd })} ${problems.map(({ code, detail }) => html`<code dir="ltr" lang="en">${detail ?? code}</code> `)}</p>`
          : nothing
      }
    </div>`;
  }

  #columns(isDryRun: boolean): readonly Column<Row>[] {
    const { say, format } = this.view;
    return [
      { title: say('importRow'), cell: ({ row }) => format.number(row) },
      { title: say('importId'), cell: ({ externalId }) => html`<bdi>${externalId ?? '–'}</bdi>` },
      {
        title: say('importOutcome'),
        cell: ({ outcome, errors = [] }) =>
          html`${say(`import_${isDryRun && outcome === 'created' ? 'toCreate' : outcome}`)}
          ${errors.map(({ field, message }) => html`<p lang="en" dir="ltr">${field ? html`<code>${field}</code> ` : nothing}${message}</p>`)}`,
      },
    ];
  }

  #outcomeCard(outcome: Outcome): TemplateResult {
    const { view } = this;
    const { say, format } = view;
    const { isDryRun, created, existing, refused, rows } = outcome;
    const busy = this.#action.isBusy();
    const shown = [
      ...rows.filter((row) => row.outcome === 'refused'),
      ...rows.filter((row) => row.outcome !== 'refused'),
    ].slice(0, MOST_ROWS);
    const isTried = isDryRun && !busy && !this.#action.problemOf('try');
    return html`<section class="card" aria-labelledby="outcome">
      <h2 id="outcome" tabindex="-1">${say(isDryRun ? 'importPlan' : 'importDone')}</h2>
      <div role="status">
        ${busy ? html`<p>${say('importPart', { done: this.#part.done, all: this.#part.all })}</p>` : nothing}
        <p><b>${say(isDryRun ? 'importWould' : 'importDid', { created, existing, refused })}</b></p>
        ${!isDryRun && !busy && refused > 0 ? html`<p class="quiet">${say('importAgain')}</p>` : nothing}
      </div>
      ${
        isTried && created > 0
          ? html`<div class="ways">
              <button type="button" id="run" class="go" @click=${() => this.#run(false)}>${say('importRun', { count: created })}</button>
            </div>`
          : nothing
      }
      ${shown.length > 0 ? html`<p class="quiet count">${say('shownOf', { count: format.number(shown.length), total: rows.length })}</p>${tableView(say('importRows'), this.#columns(isDryRun), shown)}` : nothing}
    </section>`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { say } = view;
    const [tried, ran] = [this.#action.problemOf('try'), this.#action.problemOf('run')];
    const problem = tried ?? ran;
    return html`${headingView(say('import'), say('importIntro'))} ${this.#form()}
      ${problemView(view, problem, problem ? () => void this.#run(problem === tried) : undefined)}
      ${this.#read ? this.#readView(this.#read) : nothing} ${this.#outcome ? this.#outcomeCard(this.#outcome) : nothing}`;
  }
}
