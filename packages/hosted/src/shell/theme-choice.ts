/** The look of the desk: as the device prefers, or one of its own. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEY = 'coach-desk-theme';

/** Returns what the storage of the browser has under a key; null where it forbids it. */
export function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a choice of this device, where the browser allows that. */
export function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It lasts as long as the page.
  }
}

/** Returns the look that was chosen on this device. */
export function chosenTheme(): Theme {
  return themes.find((theme) => theme === stored(KEY)) ?? 'auto';
}

/** Draws the whole page in the chosen look: every part of it inherits the scheme of the root. */
export function applyTheme(theme = chosenTheme()): void {
  document.documentElement.style.colorScheme = theme === 'auto' ? '' : theme;
}

/** Stores the look for this device, and draws the page in it. */
export function chooseTheme(theme: Theme): void {
  store(KEY, theme);
  applyTheme(theme);
}
