import type { CalendarFlowState } from '@coach-booking/sdk';
import type { TemplateResult } from 'lit';
import type { CalendarSay } from '../../../translations/calendar/index.ts';
import type { Formats } from '../../../internal/dates/format.ts';
import type { Flow } from '../../flow.ts';
import type { ZoneMark } from '../../labels.ts';
import type { GridContext } from '../../grid-context.ts';

/** Shows what is open over the calendar. Instants are UTC texts, dates are plain. */
export type Panel =
  | {
      readonly kind: 'booking';
      readonly id: string;
      /** Straight to the form that moves, or the one that cancels. */ readonly act?: 'reschedule' | 'cancel';
      /** What opens again when it is closed. */
      readonly then?: Panel;
    }
  | { readonly kind: 'create'; readonly start: string; readonly end?: string }
  | {
      readonly kind: 'timeOff';
      readonly start: string;
      readonly end: string;
      /** One that is stored: it is shown, and can be removed. */
      readonly id?: string;
      readonly then?: Panel;
    }
  | {
      readonly kind: 'schedule';
      /** Straight to the hours of this date. */
      readonly date?: string;
      /** What opens again when that is done, as it was left. */
      readonly then?: Panel;
    }
  | {
      /** A client's profile and logs, opened from a booking of theirs. */ readonly kind: 'client';
      readonly id: string;
      readonly name: string;
      readonly then: Panel;
    }
  | { /** Guest bookings that look like one visitor's work. */ readonly kind: 'bursts' }
  | { /** What a new law of the coach's zone has moved on the wall. */ readonly kind: 'zones' }
  | { /** Sessions that are over and not closed. */ readonly kind: 'toClose' }
  | { readonly kind: 'preferences' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'dayList'; readonly date: string };

/** What every part of the calendar is drawn with. */
export interface View {
  readonly element: HTMLElement;
  /** The panel that is being drawn, in a panel. */
  readonly panel?: Panel;
  readonly say: CalendarSay;
  /** Formats in the zone that is shown (`state.timeZone`). */
  readonly format: Formats;
  /** BCP 47 tag for `Intl`. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** Ms since the epoch by the device's clock. */
  readonly now: number;
  /** Puts another panel in place of this one; null closes. The focus returns to where it was before the first. */
  open(panel: Panel | null): void;
  /** Announces a text in the live region. */
  announce(text: string): void;
  /** Draws again; for panels that keep something of their own. */
  redraw(): void;
}

/**
 * What the element needs of the panels' file. The element draws `panelView` inside a `<dialog>` that is shown as modal
 * (Escape and its own backdrop leave it, the focus comes back), so a panel is its content: a heading with
 * `id="panel-title"` first. It is drawn again for each state; `key` of the panel's identity starts it anew.
 */
export interface Panels {
  panelView(panel: Panel, view: View, state: CalendarFlowState, flow: Flow, close: () => void): TemplateResult;
  /**
   * Renders what was just done (with undo), or what went wrong (with the way out): a bar under the toolbar while no
   * panel is open. Nothing when there is neither.
   */
  noticeView(view: View, state: CalendarFlowState, flow: Flow): unknown;
  /** Somebody presses Escape, or beside the dialog: closes it, unless that has to be asked first. */
  leaveDialog(view: View, close: () => void): void;
  readonly zoneMark: ZoneMark;
  /** Renders the bookings that wait for a time, over the grid. Nothing when none does. */
  trayView(context: GridContext): unknown;
  /** The English texts of the panels. */
  readonly enPanels: typeof import('../../../translations/calendar/en-panels.ts').enPanels;
  /** Adopted after the element's own sheets. */
  readonly panelStyles: readonly import('lit').CSSResult[];
}
