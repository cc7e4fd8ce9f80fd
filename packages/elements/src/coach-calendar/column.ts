import { noChange } from 'lit';
import { Directive, directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';
import type { Band } from './bands.ts';
import { detailsOf, leanTime, shortTime, titleOf, type Labels } from './labels.ts';
import { SHORTEST, type Block, type DayModel } from './time-model.ts';

/** The input of a column. The same object draws nothing. */
export interface ColumnModel {
  readonly model: DayModel;
  readonly labels: Labels;
  /** The first minute of the column. */
  readonly first: number;
  /** The number of columns that share the width. */
  readonly count: number;
  /** Ids of bookings with a change under way. */
  readonly busy: ReadonlySet<string>;
  /** Ids of bookings that do not fit into the hours being edited. */
  readonly conflicts: ReadonlySet<string>;
  /** Names of the staff, by id. */
  readonly staff: Readonly<Record<string, string>>;
  /** Returns the class of a booking's colour, empty for that of its status. */
  readonly hueOf: (booking: Block['booking']) => string;
  /** Now, in milliseconds; and its minute on this day, negative on another. */
  readonly now: number;
  readonly nowAt: number;
  /** Whether there is room for names alone. */
  readonly tight: boolean;
}

/** A drawn block with its model, so that only differences are written. */
interface BlockNode extends HTMLElement {
  id_: string;
  look: string;
  place: string;
  label: string;
  text: string;
}

/** Returns the id of the booking of a drawn block or chip. */
export function idOf(node: Element): string | undefined {
  return (node as BlockNode).id_ ?? (node as HTMLElement).dataset['id'];
}

const models = new Map<string, BlockNode>();

/**
 * Returns a node with the markup of bookings of a status; clones of it are cheaper than nodes that are given their
 * attributes one by one.
 */
function modelOf(look: string): BlockNode {
  let model = models.get(look);
  if (!model) {
    model = document.createElement('div') as unknown as BlockNode;
    dress(model, look);
    model.setAttribute('role', 'button');
    model.tabIndex = -1;
    model.append('');
    models.set(look, model);
  }
  return model;
}

function dress(node: BlockNode, look: string): void {
  const [status] = look.split(' ');
  node.className = `block ${(node.look = look)}`;
  node.setAttribute('part', `booking booking-${status}`);
  node.setAttribute('aria-busy', String(look.includes(' busy')));
}

/**
 * Draws the bookings of one day into its column, one node each, without a template: a template for each would cost four
 * parts, and the next week reuses the nodes of this one. A booking keeps its node while it is on the day, so that the
 * focus stays on it.
 */
class ColumnDirective extends Directive {
  #picture: ColumnModel | undefined;
  #nodes: BlockNode[] = [];
  #bands = '';

  render(_picture: ColumnModel): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [picture]: [ColumnModel]): unknown {
    if (picture === this.#picture) return noChange;
    this.#picture = picture;
    this.#drawBands(element.firstElementChild!, picture);
    this.#drawBlocks(element, picture);
    return noChange;
  }

  #drawBands(host: Element, { model, first, nowAt }: ColumnModel): void {
    const key =
      model.bands.map(({ kind, from, to, draft, text }) => `${kind}${from}-${to}${draft}${text}`).join() +
      `${first} ${nowAt}`;
    if (key === this.#bands) return;
    this.#bands = key;
    host.replaceChildren(...model.bands.filter(({ to }) => to > first).map((band) => bandNode(band, first)));
    // The line lies behind the bookings, so that it strikes out no name.
    if (nowAt >= first) host.append(lineNode(nowAt - first));
  }

  #drawBlocks(column: Element, picture: ColumnModel): void {
    const { blocks } = picture.model;
    const old = this.#nodes;
    const wanted = new Set(blocks.map(({ booking }) => booking.id));
    const kept = new Map<string, BlockNode>();
    const free: BlockNode[] = [];
    for (const node of old)
      if (wanted.has(node.id_)) kept.set(node.id_, node);
      else free.push(node);
    // Another week reuses the nodes in their order; within a week a node must not move, since moving it removes the
    // focus.
    const reused = kept.size === 0 ? free : [];
    free.slice(reused.length && blocks.length).forEach((node) => node.remove());
    let here = column.firstElementChild!.nextElementSibling;
    const fragment = document.createDocumentFragment();
    this.#nodes = blocks.map((block, at) => {
      const look = lookOf(block, picture);
      let node = kept.get(block.booking.id) ?? reused[at];
      if (!node) {
        node = modelOf(look).cloneNode(true) as BlockNode;
        node.look = look;
      } else if (node.look !== look) dress(node, look);
      fill(node, block, picture);
      if (node === here) here = here.nextElementSibling;
      else if (here) here.before(node);
      else fragment.append(node);
      return node;
    });
    column.append(fragment);
  }
}

