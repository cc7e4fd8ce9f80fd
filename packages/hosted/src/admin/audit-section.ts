import { html, nothing, type TemplateResult } from 'lit';
import type { AuditEntry } from './calls.ts';
import { edgesOf } from './bookings-section.ts';
import { filterForm, filterInput } from './filters.ts';
import { ListLoader } from './list-loader.ts';
import { headingView, linkTo, listView, type Column } from './parts.ts';
import { Section } from './section.ts';

/** The actions that are always offered; others are added once they were read. */
const commonActions = [
  'profile.read',
  'workout_log.read',
  'diet_log.read',
  'progress.read',
  'client_notes.read',
  'client_notes.updated',
  'booking_answers.read',
  'partner.updated',
  'key.created',
  'key.rolled',
  'key.revoked',
  'burst.cancelled',
  'zone_changes.shifted',
  'zone_changes.kept',
  'coaches.imported',
  'clients.imported',
  'bookings.imported',
  'person.exported',
  'person.erased',
];

/** Returns whether there can be an account to open: an erased person has none, and no id. */
const isAccount = (kind: string, id: string): boolean =>
  /^(client|user|person)$/.test(kind) && /^[0-9a-f]{24}$/.test(id);

/** `#audit`: who did or read what. */
export class AdminAudit extends Section {
  readonly #list = new ListLoader<AuditEntry>();

  constructor() {
    super();
    this.follow(this.#list.$state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list.stop();
  }

  protected override read(): void {
    const { route, view } = this;
    const { query } = route;
    const given = {
      ...(query['action'] && { action: query['action'] }),
      ...(query['by'] && { byId: query['by'] }),
      ...(query['subject'] && { subjectId: query['subject'] }),
    };
    void this.#list.start(async (cursor, signal) =>
      view.calls.listAudit({ ...given, ...(await edgesOf(route, view)), ...cursor }, { signal }),
    );
  }

  #columns(): readonly Column<AuditEntry>[] {
    const { say, format } = this.view;
    return [
      { title: say('when'), cell: ({ at }) => html`<time datetime=${at}>${format.moment(at)}</time>` },
      {
        title: say('who'),
        cell: ({ by: { kind, id, role } }) =>
          html`${role ? say(`role_${role}`) : say(`by_${kind}`)}
            ${id ? html`<div>${isAccount(kind, id) ? linkTo(html`<code dir="ltr">${id}</code>`, 'users', id) : html`<code dir="ltr">${id}</code>`}</div>` : nothing}`,
      },
      { title: say('action'), cell: ({ action }) => html`<code class="whole" dir="ltr">${action}</code>` },
      {
        title: say('subject'),
        cell: ({ subject: { kind, id } }) =>
          html`${kind} <div>${isAccount(kind, id) ? linkTo(html`<code dir="ltr">${id}</code>`, 'users', id) : html`<code dir="ltr">${id}</code>`}</div>`,
      },
      {
        title: say('request'),
        cell: ({ requestId }) => (requestId ? html`<code dir="ltr">${requestId}</code>` : nothing),
      },
    ];
  }

  protected override render(): TemplateResult {
    const { view, route } = this;
    const { say, format } = view;
    const list = this.#list.$state.get();
    const actions = [...new Set([...commonActions, ...list.items.map(({ action }) => action)])].sort();
    return html`${headingView(say('audit'), `${say('auditText')} ${say('zone', { zone: format.timeZone })}`)}
      <datalist id="actions">${actions.map((action) => html`<option value=${action}></option>`)}</datalist>
      ${filterForm(view, route, [
        filterInput('action', say('action'), route.query['action'], {
          longest: 60,
          list: 'actions',
          aside: say('actionHint'),
        }),
        filterInput('by', say('byId'), route.query['by'], { longest: 64 }),
        filterInput('subject', say('subjectId'), route.query['subject'], { longest: 64 }),
        filterInput('from', say('from'), route.query['from'], { type: 'date' }),
        filterInput('to', say('to'), route.query['to'], { type: 'date' }),
      ])}
      ${listView(view, list, { label: say('audit'), columns: this.#columns(), empty: 'noAudit', more: this.#list.more, retry: this.#list.retry })}`;
  }
}
