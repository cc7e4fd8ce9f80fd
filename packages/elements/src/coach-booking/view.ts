import type { Details } from '@coach-booking/sdk';
import type { Formats } from '../internal/dates/format.ts';
import type { ZoneSearch } from '../internal/zones/zone-combobox.ts';
import type { Say, Translation } from '../translations/index.ts';
import type { loadSteps } from './load-steps.ts';

/**
 * The steps after the choice of a time: a file of its own, fetched while the visitor chooses.
 *
 * @internal
 */
export type Steps = Awaited<ReturnType<typeof loadSteps>>;

/** State of the view alone: the focus, the fields that were touched, the parts that are open. */
export interface Ui {
  /** The day that has the focus. */
  readonly cursor: string | null;
  /** The start that has the focus. */
  readonly slotCursor: string | null;
  /** The starts that this visitor has seen free. */
  readonly seen: Set<string>;
  /** The open list of zones; absent while it is closed. */
  readonly zones?: ZoneSearch | undefined;
  /** Fields that were left once: from then on they are validated while typing. */
  readonly touched: Readonly<Partial<Record<keyof Details, true>> & Record<string, true | undefined>>;
  /** Whether the visitor asked to cancel and has not confirmed. */
  readonly cancelling: boolean;
  /** The text of the live region. */
  readonly announcement: string;
  /** Asks for 12 or 24 hours, behind the tag of the language. */
  readonly hours?: string;
  /** The partner's name or logo, once the later steps have rendered it. */
  readonly brand?: unknown;
  /** Puts in the words of the page, of the partner and of their tone, once the later steps are there. */
  readonly reword?: (spoken: Translation) => Translation;
}

/** Returns the state at the start. */
export const initialUi = (): Ui => ({
  cursor: null,
  slotCursor: null,
  seen: new Set(),
  touched: {},
  cancelling: false,
  announcement: '',
});

/** The input of every part of the view. */
export interface View {
  readonly element: HTMLElement;
  readonly say: Say;
  /** Formats in the visitor's zone. */
  readonly format: Formats;
  readonly rtl: boolean;
  /** Ms since the epoch by the device's clock. */
  readonly now: number;
  readonly ui: Ui;
  /**
   * Undefined until they are loaded, null when they could not be loaded.
   *
   * @internal
   */
  readonly steps: Steps | null | undefined;
  loadSteps(): void;
  setUi(change: Partial<Ui>): void;
  /** Moves the focus to the first match, once the change is drawn. */
  focus(selector: string): void;
}

/** Returns the initials of a name: `Coach Ada Lovelace` gives `CA`. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
