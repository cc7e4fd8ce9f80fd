import { html, nothing, type TemplateResult } from 'lit';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { User } from '@coach-booking/sdk';
import type { CoachName } from '../../sign-in/session.ts';
import type { PageTexts } from '../../sign-in/texts/index.ts';
import { deskGroups, type DeskPageName } from '../pages.ts';
import type { DeskTexts } from '../texts/index.ts';
import { barOf, entriesFor, type NavEntry } from './entries.ts';
import { icon } from './icons.ts';
import { deskLanguages } from './languages.ts';
import { themes, type Theme } from './theme-choice.ts';

/** The parts of the desk's frame, and what its buttons do. */
export interface ShellView {
  readonly texts: DeskTexts;
  /** The words that all hosted pages share. */
  readonly shared: PageTexts;
  readonly user: User;
  readonly partner: string;
  /** The page that is shown; null when there is none at the address. */
  readonly page: DeskPageName | null;
  /** The name of the coach whom an admin chose; empty without one. */
  readonly coachName: string;
  /** The coaches among whom an admin can choose; null until they are known. */
  readonly coaches: readonly CoachName[] | null;
  /** The numbers that entries show, by page; absent where there is nothing to count. */
  readonly counts: Partial<Readonly<Record<DeskPageName, number>>>;
  readonly isNarrow: boolean;
  readonly theme: Theme;
  readonly language: string;
  /** The address of the administration, for admins. */
  readonly admin: string;
  address(page: DeskPageName, coach?: string): string;
  toggleSide(): void;
  search(): void;
  showKeys(): void;
  setTheme(theme: Theme): void;
  setLanguage(language: string): void;
  signOut(): void;
}

const currentOf = ({ pages }: NavEntry, page: DeskPageName | null) =>
  pages[0] === page ? 'page' : page && pages.includes(page) ? 'true' : nothing;

function link(entry: NavEntry, { texts, page, counts, address }: ShellView): TemplateResult {
  const count = entry.pages.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  return html`<a href=${address(entry.pages[0])} aria-current=${currentOf(entry, page)}
    >${icon(entry.icon)}<span class="word">${texts[entry.name]}</span>${count ? html`<span class="count" aria-hidden="true">${count}</span><span class="vh">, ${filled(texts.toAnswer, { count })}</span>` : nothing}</a
  >`;
}

const adminLink = ({ user, texts, admin }: ShellView) =>
  user.role === 'admin' ? html`<a href=${admin}>${icon('admin')}<span class="word">${texts.admin}</span></a>` : nothing;

/** Renders the partner's name, and the coach's with the way to another. */
function brand({ partner, user, coachName, shared }: ShellView): TemplateResult {
  if (user.role !== 'admin' || !coachName) return html`<div class="brand"><b><bdi>${partner}</bdi></b></div>`;
  return html`<button type="button" class="brand coach" popovertarget="coaches">
    <span class="names"><b><bdi>${partner}</bdi></b><span><bdi>${coachName}</bdi></span></span>${icon('choose')}
    <span class="vh">${shared.otherCoach}</span>
  </button>`;
}

function sideBar(view: ShellView, entries: readonly NavEntry[]): TemplateResult {
  const { texts, user } = view;
  return html`<div class="side">
    <div class="row">
      ${brand(view)}
      <button type="button" class="icon" aria-label=${texts.collapse} @click=${view.toggleSide}>${icon('collapse')}</button>
    </div>
    <button type="button" class="person find" @click=${view.search}>${icon('search')}<span>${texts.search}</span><kbd aria-hidden="true">/</kbd></button>
    <nav aria-label=${texts.pages}>
      ${deskGroups.map((group) => {
        const own = entries.filter((entry) => entry.group === group);
        const heading = group === 'work' || own.length < 2 ? nothing : html`<p class="group">${texts[group]}</p>`;
        return own.length === 0 ? nothing : html`${heading}${own.map((entry) => link(entry, view))}`;
      })}
      ${adminLink(view)}
    </nav>
    <button type="button" class="person" popovertarget="account-menu">${icon('account')}<span><bdi>${user.name}</bdi></span><span class="vh">${texts.accountMenu}</span></button>
  </div>`;
}

function top(view: ShellView): TemplateResult {
  const { texts, user } = view;
  return html`<header class="top">
    ${
      view.isNarrow
        ? html`<button type="button" class="icon wide" aria-label=${texts.expand} @click=${view.toggleSide}>${icon('collapse')}</button>`
        : nothing
    }
    ${brand(view)}
    ${user.role === 'client' ? nothing : html`<button type="button" class="icon" aria-label=${texts.search} @click=${view.search}>${icon('search')}</button>`}
    <button type="button" class="icon" popovertarget="account-menu" aria-label="${texts.accountMenu}: ${user.name}">${icon('account')}</button>
  </header>`;
}

