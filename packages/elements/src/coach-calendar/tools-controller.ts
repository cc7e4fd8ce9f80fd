import { html, nothing, type ReactiveController } from 'lit';
import type { GridContext, Tool } from './grid-context.ts';
import { addCalendarEnglish } from '../translations/calendar/index.ts';
import type { AdoptingHost } from './late-views.ts';
import { panelsFile } from './panels-file.ts';

/** Loads the content of the toolbar's boxes: a file of its own, fetched when one is first opened. Tests replace it. */
export const toolsFile = { load: () => import('./tools/tools-file.ts') };

type Tools = Awaited<ReturnType<typeof toolsFile.load>>;

/** Milliseconds in which a press on a button is the one that has closed what the button opened. */
const SAME_PRESS = 250;

/** The boxes that the toolbar opens by its buttons: the picker of a date, the views, filters, search, and the menu. */
export class ToolsController implements ReactiveController {
  shown: Tool | null = null;
  #tools: Tools | undefined;
  #anchor: Element | null = null;
  #closed: { readonly tool: Tool | null; readonly at: number } = { tool: null, at: -SAME_PRESS };

  constructor(private readonly host: AdoptingHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.shown = null;
  }

  /** Opens or closes a tool; `anchor` is the button that does. */
  readonly toggle = (tool: Tool, anchor: Element | null): void => {
    const wasThis = this.#closed.tool === tool && performance.now() - this.#closed.at < SAME_PRESS;
    this.shown = this.shown === tool || wasThis ? null : tool;
    this.#closed = { tool: null, at: 0 };
    this.#anchor = anchor ?? this.host.renderRoot.querySelector(`[data-tool=${tool}], [data-tool=menu]`);
    if (this.shown && !this.#tools)
      // The panels have texts that the tools show.
      Promise.all([toolsFile.load(), panelsFile.load()]).then(
        ([tools, { enPanels }]) => {
          addCalendarEnglish(enPanels);
          if (!this.#tools) this.host.adopt(tools.sheets);
          this.#tools = tools;
          this.host.requestUpdate();
        },
        () => void (this.shown = null),
      );
    this.host.requestUpdate();
  };

  readonly #close = (): void => {
    if (!this.shown) return;
    this.#closed = { tool: this.shown, at: performance.now() };
    this.shown = null;
    this.host.requestUpdate();
  };

  /** Renders the open tool; the browser closes it by Escape or a press elsewhere. */
  draw(context: GridContext): unknown {
    const tools = this.#tools;
    if (!this.shown || !tools) return nothing;
    const toggled = (event: Event) => (event as ToggleEvent).newState === 'closed' && this.#close();
    return html`<div popover class="tool-box" part="menu" @beforetoggle=${toggled}>${tools.toolView(this.shown, context, this.#close)}</div>`;
  }

  hostUpdated(): void {
    const box = this.host.renderRoot.querySelector<HTMLElement>('.tool-box');
    if (box && this.#tools && !box.matches(':popover-open')) this.#tools.showBox(box, this.#anchor);
  }
}
