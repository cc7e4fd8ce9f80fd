import type { CalendarFlowState, CalendarView } from '@coach-booking/sdk';
import type { WallClock } from '../internal/dates/wall-clock.ts';
import type { Flow } from './flow.ts';
import type { Drag, Point } from './drag.ts';
import type { Labels } from './labels.ts';
import type { Panel, View } from './panels/parts/panel.ts';
import type { CursorPosition } from './cursor.ts';
import type { Pointer } from './pointer.ts';

/** State of the view alone: where the keyboard and the pointer are, what is held, what is open. */
export interface Ui {
  /** The place of the focus; null before the grid had it. */
  readonly cursor: CursorPosition | null;
  readonly drag: Drag | null;
  /** Dragging draws time off. */
  readonly painting: boolean;
  /** An empty time under the pointer that is explained. */
  readonly hover: Point | null;
  /** The grid has the keyboard. */
  readonly focused: boolean;
  readonly panel: Panel | null;
  /** The text of the live region. */
  readonly announcement: string;
  /**
   * The number of times that the user went to today: each time the grid scrolls there, also when today is shown
   * already.
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
  announcement: '',
  todays: 0,
};

/** What every view and handler of the grid works with; made anew for each drawing. */
export interface GridContext {
  readonly view: View;
  readonly labels: Labels;
  readonly state: CalendarFlowState;
  readonly flow: Flow;
  /** What is drawn: a week becomes a day where there is no room. */
  readonly shown: CalendarView;
  readonly narrow: boolean;
  readonly ui: Ui;
  readonly clock: WallClock;
  readonly pointer: Pointer;
  /** Minutes from one empty time to the next, for the keyboard. */
  readonly step: number;
  /** Minutes to which moves snap. */
  readonly snap: number;
  setUi(change: Partial<Ui>): void;
  /** Puts the keyboard there, once it is drawn. */
  focus(place: CursorPosition, change?: Partial<Ui>): void;
  readonly focusin: (event: FocusEvent) => void;
  readonly focusout: (event: FocusEvent) => void;
  /** Sets whether dragging draws time off from now on. */
  paintTimeOff(painting: boolean): void;
  /** Shows today, and scrolls to now. */
  goToToday(): void;
  /** Shows one day by itself. */
  openDay(date: string): void;
  /** Drops what is held: sends the change, or opens the panel that does. */
  drop(drag: Drag): void;
}
