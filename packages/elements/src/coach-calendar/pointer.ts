import type { CalendarBooking } from '@coach-booking/sdk';
import { timeOffAt } from './block-reason.ts';
import type { PlainDate } from '../internal/dates/plain-date.ts';
import { idOf } from './column.ts';
import { draggedTo, instantText, dragOf, type Drag, type BookingDrag, type Point } from './drag.ts';
import type { GridContext } from './grid-context.ts';

/**
 * The geometry of the grid: returns the point of the calendar at a place on the screen; null outside it. A month has
 * days only.
 */
export interface GridGeometry {
  readonly pointAt: (x: number, y: number) => { readonly date: string; readonly minute: number | null } | null;
  /** The minute at which a click on an empty place books, where the view has none. */
  readonly defaultMinute: (date: string) => number;
}

/** A press that may become a drag. */
interface Press {
  readonly x: number;
  readonly y: number;
  readonly point: Point;
  readonly touch: boolean;
  readonly shift: boolean;
  readonly booking: CalendarBooking | undefined;
  /** Whether the press is at the lower edge of a block that ends on this day. */
  readonly edge: boolean;
  readonly origin: BookingDrag | null;
  readonly target: Element;
  readonly pointerId: number;
}

/** Pixels after which a press is a drag, and those after which a touch is a scroll. */
const slack = { mouse: 4, touch: 10 };
/** Milliseconds of a long press. */
const LONG_PRESS = 400;
/** Pixels sideways after which a finger has turned the page. */
const SWIPE = 56;
const EDGE_HEIGHT = 8;
const blockOf = (event: Event) => (event.target as Element).closest('.block, .chip');

/**
 * Handles the mouse, the pen and the finger on the grid. Dragging a booking moves it, its lower edge resizes it,
 * dragging over empty time draws a range; Escape cancels each. A finger drags after a long press, so that it can
 * scroll.
 */
export class Pointer {
  #context!: GridContext;
  #geometry!: GridGeometry;
  #press: Press | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dragging = false;
  /** The finger that moves before a long press. */
  #swipe: PointerEvent | undefined;
  /** The place, in pixels from the left, at which it began. */
  #from = 0;
  /** Whether the next click ends a drag and has no meaning of its own. */
  #spent = false;

