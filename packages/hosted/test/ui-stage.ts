import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { dialogView } from '../src/ui/dialog.ts';
import { tableView, type Column } from '../src/ui/data-table.ts';
import { menuView } from '../src/ui/menu.ts';
import { uiStyles } from '../src/ui/styles.ts';
import { chipView, emptyView, pageHead, segmentsView, skeletonView, switchView } from '../src/ui/views.ts';

interface Person {
  readonly name: string;
  readonly status: string;
  readonly sessions: number;
}

const people: readonly Person[] = [
  { name: 'Ana García', status: 'confirmed', sessions: 12 },
  { name: 'سلمى حداد', status: 'pending', sessions: 3 },
  { name: 'Bartholomäus Weidenfeller-Schönhausen', status: 'cancelled', sessions: 140 },
];
const columns: readonly Column<Person>[] = [
  { title: 'Name', cell: ({ name }) => html`<bdi>${name}</bdi>` },
  { title: 'Status', cell: ({ status }) => chipView(status, status) },
  { title: 'Sessions', isNumber: true, cell: ({ sessions }) => sessions },
  {
    title: 'Acts',
    quietTitle: true,
    cell: ({ name, sessions }) =>
      menuView({
        id: `of-${sessions}`,
        label: `More for ${name}`,
        items: [{ text: 'Open' }, { text: 'Move' }, { text: 'Delete', danger: true }],
      }),
  },
];
const statuses = ['pending', 'scheduled', 'confirmed', 'in_progress', 'completed', 'no_show', 'cancelled'];
const kinds = ['good', 'warn', 'wrong', ''];

const field = (id: string, label: string, control: TemplateResult, error = '') =>
  html`<div class="field"><label for=${id}>${label}</label>${control}${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}</div>`;

/** The components of the hosted pages, each in every state, by the name of the state. */
export const uiStates: Readonly<Record<string, (page: Components) => TemplateResult>> = {
  buttons: () => html`
    ${[false, true].map(
      (off) => html`<div class="actions">
        <button type="button" class="go" aria-disabled=${off}>Save</button>
        <button type="button" aria-disabled=${off}>Cancel</button>
        <button type="button" class="quiet" aria-disabled=${off}>Later</button>
        <button type="button" class="link" aria-disabled=${off}>More</button>
        <button type="button" class="danger" aria-disabled=${off}>Delete</button>
        <button type="button" class="go danger" aria-disabled=${off}>Delete for good</button>
        <button type="button" class="icon" aria-label="Close" aria-disabled=${off}><svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg></button>
        <a class="button" href="#a">A link</a>
      </div>`,
    )}
    <a href="#b">A plain link</a>`,
  fields: () => html`<form>
    ${field('name', 'Name', html`<input id="name" value="Ana García" />`)}
    ${field('mail', 'E-mail', html`<input id="mail" type="email" aria-invalid="true" aria-describedby="mail-error" value="ana@" />`, 'This is no e-mail address.')}
    ${field('off', 'Not to be changed', html`<input id="off" disabled value="coach-a" />`)}
    ${field('kind', 'Kind', html`<select id="kind"><option>Technique</option><option>Strength</option></select>`)}
    ${field('note', 'Note', html`<textarea id="note" rows="3">Bring a towel.</textarea>`)}
    <label class="check" for="tick"><input id="tick" type="checkbox" checked /><span>Online</span></label>
    <label class="check" for="one"><input id="one" name="which" type="radio" checked /><span>Once</span></label>
    <label class="check" for="many"><input id="many" name="which" type="radio" /><span>Each week</span></label>
  </form>`,
  choices: (page) => html`<div class="card">
    ${switchView({ id: 'on', label: 'Confirm bookings by itself', hint: 'Without it, each booking waits for you.', checked: true, change: () => {} })}
    ${switchView({ id: 'quiet', label: 'Send reminders', checked: false, change: () => {} })}
    ${switchView({ id: 'fixed', label: 'Set by your business', checked: true, busy: true, change: () => {} })}
    ${segmentsView({
      name: 'view',
      legend: 'View',
      options: [
        ['day', 'Day'],
        ['week', 'Week'],
        ['month', 'Month'],
      ],
      value: page.chosen,
      change: (value) => {
        page.chosen = value;
        page.requestUpdate();
      },
    })}
  </div>`,
  marks: () => html`<div class="actions">${statuses.map((status) => chipView(status, status))}</div>
    <div class="actions">${kinds.map((kind) => html`<span class="chip ${kind}">${kind || 'plain'}</span>`)}</div>
    <p class="problem">The coach does not work then.</p>
    <p class="note">Three sessions are not closed yet.</p>
    <p class="done">Saved.</p>`,
  rows: () => html`<ul class="rows">
    ${people.map(({ name, status }) => html`<li><a href="#c"><bdi>${name}</bdi></a>${chipView(status, status)}<time>9:00 – 9:45</time></li>`)}
  </ul>`,
  table: () => tableView('People', columns, people),
  empty: () =>
    emptyView({
      title: 'No bookings yet',
      text: 'They appear here as soon as somebody books you.',
      action: html`<button type="button" class="go">Share your page</button>`,
    }),
  waiting: () => skeletonView('Loading…'),
  'page head': () =>
    pageHead({
      title: 'Services',
      text: 'What clients can book with you.',
      actions: html`<button type="button">Order</button><button type="button" class="go">New service</button>`,
    }),
  dialog: (page) => html`<button type="button" @click=${() => page.open(true)}>Delete</button>
    ${page.isOpen ? dialogView({ title: 'Delete this service?', closeText: 'Close', closed: () => page.open(false), content: html`<p>Bookings that are made already stay.</p><div class="actions"><button type="button" class="go danger">Delete</button><button type="button">Keep</button></div>` }) : nothing}`,
  'side sheet': (page) => html`<button type="button" @click=${() => page.open(true)}>Edit</button>
    ${page.isOpen ? dialogView({ title: 'Weekly hours', closeText: 'Close', side: true, closed: () => page.open(false), content: html`${uiStates['fields']!(page)}` }) : nothing}`,
  menu: () =>
    html`<div class="actions">${menuView({ id: 'menu', label: 'More', items: [{ text: 'Duplicate' }, { text: 'Open the page', href: '#d' }, { text: 'Delete', danger: true }] })}</div>`,
};

/** A page of one component, as a section of the desk would draw it. */
export class Components extends LitElement {
  static override styles = uiStyles;
  /** The name of the state. */
  state = '';
  chosen: 'day' | 'week' | 'month' = 'week';
  isOpen = true;

  open(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`<main style="display: grid; gap: 16px; padding: 16px; background: var(--ground)">${uiStates[this.state]!(this)}</main>`;
  }
}
customElements.define('coach-ui-stage', Components);

/** Draws one state into the page. */
export async function drawComponents(state: string, theme: 'light' | 'dark', lang: string): Promise<Components> {
  const page = document.createElement('coach-ui-stage') as Components;
  page.state = state;
  page.lang = lang;
  page.dir = lang === 'ar' ? 'rtl' : 'ltr';
  page.style.colorScheme = theme;
  document.body.append(page);
  await page.updateComplete;
  if (state === 'menu') page.renderRoot.querySelector<HTMLElement>('.menu-list')!.showPopover();
  return page;
}
