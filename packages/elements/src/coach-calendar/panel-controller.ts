import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { CalendarFlowState, CalendarProblem } from '@coach-booking/sdk';
import { addCalendarEnglish } from '../translations/calendar/index.ts';
import type { Flow } from './flow.ts';
import { panelsFile } from './panels-file.ts';
import type { Keys, LinkedElement, Panel, Panels, View } from './panels/parts/panel.ts';

type Host = ReactiveControllerHost &
  LinkedElement & { readonly renderRoot: ParentNode; adopt(sheets: Panels['panelStyles']): void };

/** The keys that mean something on the grid. */
const ofGrid = /^(Arrow.+|Page.+|Home|End|Enter|Delete|[ a-z?/])$/;

/**
 * The open panel of the calendar, in one dialog. The panels are a file of their own, loaded while the browser is
 * idle. Their sheets, whose adoption restyles everything, are adopted when the pointer or the focus enters the
 * calendar, when there is something to show, or where colours are forced. When the file could not be loaded, opening a
 * panel loads it once more.
 */
export class PanelController implements ReactiveController {
  shown: Panel | null = null;
  #panels: Panels | undefined;
  #wanted = false;
  #adopted = false;
  #returnTo: HTMLElement | null = null;
  #loading = false;
  /** The keys that were pressed before their code was there, with the places where they were. */
  readonly #early: [EventTarget, KeyboardEvent][] = [];
  /** The state of the last events. */
  #before: CalendarFlowState | undefined;
  /** The panel of the last drawing. */
  #drawn: Panel | null = null;

  constructor(private readonly host: Host) {
    host.addController(this);
    for (const type of ['pointerenter', 'focusin']) host.addEventListener(type, () => this.want());
  }

  hostConnected(): void {
    (globalThis.requestIdleCallback ?? setTimeout)(() => this.#load());
  }

  /** The panels, once they are loaded and needed. */
  get loaded(): Panels | undefined {
    return this.#wanted ? this.#panels : undefined;
  }

  /** The function that marks a time that the clocks show twice, once the panels are loaded. */
  get zoneMark(): Panels['zoneMark'] | undefined {
    return this.#panels?.zoneMark;
  }

  /** Dispatches what has changed to the page around. */
  dispatch(state: CalendarFlowState): void {
    if (!this.#panels || state === this.#before) return;
    this.#panels.dispatchChanges(this.host, state, this.#before);
    this.#before = state;
  }

  /** Returns a problem of loading, explained in the console by a file of its own. */
  explained(baseUrl: string, problem: CalendarProblem | null): CalendarProblem | null {
    if (problem?.kind === 'offline')
      import('./panels/origin-hint.ts').then(
        ({ explainOrigin }) => explainOrigin(baseUrl, problem),
        () => {},
      );
    return problem;
  }

  /**
   * Passes a key to `act`. One that is pressed before the code of the keys is there waits for it, so that none is lost;
   * of those with another meaning, as in a field, none waits.
   */
  key(event: KeyboardEvent, act: (keys: Keys) => void, waits = ofGrid): void {
    if (this.#panels) return act(this.#panels);
    const { key, ctrlKey, metaKey } = event;
    const target = event.target as Element;
    const isOther = metaKey || (ctrlKey && !/Home|End/.test(key)) || target.closest('input, select, textarea');
    if (isOther || !waits.test(key) || (/^(Enter| )$/.test(key) && target.closest('button'))) return;
    event.preventDefault();
    event.stopPropagation();
    this.#early.push([target, event]);
    this.#load();
  }

  /** Presses the keys that waited. */
  async #pressEarly(): Promise<void> {
    for (const [target, event] of this.#early.splice(0)) {
      await this.host.updateComplete;
      target.dispatchEvent(new KeyboardEvent(event.type, event));
    }
  }

  /** Draws the panels from now on. */
  want(): void {
    if (this.#adopted) return;
    this.#wanted = true;
    this.#load();
    if (!this.#panels) return;
    this.#adopted = true;
    this.host.adopt(this.#panels.panelStyles);
    this.host.requestUpdate();
  }

  #load(): void {
    if (this.#panels || this.#loading) return;
    this.#loading = true;
    void panelsFile.load().then(
      (panels) => {
        addCalendarEnglish(panels.enPanels);
        this.#panels = panels;
        if (this.#wanted || matchMedia('(forced-colors: active)').matches) this.want();
        else this.host.requestUpdate();
        void this.#pressEarly();
      },
      () => {
        this.#loading = false;
        this.#early.length = 0;
      },
    );
  }

  open(panel: Panel | null): void {
    if (panel) this.want();
    if (panel && !this.shown) this.#returnTo = (this.host.shadowRoot?.activeElement as HTMLElement | null) ?? null;
    this.shown = panel;
    this.host.requestUpdate();
  }

  readonly #close = (): void => this.open(null);

  /** Renders the dialog, or nothing. */
  draw(view: View, state: CalendarFlowState, flow: Flow): unknown {
    const { shown, loaded } = this;
    this.#panels?.followLinks(this.host, shown, view, state, flow);
    return shown && loaded
      ? loaded.dialogView(shown, view, loaded.panelView(shown, view, state, flow, this.#close), this.#close)
      : nothing;
  }

  /** Called after each drawing: opens a new dialog, and returns the focus after the last one. */
  updated(): void {
    const { shown } = this;
    const [before, returnTo] = [this.#drawn, this.#returnTo];
    this.#drawn = shown;
    if (!shown) this.#returnTo = null;
    if (shown || before) this.loaded?.dialogDrawn(this.host.renderRoot as ShadowRoot, { shown, before, returnTo });
  }
}
