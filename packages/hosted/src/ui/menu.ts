import { html, nothing, type TemplateResult } from 'lit';

/** An entry: an act, or the address of a page. */
export interface MenuItem {
  readonly text: string;
  readonly href?: string;
  readonly danger?: boolean;
  run?(): void;
}

export interface Menu {
  /** Unique in the page's shadow root. */
  readonly id: string;
  /** The name of its button. */
  readonly label: string;
  /** The content of the button; without one, three dots. */
  readonly button?: unknown;
  readonly items: readonly MenuItem[];
}

const dots = html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M4 10h.01M10 10h.01M16 10h.01" stroke-width="2.6" /></svg>`;
const GAP = 4;
const MARGIN = 8;

/** Puts the open list below its button, at the side where there is room, or above it. */
function place(list: HTMLElement): void {
  const button = list.previousElementSibling!.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const isRtl = getComputedStyle(list).direction === 'rtl';
  const wanted = isRtl ? button.left : button.right - width;
  const left = Math.max(MARGIN, Math.min(wanted, innerWidth - width - MARGIN));
  const below = button.bottom + GAP;
  const top = below + height > innerHeight - MARGIN ? Math.max(MARGIN, button.top - GAP - height) : below;
  list.style.left = `${left}px`;
  list.style.top = `${top}px`;
}

const itemsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[role="menuitem"]')];

function toggled(event: ToggleEvent): void {
  if (event.newState !== 'open') return;
  const list = event.currentTarget as HTMLElement;
  place(list);
  itemsOf(list)[0]?.focus();
}

/** Moves between the entries; Escape and a press elsewhere are the browser's. */
function pressed(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const items = itemsOf(list);
  const at = items.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (event.key === 'Tab') return list.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  items.at(next % items.length)?.focus();
}

/** Renders a button and the menu that it opens, above everything else; the focus moves into it and back. */
export function menuView({ id, label, button, items }: Menu): TemplateResult {
  const chosen = (event: Event, run?: () => void) => {
    (event.currentTarget as HTMLElement).closest<HTMLElement>('.menu-list')!.hidePopover();
    run?.();
  };
  return html`<button type="button" class=${button ? '' : 'icon quiet'} popovertarget=${id} aria-haspopup="menu" aria-label=${label} title=${button ? nothing : label}>${button ?? dots}</button>
    <div id=${id} class="menu-list" role="menu" popover aria-label=${label} @toggle=${toggled} @keydown=${pressed}>
      ${items.map(({ text, href, danger, run }) =>
        href
          ? html`<a role="menuitem" tabindex="-1" href=${href} @click=${(event: Event) => chosen(event)}>${text}</a>`
          : html`<button type="button" role="menuitem" tabindex="-1" class=${danger ? 'danger' : ''} @click=${(event: Event) => chosen(event, run)}>${text}</button>`,
      )}
    </div>`;
}
