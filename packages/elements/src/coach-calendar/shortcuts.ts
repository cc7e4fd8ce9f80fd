/** A key or keys, and what they do. */
export interface Shortcut {
  /** The keys as `KeyboardEvent.key` names them, modifiers first; keys that do alike stand side by side. */
  readonly keys: readonly string[];
  /** `keys_<does>` is its phrase. */
  readonly does:
    | 'move'
    | 'lineEnds'
    | 'page'
    | 'open'
    | 'views'
    | 'today'
    | 'turn'
    | 'newBooking'
    | 'timeOff'
    | 'select'
    | 'drag'
    | 'resize'
    | 'confirm'
    | 'cancelBooking'
    | 'client'
    | 'undo'
    | 'escape'
    | 'help';
  /** The place where it works: anywhere in the calendar, on the grid, or on a booking. */
  readonly on: 'calendar' | 'grid' | 'booking';
}

/**
 * All keys of the calendar, in the order in which `?` lists them. The keyboard follows this list's words, not the other
 * way round.
 */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['m', 'w', 'd'], does: 'views', on: 'calendar' },
  { keys: ['t'], does: 'today', on: 'calendar' },
  { keys: ['n', 'p'], does: 'turn', on: 'calendar' },
  { keys: ['u'], does: 'undo', on: 'calendar' },
  { keys: ['?'], does: 'help', on: 'calendar' },
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'move', on: 'grid' },
  { keys: ['Home', 'End'], does: 'lineEnds', on: 'grid' },
  { keys: ['PageUp', 'PageDown'], does: 'page', on: 'grid' },
  { keys: ['Enter'], does: 'open', on: 'grid' },
  { keys: ['Shift+ArrowUp', 'Shift+ArrowDown'], does: 'select', on: 'grid' },
  { keys: ['b'], does: 'newBooking', on: 'grid' },
  { keys: ['o'], does: 'timeOff', on: 'grid' },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowLeft', 'Alt+ArrowRight'], does: 'drag', on: 'booking' },
  { keys: ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'], does: 'resize', on: 'booking' },
  { keys: ['c'], does: 'confirm', on: 'booking' },
  { keys: ['Delete'], does: 'cancelBooking', on: 'booking' },
  { keys: ['i'], does: 'client', on: 'booking' },
  { keys: ['Escape'], does: 'escape', on: 'grid' },
];