  /** Sets the context and the geometry of the present drawing. */
  over(context: GridContext, geometry: GridGeometry): this {
    this.#context = context;
    this.#geometry = geometry;
    if (this.#dragging && !context.ui.drag) this.#end();
    return this;
  }

  readonly down = (event: PointerEvent): void => {
    this.#end();
    this.#spent = false;
    const at = this.#geometry.pointAt(event.clientX, event.clientY);
    if (event.button !== 0 || !event.isPrimary || !at) return;
    const block = blockOf(event);
    const booking = block ? this.#bookingOf(block) : undefined;
    const edge = !!block && !!booking && isEdge(block, event);
    this.#press = {
      x: event.clientX,
      y: event.clientY,
      point: { date: at.date, minute: at.minute ?? 0 },
      touch: event.pointerType === 'touch',
      shift: event.shiftKey,
      booking,
      edge,
      origin: booking ? dragOf(edge ? 'resize' : 'move', booking, this.#context.clock, false) : null,
      target: event.currentTarget as Element,
      pointerId: event.pointerId,
    };
    this.#from = event.clientX;
    if (this.#press.touch) this.#timer = setTimeout(() => this.#begin(), LONG_PRESS);
  };

  /** Starts to drag a booking that is beside the grid and has no time yet: over the grid it follows the pointer. */
  readonly carry = (event: PointerEvent, booking: CalendarBooking): void => {
    this.#end();
    this.#spent = false;
    if (event.button !== 0 || !event.isPrimary) return;
    const point = { date: this.#context.state.date as PlainDate, minute: 0 };
    this.#press = {
      x: event.clientX,
      y: event.clientY,
      point,
      touch: false,
      shift: false,
      booking,
      edge: false,
      origin: { kind: 'move', booking, ...point, length: booking.duration ?? 60, byKeyboard: false },
      target: event.currentTarget as Element,
      pointerId: event.pointerId,
    };
  };

  readonly move = (event: PointerEvent): void => {
    const press = this.#press;
    if (!press) return this.#hover(event);
    const far = Math.hypot(event.clientX - press.x, event.clientY - press.y);
    const at = this.#geometry.pointAt(event.clientX, event.clientY);
    const carried = isCarried(press);
    if (!this.#dragging) {
      if (press.touch && far > slack.touch) {
        this.#end();
        this.#swipe = event;
      } else if (!press.touch && far > slack.mouse && (at || !carried)) this.#begin();
      if (!this.#dragging) return;
    }
    scrollNear(gridOf(press)?.closest('.scroller') ?? null, event.clientY);
    if (!at) return;
    const minute = at.minute ?? (carried ? this.#geometry.defaultMinute(at.date) : press.point.minute);
    this.#context.setUi({ drag: this.#handAt(press, { date: at.date, minute }) });
  };

  /** Ends a drag; outside the grid, the booking returns to its place. */
  readonly up = (event: PointerEvent): void => {
    const { drag } = this.#context.ui;
    const press = this.#press;
    const dragging = this.#dragging;
    const by = event.clientX - this.#from;
    const isSwipe = this.#swipe && Math.abs(by) > SWIPE;
    this.#end();
    if (isSwipe) return this.#context.turn(by > 0 === (this.#context.view.dir === 'rtl') ? 1 : -1);
    if (!dragging || !drag || !press) return;
    if (isWithin(gridOf(press), event)) this.#context.drop(drag);
    else this.#context.setUi({ drag: null });
  };

  readonly cancel = (): void => {
    if (this.#dragging) this.#context.setUi({ drag: null });
    this.#end();
  };

  readonly leave = (): void => {
    if (this.#context.ui.hover) this.#context.setUi({ hover: null });
  };

  /** Prevents scrolling while a finger drags. */
  readonly touch = {
    passive: false,
    handleEvent: (event: Event): void => {
      if (this.#dragging) event.preventDefault();
    },
  };

  /** Prevents that a long press opens a menu over the drag. */
  readonly menu = (event: Event): void => {
    if (this.#dragging) event.preventDefault();
  };

  /** Returns whether this click is the end of a drag, without a meaning of its own. */
  isSpent(): boolean {
    const spent = this.#spent;
    this.#spent = false;
    return spent;
  }

  readonly click = (event: MouseEvent): void => {
    if (this.isSpent()) return;
    const { view, ui, clock, step, state } = this.#context;
    const block = blockOf(event);
    const booking = block ? this.#bookingOf(block) : undefined;
    if (booking) return view.open({ kind: 'booking', id: booking.id });
    if (!(event.target as Element).closest('.body, .month') || (event.target as Element).closest('button')) return;
    const at = this.#geometry.pointAt(event.clientX, event.clientY);
    if (!at) return;
    const minute = at.minute === null ? this.#geometry.defaultMinute(at.date) : Math.floor(at.minute / step) * step;
    this.#context.focus({ date: at.date, minute, id: null });
    const start = clock.instantAt(at.date, minute);
    // A phone's month shows the day below.
    if (at.minute === null && this.#context.narrow) return;
    if (at.minute === null && (event.target as Element).matches('b')) return this.#context.openDay(at.date);
    const off = at.minute !== null && !ui.painting && timeOffAt(state, start);
    if (off) return view.open({ ...off, kind: 'timeOff' });
    if (!ui.painting) return view.open({ kind: 'create', start: instantText(start) });
    const whole = at.minute === null;
    const from = whole ? clock.day(at.date).start : start;
    view.open({
      kind: 'timeOff',
      start: instantText(from),
      end: instantText(whole ? clock.day(at.date).end : from + step * 60_000),
    });
  };

  #bookingOf(block: Element): CalendarBooking | undefined {
    const id = idOf(block);
    return this.#context.state.bookings.find((booking) => booking.id === id);
  }

  #begin(): void {
    const press = this.#press;
    if (!press || (press.booking && !press.origin)) return this.#end();
    this.#dragging = this.#spent = true;
    press.target.setPointerCapture(press.pointerId);
    this.#context.setUi({ hover: null, drag: this.#handAt(press, press.point) });
  }

  #handAt(press: Press, point: Point): Drag {
    const { ui, snap, shown } = this.#context;
    if (press.origin) return draggedTo(press.origin, press.point, point, snap);
    const kind = ui.painting || press.shift ? 'off' : 'book';
    const whole = shown === 'month';
    const forwards = press.point.date <= point.date;
    const bound = (at: Point, late: boolean) => (whole ? { date: at.date, minute: late ? 1440 : 0 } : at);
    const end = kind === 'book' && !whole ? { date: press.point.date, minute: point.minute } : point;
    return {
      kind: whole ? 'off' : kind,
      from: bound(press.point, !forwards),
      to: bound(end, forwards),
      byKeyboard: false,
    };
  }

  #hover(event: PointerEvent): void {
    const { ui, step, shown } = this.#context;
    const block = blockOf(event);
    (event.currentTarget as HTMLElement).classList.toggle('at-edge', !!block && isEdge(block, event));
    const at =
      block || event.pointerType === 'touch' || shown === 'month'
        ? null
        : this.#geometry.pointAt(event.clientX, event.clientY);
    const hover = at && { date: at.date, minute: Math.floor((at.minute ?? 0) / step) * step };
    if (hover?.date !== ui.hover?.date || hover?.minute !== ui.hover?.minute) this.#context.setUi({ hover });
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#press = this.#swipe = undefined;
    this.#dragging = false;
  }
}

/** Returns whether the pointer is at the lower edge of the booking itself; below it there may be a buffer. */
function isEdge(block: Element, { clientY }: MouseEvent): boolean {
  if (block.matches('.chip, .onward')) return false;
  const { top, bottom, height } = block.getBoundingClientRect();
  const buffer = bottom - (top + (block as HTMLElement).clientTop + block.clientHeight);
  return height - buffer > EDGE_HEIGHT * 2 && clientY > bottom - buffer - EDGE_HEIGHT;
}

/** Returns whether the drag started beside the grid. */
function isCarried({ booking }: Press): boolean {
  return booking !== undefined && !booking.start;
}

/** Returns the grid under a drag, also one that started beside it. */
function gridOf({ target }: Press): Element | null {
  const grid = '.scroller, .month';
  return target.closest(grid) ?? (target.getRootNode() as ShadowRoot).querySelector(grid);
}

/** Returns whether the pointer is over the visible part of an element. */
function isWithin(element: Element | null, { clientX, clientY }: PointerEvent): boolean {
  if (!element) return true;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/** Scrolls while a drag is near the upper or lower edge. */
function scrollNear(scroller: Element | null, y: number): void {
  if (!scroller) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + 60) scroller.scrollTop -= 12;
  else if (y > bottom - 30) scroller.scrollTop += 12;
}
