import { html, nothing, type TemplateResult } from 'lit';
import type { User } from '@coach-booking/sdk';
import { icon, type IconName } from './icons.ts';
import { shellLanguages } from './languages.ts';
import type { ShellTexts } from './texts/phrases.ts';
import { themes, type Theme } from './theme-choice.ts';

/** A link of the navigation. */
export interface ShellLink {
  readonly text: string;
  readonly href: string;
  /** `page` where it leads to what is shown, `true` where that is one of several pages under it. */
  readonly current?: 'page' | 'true' | undefined;
}

/** An entry of the navigation. */
export interface ShellEntry extends ShellLink {
  readonly icon: IconName;
  /** A number beside it, and what it stands for. */
  readonly count?: { readonly number: number; readonly text: string } | undefined;
}

export interface ShellGroup {
  /** Null where the entries stand without one. */
  readonly heading: string | null;
  readonly entries: readonly ShellEntry[];
}

/** The line below the partner's name, such as the coach whose desk is open, and a menu with the way to another. */
export interface ShellBrand {
  readonly under: unknown;
  readonly menu?: { readonly name: string; readonly links: readonly ShellLink[] };
}

/** The parts of the frame around the pages of those who work here, and what its buttons do. */
export interface ShellView {
  readonly texts: ShellTexts;
  readonly signOutText: string;
  readonly user: Pick<User, 'name' | 'email'>;
  readonly partner: string;
  readonly brand: ShellBrand | null;
  readonly groups: readonly ShellGroup[];
  /** The entries of the bar of a phone, without the one for all others. */
  readonly bar: readonly ShellEntry[];
  /** Whether there is no navigation: the head stands alone. */
  readonly isPlain: boolean;
  readonly isNarrow: boolean;
  readonly theme: Theme;
  readonly language: string;
  /** The page of the account, where the frame leads to one. */
  readonly account: ShellLink | null;
  toggleSide(): void;
  search(): void;
  showKeys(): void;
  setTheme(theme: Theme): void;
  setLanguage(language: string): void;
  signOut(): void;
}

function link({ icon: name, text, href, current, count }: ShellEntry): TemplateResult {
  return html`<a href=${href} aria-current=${current ?? nothing}
    >${icon(name)}<span class="word">${text}</span>${count ? html`<span class="count" aria-hidden="true">${count.number}</span><span class="vh">, ${count.text}</span>` : nothing}</a
  >`;
}

/** Renders the partner's name, with the line below it and the menu that it opens. */
function brandView({ partner, brand }: ShellView): TemplateResult {
  const names = html`<b><bdi>${partner}</bdi></b>${brand ? html`<span><bdi>${brand.under}</bdi></span>` : nothing}`;
  if (!brand?.menu) return html`<div class="brand"><span class="names">${names}</span></div>`;
  return html`<button type="button" class="brand coach" popovertarget="brand-menu">
    <span class="names">${names}</span>${icon('choose')}
    <span class="vh">${brand.menu.name}</span>
  </button>`;
}

function sideBar(view: ShellView): TemplateResult {
  const { texts, user, groups } = view;
  return html`<div class="side">
    <div class="row">
      ${brandView(view)}
      <button type="button" class="icon" aria-label=${texts.collapse} @click=${view.toggleSide}>${icon('collapse')}</button>
    </div>
    <button type="button" class="person find" @click=${view.search}>${icon('search')}<span>${texts.search}</span><kbd aria-hidden="true">/</kbd></button>
    <nav aria-label=${texts.pages}>
      ${groups.map(({ heading, entries }) => html`${heading ? html`<p class="group">${heading}</p>` : nothing}${entries.map(link)}`)}
    </nav>
    <button type="button" class="person" popovertarget="account-menu">${icon('account')}<span><bdi>${user.name}</bdi></span><span class="vh">${texts.accountMenu}</span></button>
  </div>`;
}

function top(view: ShellView): TemplateResult {
  const { texts, user, isPlain } = view;
  return html`<header class="top">
    ${
      view.isNarrow
        ? html`<button type="button" class="icon wide" aria-label=${texts.expand} @click=${view.toggleSide}>${icon('collapse')}</button>`
        : nothing
    }
    ${brandView(view)}
    ${isPlain ? nothing : html`<button type="button" class="icon" aria-label=${texts.search} @click=${view.search}>${icon('search')}</button>`}
    <button type="button" class="icon" popovertarget="account-menu" aria-label="${texts.accountMenu}: ${user.name}">${icon('account')}</button>
  </header>`;
}