/** Renders the menu of who is signed in: the account, the language and the look of this device, and signing out. */
function accountMenu(view: ShellView): TemplateResult {
  const { texts, shared, user, theme, language } = view;
  const onTheme = ({ target }: Event): void => view.setTheme((target as HTMLSelectElement).value as Theme);
  const onLanguage = ({ target }: Event): void => view.setLanguage((target as HTMLSelectElement).value);
  return html`<div popover id="account-menu" class="menu" role="group" aria-label=${texts.accountMenu}>
    <p class="who"><b><bdi>${user.name}</bdi></b><span class="quiet"><bdi>${user.email}</bdi></span></p>
    ${user.role === 'client' ? nothing : html`<a href=${view.address('account')}>${icon('account')}${texts.account}</a>`}
    <label>${texts.language}
      <select @change=${onLanguage}>
        ${Object.entries(deskLanguages).map(([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === language}>${name}</option>`)}
      </select>
    </label>
    <label>${texts.theme}
      <select @change=${onTheme}>
        ${themes.map((one) => html`<option value=${one} ?selected=${one === theme}>${texts[one]}</option>`)}
      </select>
    </label>
    ${user.role === 'client' ? nothing : html`<button type="button" class="act keyboard" @click=${view.showKeys}>${icon('keys')}${texts.keys}</button>`}
    <button type="button" class="act leave" @click=${view.signOut}>${icon('signOut')}${shared.signOut}</button>
  </div>`;
}

function coachMenu({ user, texts, shared, coaches, page, address }: ShellView): unknown {
  if (user.role !== 'admin') return nothing;
  const to = page ?? 'today';
  return html`<div popover id="coaches" class="menu" role="group" aria-label=${shared.otherCoach}>
    ${coaches?.map(({ slug, name }) => html`<a href=${address(to, slug)}><bdi>${name}</bdi></a>`) ?? nothing}
    <a href=${address('today', '')}>${texts.allCoaches}</a>
  </div>`;
}

const sheetOf = (part: EventTarget | null): HTMLDialogElement =>
  (part as HTMLElement).closest('.shell')!.querySelector<HTMLDialogElement>('.sheet')!;

/** Opens the sheet with what has no place in the bar. */
const openMore = ({ currentTarget }: Event): void => sheetOf(currentTarget).showModal();
const closeMore = ({ currentTarget }: Event): void => sheetOf(currentTarget).close();

/** Closes the menus and the sheet, once a link in them is followed. */
export function closeMenus(root: ParentNode): void {
  for (const menu of root.querySelectorAll<HTMLElement>('.menu:popover-open')) menu.hidePopover();
  root.querySelector<HTMLDialogElement>('.sheet')?.close();
}

function bar(view: ShellView, entries: readonly NavEntry[]): TemplateResult {
  const { texts, page } = view;
  const shown = barOf(entries);
  const others = entries.filter((entry) => !shown.includes(entry));
  const isOther = page !== null && others.some(({ pages }) => pages.includes(page));
  return html`<nav class="bar" aria-label=${texts.pages}>
      ${shown.map((entry) => link(entry, view))}
      <button type="button" class="more" aria-haspopup="dialog" aria-current=${isOther ? 'true' : nothing} @click=${openMore}>
        ${icon('more')}<span class="word">${texts.more}</span>
      </button>
    </nav>
    <dialog class="sheet" aria-label=${texts.more} closedby="any">
      <div class="sheet-head"><h2>${texts.more}</h2><button type="button" class="icon close" aria-label=${texts.close} @click=${closeMore}>${icon('close')}</button></div>
      <nav aria-label=${texts.morePages}>${others.map((entry) => link(entry, view))} ${adminLink(view)}</nav>
    </dialog>`;
}

/** Renders the tabs of the entry that has the page, if it has several. */
export function tabs({ texts, user, page, address }: ShellView): TemplateResult | typeof nothing {
  const entry = entriesFor(user.role).find(({ pages }) => page && pages.includes(page));
  if (!entry || entry.pages.length < 2) return nothing;
  return html`<nav class="tabs" aria-label=${texts[entry.name]}>
    ${entry.pages.map((name) => html`<a href=${address(name)} aria-current=${name === page ? 'page' : nothing}>${texts[name]}</a>`)}
  </nav>`;
}

/** Renders what stands before the page: its head, and the navigation of those who work here. */
function before(view: ShellView, entries: readonly NavEntry[], skip: () => void): TemplateResult {
  const isClient = view.user.role === 'client';
  return html`<button type="button" class="skip" @click=${skip}>${view.texts.skip}</button>
    ${top(view)} ${isClient ? nothing : html`${sideBar(view, entries)} ${bar(view, entries)}`}`;
}

/**
 * Renders the frame of the desk around a page. Clients have no pages here: for them there is the head alone, and
 * nothing around the form of who is not signed in.
 */
export function shell(view: ShellView | null, skip: () => void, content: unknown): TemplateResult {
  const isPlain = view === null || view.user.role === 'client';
  const entries = view ? entriesFor(view.user.role) : [];
  return html`<div class="shell ${isPlain ? 'plain' : view.isNarrow ? 'narrow' : ''}">
    ${view ? before(view, entries, skip) : nothing}
    <main>${content}</main>
    ${view ? html`${accountMenu(view)} ${coachMenu(view)}` : nothing}
  </div>`;
}
