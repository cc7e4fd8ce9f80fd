/** Keeps the choice as long as the tab is open: an id or slug of a coach, several, or `*`. */
export interface KeptChoice {
  read(): string | null;
  write(choice: string | null): void;
}

/** Returns the choice of an element of this name, in the storage of the tab; nothing is kept where there is none. */
export function choiceIn(name: string): KeptChoice {
  const key = `coach-booking:choice:${name}`;
  const inStorage = <T>(use: (storage: Storage) => T): T | null => {
    try {
      return use(globalThis.sessionStorage);
    } catch {
      return null;
    }
  };
  return {
    read: () => inStorage((storage) => storage.getItem(key)),
    write: (choice) =>
      void inStorage((storage) => (choice === null ? storage.removeItem(key) : storage.setItem(key, choice))),
  };
}
