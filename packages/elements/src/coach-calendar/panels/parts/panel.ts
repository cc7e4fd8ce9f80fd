import type { CalendarFlowState, FoundPerson } from '@coach-booking/sdk';
import type { TemplateResult } from 'lit';
import type { CalendarSay } from '../../../translations/calendar/index.ts';
import type { Formats } from '../../../internal/dates/format.ts';
import type { Flow } from '../../flow.ts';
import type { ZoneMark } from '../../labels.ts';
import type { GridContext } from '../../grid-context.ts';

/** An open panel of the calendar. Instants are UTC texts, dates are plain. */
export type Panel =
  | {
      readonly kind: 'booking';
      readonly id: string;
      /** Opens the form that moves, or the one that cancels. */
      readonly act?: 'reschedule' | 'cancel';
      /** The start that the form proposes, until its button is pressed. */
      readonly at?: string;
      /** The panel that opens when this one is closed. */
      readonly then?: Panel;
    }
  | {
      readonly kind: 'create';
      readonly start: string;
      readonly end?: string;
      /** The service and the person that are chosen at first; null for a person who could not be found. */
      readonly serviceId?: string;
      readonly person?: FoundPerson | null;
      readonly then?: Panel;
    }
  | {
      readonly kind: 'timeOff';
      readonly start: string;
      readonly end: string;
      /** The id of stored time off: it is shown, and can be removed. */
      readonly id?: string;
      readonly then?: Panel;
    }
  | {
      readonly kind: 'schedule';
      /** Opens the hours of this date. */
      readonly date?: string;
      /** The panel that opens afterwards, in its last state. */
      readonly then?: Panel;
    }
  | {
      /** A client's profile and logs, opened from one of the client's bookings. */
      readonly kind: 'client';
      readonly id: string;
      readonly name: string;
      readonly then: Panel;
    }
  | { /** Guest bookings that look like one visitor's work. */ readonly kind: 'bursts' }
  | { /** Bookings and time off that a new law of the coach's zone has moved. */ readonly kind: 'zones' }
  | { /** Sessions that are over and not closed. */ readonly kind: 'toClose' }
  | { readonly kind: 'preferences' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'dayList'; readonly date: string };

/** The fields of a new booking that a page fills in: ids, and a UTC instant. */
export interface NewBookingWish {
  readonly clientId?: string;
  readonly serviceId?: string;
  readonly start?: string;
}

/** An element by whose properties the page around opens a booking, or the form of a new one. */
export interface LinkedElement extends HTMLElement {
  booking: string | null;
  newBooking: NewBookingWish | undefined;
}

/** The input of every part of the calendar. */
export interface View {
  readonly element: HTMLElement;
  /** The panel that is being drawn, within a panel. */
  readonly panel?: Panel;
  readonly say: CalendarSay;
  /** Formats in the shown zone (`state.timeZone`). */
  readonly format: Formats;
  /** BCP 47 tag for `Intl`. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** Ms since the epoch by the device's clock. */
  readonly now: number;
  /** Replaces this panel by another; null closes it. The focus returns to its place before the first panel. */
  open(panel: Panel | null): void;
  /** Announces a text in the live region. */
  announce(text: string): void;
  /** Draws again; for panels with a state of their own. */
  redraw(): void;
}

/** The keys of the calendar, which come with the panels. */
export interface Keys {
  readonly calendarKey: typeof import('../../calendar-keys.ts').calendarKey;
  readonly timeKey: typeof import('../../time-keyboard.ts').timeKey;
}

/**
 * The part of the panels' file that the element uses. The element draws `panelView` inside `dialogView` (Escape and a
 * press outside leave it, and the focus returns), so a panel is its content: a heading with `id="panel-title"` first.
 * It is drawn again for each state.
 */
export interface Panels extends Keys {
  panelView(panel: Panel, view: View, state: CalendarFlowState, flow: Flow, close: () => void): TemplateResult;
  /**
   * Renders the last finished act (with undo), or a problem (with its actions), over the lower corner, while no panel
   * is open; and what the coach should look at.
   */
  noticeView(view: View, state: CalendarFlowState, flow: Flow): unknown;
  /** Opens what the properties of the element name. */
  readonly followLinks: typeof import('../linked.ts').followLinks;
  /** Renders the dialog around a panel. */
  dialogView(panel: Panel, view: View, content: TemplateResult, close: () => void): unknown;
  /** Opens the dialog that was drawn, and returns the focus when it is gone. */
  readonly dialogDrawn: typeof import('../dialog/dialog-view.ts').dialogDrawn;
  readonly zoneMark: ZoneMark;
  readonly dispatchChanges: typeof import('../../page-events.ts').dispatchChanges;
  /** Renders the bookings that wait for a time, over the grid. Nothing when there are none. */
  trayView(context: GridContext): unknown;
  /** The English texts of the panels. */
  readonly enPanels: typeof import('../../../translations/calendar/en-panels.ts').enPanels;
  /** The sheets that are adopted after the element's own. */
  readonly panelStyles: readonly import('lit').CSSResult[];
}
