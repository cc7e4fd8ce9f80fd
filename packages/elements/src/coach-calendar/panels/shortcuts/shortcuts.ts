/** A key or keys, and their action. */
export interface Shortcut {
  /** The keys as `KeyboardEvent.key` names them, modifiers first; keys of the same action are in one entry. */
  readonly keys: readonly string[];
  /** The action; its phrase is `keys_<action>`. */
  readonly action:
    | 'move'
    | 'lineEnds'
    | 'page'
    | 'open'
    | 'views'
    | 'today'
    | 'turn'
    | 'search'
    | 'filters'
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
  /** The place where the keys work: anywhere in the calendar, on the grid, or on a booking. */
  readonly on: 'calendar' | 'grid' | 'booking';
}

/**
 * All keys of the calendar, in the order in which `?` lists them. The keyboard follows this list's words, not the other
 * way round.
 */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['d', 'x', 'w', 'm', 'l'], action: 'views', on: 'calendar' },
  { keys: ['t'], action: 'today', on: 'calendar' },
  { keys: ['n', 'p'], action: 'turn', on: 'calendar' },
  { keys: ['/'], action: 'search', on: 'calendar' },
  { keys: ['f'], action: 'filters', on: 'calendar' },
  { keys: ['u'], action: 'undo', on: 'calendar' },
  { keys: ['?'], action: 'help', on: 'calendar' },
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], action: 'move', on: 'grid' },
  { keys: ['Home', 'End'], action: 'lineEnds', on: 'grid' },
  { keys: ['PageUp', 'PageDown'], action: 'page', on: 'grid' },
  { keys: ['Enter'], action: 'open', on: 'grid' },
  { keys: ['Shift+ArrowUp', 'Shift+ArrowDown'], action: 'select', on: 'grid' },
  { keys: ['b'], action: 'newBooking', on: 'grid' },
  { keys: ['o'], action: 'timeOff', on: 'grid' },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowLeft', 'Alt+ArrowRight'], action: 'drag', on: 'booking' },
  { keys: ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'], action: 'resize', on: 'booking' },
  { keys: ['c'], action: 'confirm', on: 'booking' },
  { keys: ['Delete'], action: 'cancelBooking', on: 'booking' },
  { keys: ['i'], action: 'client', on: 'booking' },
  { keys: ['Escape'], action: 'escape', on: 'grid' },
];
