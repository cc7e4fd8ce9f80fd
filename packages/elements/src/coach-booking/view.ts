import type { Details } from '@coach-booking/sdk';
import type { Formats } from '../internal/dates/format.ts';
import type { Say } from '../translations/index.ts';
import type { loadSteps } from './load-steps.ts';

/** The steps after the choice of a time: a file of its own, fetched while the visitor chooses. */
export type Steps = Awaited<ReturnType<typeof loadSteps>>;

/** State of the view alone: where the keyboard is, what was touched, what is unfolded. */
export interface Ui {
  /** The day on which the keyboard is. */
  readonly cursor: string | null;
  /** The start on which the keyboard is. */
  readonly slotCursor: string | null;
  /** All zones are in the list; they are many, so they come when it is reached for. */
  readonly zones: boolean;
  /** Fields that were left once: from then on they are checked as one types. */
  readonly touched: Readonly<Partial<Record<keyof Details, true>>>;
  /** The visitor asked to cancel and has not confirmed. */
  readonly cancelling: boolean;
  /** The text of the live region. */
  readonly announcement: string;
  /** The partner's name or logo, once the later steps have made it. */
  readonly brand?: unknown;
}

export const initialUi: Ui = {
  cursor: null,
  slotCursor: null,
  zones: false,
  touched: {},
  cancelling: false,
  announcement: '',
};

/** What every part of the picture is drawn with. */
export interface View {
  readonly element: HTMLElement;
  readonly say: Say;
  /** Formats in the visitor's zone. */
  readonly format: Formats;
  readonly rtl: boolean;
  /** Ms since the epoch by the device's clock. */
  readonly now: number;
  readonly ui: Ui;
  /** Undefined until they have come, null when they could not be loaded. */
  readonly steps: Steps | null | undefined;
  loadSteps(): void;
  setUi(change: Partial<Ui>): void;
  /** Moves the focus to the first match, once what changed is drawn. */
  focus(selector: string): void;
}

/** `Coach Ada Lovelace` → `CA`. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