/**
 * The minutes from which a block has room for two lines; and the number of blocks side by side that still have room for
 * a time.
 */
const [twoLines, threeLines, widest] = [40, 55, 21];

const isRoomy = ({ from, to, of }: Block, { count, tight }: ColumnModel): boolean =>
  !tight && to - from >= twoLines && of * count <= widest;

const lookOf = (block: Block, picture: ColumnModel): string => {
  const { booking, begins, ends, from, to, end } = block;
  const { busy, conflicts, now, hueOf } = picture;
  return `${booking.status}${end <= now ? ' past' : hueOf(booking)}${to - from < twoLines ? ' short' : ''}${isRoomy(block, picture) ? ' roomy' : ''}${begins ? '' : ' tail'}${ends ? '' : ' onward'}${busy.has(booking.id) ? ' busy' : ''}${conflicts.has(booking.id) ? ' conflict' : ''}`;
};

/** Positions are set through CSSOM, which a content security policy without `unsafe-inline` allows. */
function fill(node: BlockNode, block: Block, picture: ColumnModel): void {
  const { booking, from, to, before, after, column, of } = block;
  const { labels, model, first } = picture;
  node.id_ = booking.id;
  const width = 100 / of;
  const buffer = before || after ? `;border-color:var(--buffer);border-block-width:${before}px ${after}px` : '';
  const place = `top:${from - before - first}px;height:${Math.max(to - from, SHORTEST) + before + after - 1}px;inset-inline-start:${column * width}%;width:calc(${width}% - 2px)${buffer}`;
  if (node.place !== place) node.style.cssText = node.place = place;
  const { date, day } = model;
  const start = block.begins ? labels.timeAt(day, from, booking.start!) : labels.time(from);
  const end = block.ends ? labels.timeAt(day, to, booking.end!) : labels.time(to);
  const staff = picture.staff[booking.staffId ?? ''];
  const label = labels.booking(booking, date, start, end, staff);
  if (node.label !== label) node.setAttribute('aria-label', (node.label = label));
  const name = titleOf(booking);
  const details = () => detailsOf(labels, booking, staff);
  const text = picture.tight
    ? name.replaceAll(' ', '\n')
    : isRoomy(block, picture)
      ? `${name}\n${leanTime(start)} – ${leanTime(end)}${to - from < threeLines ? ' · ' : '\n'}${details()}`
      : of > 1
        ? name
        : `${shortTime(start)} · ${name} · ${details()}`;
  if (node.text !== text) (node.firstChild as Text).data = node.text = text;
}

function bandNode({ kind, from, to, draft, text }: Band, first: number): HTMLElement {
  const node = document.createElement('i');
  node.className = `${kind}${draft ? ' draft' : ''}`;
  const top = Math.max(from, first);
  node.style.cssText = `top:${top - first}px;height:${to - top}px`;
  if (text) node.textContent = text;
  return node;
}

function lineNode(top: number): HTMLElement {
  const node = document.createElement('i');
  node.className = 'now';
  node.setAttribute('part', 'now');
  node.style.top = `${top}px`;
  return node;
}

/** Draws a day into the column element; its first child holds the bands. */
export const column: (picture: ColumnModel) => DirectiveResult = directive(ColumnDirective);
