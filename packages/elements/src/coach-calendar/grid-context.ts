import type { CalendarFlowState, CalendarView } from '@coach-booking/sdk';
import type { WallClock } from '../internal/dates/wall-clock.ts';
import { noFilters, type Filters } from './filters.ts';
import type { Flow } from './flow.ts';
import type { Drag, Point } from './drag.ts';
import type { Labels } from './labels.ts';
import type { Keys, Panel, View } from './panels/parts/panel.ts';
import type { CursorPosition } from './cursor.ts';
import type { Pointer } from './pointer.ts';

/** A part of the toolbar that opens. */
export type Tool = 'date' | 'views' | 'filters' | 'search' | 'menu';

/** State of the view alone: the focus, the pointer, the drag, the open panel. */
export interface Ui {
  /** The place of the focus; null before the grid had it. */
  readonly cursor: CursorPosition | null;
  readonly drag: Drag | null;
  /** Whether a drag draws time off. */
  readonly painting: boolean;
  /** The empty time under the pointer that is explained. */
  readonly hover: Point | null;
  /** Whether the grid has the focus. */
  readonly focused: boolean;
  readonly panel: Panel | null;
  /** The bookings that the grid shows. */
  readonly filters: Filters;
  /** The text of the live region. */
  readonly announcement: string;
  /**
   * The number of times that the user chose Today: each time the grid scrolls there, also when today is shown already.
   */
  readonly todays: number;
}

export const initialUi: Ui = {
  cursor: null,
  drag: null,
  painting: false,
  hover: null,
  focused: false,
  panel: null,
  filters: noFilters,
  announcement: '',
  todays: 0,
};

/** The input of every view and handler of the grid; created for each drawing. */
export interface GridContext {
  readonly view: View;
  readonly labels: Labels;
  readonly state: CalendarFlowState;
  readonly flow: Flow;
  readonly shown: CalendarView;
  /** Returns the class of a booking's colour, empty for that of its status. */
  hueOf(booking: CalendarFlowState['bookings'][number]): string;
  /** Opens, or closes, what a button of the toolbar opens. */
  tool(name: Tool, anchor: Element | null): void;
  /** The name of what is open. */
  readonly openTool: Tool | null;
  readonly narrow: boolean;
  readonly ui: Ui;
  readonly clock: WallClock;
  readonly pointer: Pointer;
  /** Passes a key of the grid to `act`, at once or when the code of the keys is there. */
  key(event: KeyboardEvent, act: (keys: Keys) => void): void;
  /** Minutes from one empty time to the next, for the keyboard. */
  readonly step: number;
  /** Minutes of the grid to which moves snap. */
  readonly snap: number;
  setUi(change: Partial<Ui>): void;
  /** Focuses a place, once it is drawn. */
  focus(place: CursorPosition, change?: Partial<Ui>): void;
  readonly focusin: (event: FocusEvent) => void;
  readonly focusout: (event: FocusEvent) => void;
  /** Sets whether a drag draws time off from now on. */
  paintTimeOff(painting: boolean): void;
  /** Turns to what is after (1) or before (-1). */
  turn(by: -1 | 1): void;
  /** Shows today, and scrolls to now. */
  goToToday(): void;
  /** Shows the view of one day. */
  openDay(date: string): void;
  /** Drops a drag: sends the change, or opens the panel that does. */
  drop(drag: Drag): void;
}
