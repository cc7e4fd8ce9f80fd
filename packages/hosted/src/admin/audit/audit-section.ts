import { html, nothing, type TemplateResult } from 'lit';
import type { User } from '@coach-booking/sdk';
import { isolated } from '@coach-booking/elements/internal/i18n/say';
import { csvText } from '../../files/csv.ts';
import { readForFile } from '../../files/read-for-file.ts';
import { saveFile } from '../../files/save-file.ts';
import { showToast } from '../../ui/toasts.ts';
import { emptyView } from '../../ui/views.ts';
import { Action } from '../action.ts';
import { edgesOf } from '../edges-of.ts';
import type { AuditEntry } from '../calls.ts';
import { filterForm, filterInput, filterSelect } from '../filters.ts';
import { ListLoader } from '../../reading/list-loader.ts';
import { Loader } from '../../reading/loader.ts';
import { factsView, headingView, linkTo, listFoot, waitingView } from '../parts.ts';
import { problemPhrase, problemView } from '../problem.ts';
import { hashOf } from '../route.ts';
import { Section } from '../section.ts';
import { actionsOf, auditActions, auditKinds, type AuditKind } from './audit-kinds.ts';
import { actionText, sentenceOf } from './audit-words.ts';

const isKind = (text: string | undefined): text is AuditKind => auditKinds.some((kind) => kind === text);

/** Returns whether there can be an account to open: an erased person has none, and no id. */
const isAccount = (kind: string, id: string): boolean =>
  /^(client|user|person)$/.test(kind) && /^[0-9a-f]{24}$/.test(id);

/** Returns a sentence without the marks of direction, which a spreadsheet would show. */
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');

/** `#audit`: who did or read what, in sentences, by day; found by kind, person and period. */
export class AdminAudit extends Section {
  /** Hands over a file; tests replace it. */
  static save = saveFile;

  readonly #list = new ListLoader<AuditEntry>();
  /** Those who work here, among whom one can be chosen. */
  readonly #team = new Loader<readonly User[]>();
  readonly #file = new Action();

  constructor() {
    super();
    for (const store of [this.#list.$state, this.#team.$state, this.#file.$state]) this.follow(store);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list.stop();
    this.#team.stop();
  }

  protected override begin(): void {
    const { calls } = this.view;
    void this.#team.load(async (signal) => {
      const roles = ['admin', 'coach', 'staff'] as const;
      const pages = await Promise.all(roles.map((role) => calls.listUsers({ role, limit: 100 }, { signal })));
      return pages.flatMap(({ items }) => items);
    });
  }

