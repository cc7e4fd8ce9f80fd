import { css, type CSSResult } from 'lit';
import { CoachCalendar } from '@coach-booking/elements/internal/calendar-element';
import type { SideGroup } from './side-group.ts';

/** The looks of a calendar that is one column among others: the frame and the hours are around all of them. */
const column = css`
  :host {
    display: grid !important;
  }
  .root {
    min-height: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
  }
  .toolbar,
  .float,
  .status,
  .banner,
  .tray,
  .waits,
  .heads {
    display: none;
  }
  .scroller {
    overflow: visible;
    max-height: none;
    border: 0;
    border-radius: 0;
  }
  .time {
    --rail: 0px !important;
  }
  .hours {
    visibility: hidden;
  }
  .column {
    border: 0;
  }
  .middle,
  .wait {
    position: sticky;
    inset-block-start: 64px;
    min-height: 240px;
    padding: 16px;
  }
`;

/** The calendar of one coach among those side by side. */
export class SideCalendar extends CoachCalendar {
  static override styles = [...CoachCalendar.styles, column];

  /** The group that the next calendars join. */
  static group: SideGroup | null = null;

  static override connect: typeof CoachCalendar.connect = (settings) => {
    const flow = CoachCalendar.connect(settings);
    return SideCalendar.group?.join(settings.coach, flow) ?? flow;
  };

  /** Adopts sheets before the one of a column. */
  override adopt(sheets: readonly CSSResult[]): void {
    super.adopt([...sheets, column]);
  }
}
