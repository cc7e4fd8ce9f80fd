import type { LitElement, CSSResult } from 'lit';

/** The views whose code comes when they are first shown; tests replace how. */
export const viewFiles = {
  month: () => import('./month/month-file.ts'),
  list: () => import('./list/list-file.ts'),
};

type Files = { [Name in keyof typeof viewFiles]: Awaited<ReturnType<(typeof viewFiles)[Name]>> };

/** An element that adopts the sheets of what comes late. */
export type AdoptingHost = LitElement & { adopt(sheets: readonly CSSResult[]): void };

const known: Partial<Files> = {};

/** Loads the code of views for one element. */
export class LateViews {
  /** The view whose file could not be loaded. */
  failed = '';
  #adopted = new Set<string>();
  #loading = '';

  constructor(private readonly host: AdoptingHost) {}

  /** Returns the file of a view, or undefined while it is being loaded. */
  get<Name extends keyof Files>(name: Name): Files[Name] | undefined {
    const file = known[name];
    if (!file) this.#load(name);
    else if (!this.#adopted.has(name)) {
      this.#adopted.add(name);
      this.host.adopt(file.sheets);
    }
    return file;
  }

  #load(name: keyof Files): void {
    if (this.#loading === name || this.failed === name) return;
    this.#loading = name;
    void viewFiles[name]()
      .then(
        (file) => void Object.assign(known, { [name]: file }),
        () => void (this.failed = name),
      )
      .then(() => {
        this.#loading = '';
        this.host.requestUpdate();
      });
  }

  /** Loads again after a failure. */
  again(): void {
    this.failed = '';
    this.host.requestUpdate();
  }
}