  get #input() {
    const { query } = this.route;
    const asked = query['action'];
    const action = isKind(asked) ? actionsOf(asked).join(',') : asked;
    return {
      ...(action && { action }),
      ...(query['by'] && { byId: query['by'] }),
      ...(query['subject'] && { subjectId: query['subject'] }),
    };
  }

  protected override read(): void {
    const { route, view } = this;
    const input = this.#input;
    void this.#list.start(async (cursor, signal) =>
      view.calls.listAudit({ ...input, ...(await edgesOf(route.query, view)), ...cursor, limit: 50 }, { signal }),
    );
  }

  readonly #download = async (): Promise<void> => {
    const { route, view } = this;
    const { say, format } = view;
    const edges = await edgesOf(route.query, view);
    const read = await this.#file.run('file', () =>
      readForFile((cursor) =>
        view.calls.listAudit({ ...this.#input, ...edges, ...(cursor && { cursor }), limit: 100 }),
      ),
    );
    if (!read) return showToast(say(problemPhrase(this.#file.problemOf('file'))), { isProblem: true });
    const head = [say('when'), say('audit_sentence'), say('action'), say('who'), say('subject'), say('request')];
    const lines = read.items.map((entry) => [
      entry.at,
      plain(sentenceOf(entry, say)),
      entry.action,
      entry.by.id ?? entry.by.kind,
      `${entry.subject.kind} ${entry.subject.id}`,
      entry.requestId,
    ]);
    (this.constructor as typeof AdminAudit).save('audit.csv', csvText([head, ...lines]));
    const count = format.number(read.items.length);
    showToast(say(read.isCut ? 'audit_csvCut' : 'audit_csvDone', { count }));
  };

  /** Returns the name of an id as far as the page knows it. */
  #nameOf(id: string): string {
    const team = this.#team.$state.get();
    const member = team.phase === 'ready' ? team.value.find((user) => user.id === id) : undefined;
    const { items } = this.#list.$state.get();
    const by = items.find((entry) => entry.by.id === id)?.by.name;
    return member?.name ?? by ?? items.find(({ subject }) => subject.id === id)?.subject.name ?? id;
  }

  #kinds(): TemplateResult {
    const { say } = this.view;
    const chosen = this.route.query['action'] ?? '';
    const option = (value: string, text: string) =>
      html`<option value=${value} ?selected=${value === chosen}>${text}</option>`;
    const known = isKind(chosen) || auditActions.some((action) => action === chosen);
    return html`<div class="field">
      <label for="action">${say('audit_kindOfEntry')}</label>
      <select id="action" name="action" .value=${chosen}>
        ${option('', say('audit_everyKind'))}
        ${known || !chosen ? nothing : option(chosen, chosen)}
        ${auditKinds.map((kind) => {
          const name = say(`audit_kind_${kind}`);
          return html`<optgroup label=${name}>
            ${option(kind, say('audit_allOfKind', { kind: name }))}
            ${actionsOf(kind).map((action) => option(action, actionText(action, say)))}
          </optgroup>`;
        })}
      </select>
    </div>`;
  }

  #people(): TemplateResult {
    const { say } = this.view;
    const chosen = this.route.query['by'];
    const team = this.#team.$state.get();
    const known = team.phase === 'ready' ? team.value.map(({ id, name }) => [id, name] as const) : [];
    const other = chosen && !known.some(([id]) => id === chosen) ? [[chosen, this.#nameOf(chosen)] as const] : [];
    return filterSelect('by', say('audit_byPerson'), chosen, [['', say('audit_everybody')], ...known, ...other]);
  }

  #filters(): TemplateResult {
    const { view, route } = this;
    const { say } = view;
    const { query } = route;
    const subject = query['subject'];
    const isSet = Object.keys(query).length > 0;
    return html`${filterForm(view, route, [
      this.#kinds(),
      this.#people(),
      filterInput('from', say('from'), query['from'], { type: 'date' }),
      filterInput('to', say('to'), query['to'], { type: 'date' }),
      subject ? html`<input type="hidden" name="subject" .value=${subject} />` : nothing,
    ])}
    ${
      isSet
        ? html`<p class="ways spaced">
            ${subject ? html`<span class="chip">${say('audit_onlyAbout', { name: isolated(this.#nameOf(subject)) })}</span>` : nothing}
            <a href=${hashOf('audit')}>${say('audit_clearFilters')}</a>
          </p>`
        : nothing
    }`;
  }

  #row(entry: AuditEntry): TemplateResult {
    const { view } = this;
    const { say, format } = view;
    const { at, by, action, subject, requestId } = entry;
    const code = (text: string) => html`<code dir="ltr">${text}</code>`;
    const named = (kind: string, id: string) => (isAccount(kind, id) ? linkTo(code(id), 'users', id) : code(id));
    return html`<li class="entry">
      <time datetime=${at}>${format.time(at)}</time>
      <details>
        <summary>${sentenceOf(entry, say)}<span class="vh"> ${say('audit_details')}</span></summary>
        ${factsView(view, [
          [say('when'), format.moment(at)],
          [say('action'), code(action)],
          [say('who'), by.id ? named(by.kind, by.id) : code(by.kind)],
          [say('subject'), html`${code(subject.kind)} ${named(subject.kind, subject.id)}`],
          [say('request'), requestId ? code(requestId) : null],
        ])}
        ${by.kind === 'person' && by.id ? html`<p class="ways">${linkTo(say('audit_onlyThis'), 'audit', null, { by: by.id })}</p>` : nothing}
      </details>
    </li>`;
  }

  #entries(): unknown {
    const { view } = this;
    const { say, format } = view;
    const list = this.#list.$state.get();
    const { items, phase, next, problem } = list;
    if (phase === 'loading') return waitingView(view);
    const days = new Map<string, AuditEntry[]>();
    for (const entry of items) days.set(format.day(entry.at), [...(days.get(format.day(entry.at)) ?? []), entry]);
    return html`${[...days].map(
      ([day, entries]) => html`<h2 class="day"><span class="number">${day}</span></h2>
        <ul class="rows log" aria-label=${day}>${entries.map((entry) => this.#row(entry))}</ul>`,
    )}
    ${items.length === 0 && phase === 'ready' ? emptyView({ title: say(next ? 'noneSoFar' : 'noAudit'), text: say('emptyText') }) : nothing}
    ${problemView(view, problem, this.#list.retry)} ${listFoot(view, list, this.#list.more)}`;
  }

  protected override render(): TemplateResult {
    const { say, format } = this.view;
    const busy = this.#file.isBusy();
    const file = html`<button type="button" aria-disabled=${busy} @click=${this.#download}>${busy ? say('busy') : say('audit_downloadCsv')}</button>`;
    return html`${headingView(say('audit'), `${say('auditText')} ${say('zone', { zone: format.timeZone })}`, file)}
    ${this.#filters()} ${this.#entries()}`;
  }
}