/** Renders the menu of who is signed in: the account, the language and the look of this device, and signing out. */
function accountMenu(view: ShellView): TemplateResult {
  const { texts, user, theme, language, account } = view;
  const onTheme = ({ target }: Event): void => view.setTheme((target as HTMLSelectElement).value as Theme);
  const onLanguage = ({ target }: Event): void => view.setLanguage((target as HTMLSelectElement).value);
  return html`<div popover id="account-menu" class="menu" role="group" aria-label=${texts.accountMenu}>
    <p class="who"><b><bdi>${user.name}</bdi></b><span class="quiet"><bdi>${user.email}</bdi></span></p>
    ${account ? html`<a href=${account.href}>${icon('account')}${account.text}</a>` : nothing}
    <label>${texts.language}
      <select @change=${onLanguage}>
        ${Object.entries(shellLanguages).map(([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === language}>${name}</option>`)}
      </select>
    </label>
    <label>${texts.theme}
      <select @change=${onTheme}>
        ${themes.map((one) => html`<option value=${one} ?selected=${one === theme}>${texts[one]}</option>`)}
      </select>
    </label>
    ${view.isPlain ? nothing : html`<button type="button" class="act keyboard" @click=${view.showKeys}>${icon('keys')}${texts.keys}</button>`}
    <button type="button" class="act leave" @click=${view.signOut}>${icon('signOut')}${view.signOutText}</button>
  </div>`;
}

function brandMenu({ brand }: ShellView): unknown {
  if (!brand?.menu) return nothing;
  return html`<div popover id="brand-menu" class="menu" role="group" aria-label=${brand.menu.name}>
    ${brand.menu.links.map(({ text, href }) => html`<a href=${href}><bdi>${text}</bdi></a>`)}
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

/** Renders the bar, and the sheet with the other entries: under their headings, where there are many. */
function bar({ texts, groups, bar: shown }: ShellView): TemplateResult {
  const others = groups
    .map(({ heading, entries }) => ({ heading, entries: entries.filter((entry) => !shown.includes(entry)) }))
    .filter(({ entries }) => entries.length > 0);
  const all = others.flatMap(({ entries }) => entries);
  const isOther = all.some(({ current }) => current);
  const hasHeadings = all.length > 10;
  return html`<nav class="bar" aria-label=${texts.pages}>
      ${shown.map(link)}
      <button type="button" class="more" aria-haspopup="dialog" aria-current=${isOther ? 'true' : nothing} @click=${openMore}>
        ${icon('more')}<span class="word">${texts.more}</span>
      </button>
    </nav>
    <dialog class="sheet" aria-label=${texts.more} closedby="any">
      <div class="sheet-head"><h2>${texts.more}</h2><button type="button" class="icon close" aria-label=${texts.close} @click=${closeMore}>${icon('close')}</button></div>
      <nav aria-label=${texts.morePages}>${others.map(({ heading, entries }) => html`${hasHeadings && heading ? html`<p class="group">${heading}</p>` : nothing}${entries.map(link)}`)}</nav>
    </dialog>`;
}

/** Renders the tabs of an entry with several pages; nothing where there is one. */
export function tabs(name: string, links: readonly ShellLink[]): TemplateResult | typeof nothing {
  if (links.length < 2) return nothing;
  return html`<nav class="tabs" aria-label=${name}>
    ${links.map(({ text, href, current }) => html`<a href=${href} aria-current=${current ?? nothing}>${text}</a>`)}
  </nav>`;
}

/** Renders what stands before the page: its head, and the navigation of those who work here. */
function before(view: ShellView, skip: () => void): TemplateResult {
  return html`<button type="button" class="skip" @click=${skip}>${view.texts.skip}</button>
    ${top(view)} ${view.isPlain ? nothing : html`${sideBar(view)} ${bar(view)}`}`;
}

/** Renders the frame around a page; nothing around the form of who is not signed in. */
export function shell(view: ShellView | null, skip: () => void, content: unknown): TemplateResult {
  const isPlain = view === null || view.isPlain;
  return html`<div class="shell ${isPlain ? 'plain' : view.isNarrow ? 'narrow' : ''}">
    ${view ? before(view, skip) : nothing}
    <main>${content}</main>
    ${view ? html`${accountMenu(view)} ${brandMenu(view)}` : nothing}
  </div>`;
}
