import type { TemplateResult } from 'lit';
import { moreTokens } from '../../internal/theme/more-tokens.ts';
import type { GridContext, Tool } from '../grid-context.ts';
import { dateTool } from './date-tool.ts';
import { filtersTool } from './filters-tool.ts';
import { menuTool, viewsTool } from './menus.ts';
import { searchTool } from './search-tool.ts';
import { toolStyles } from './styles.ts';
import { toolSayer } from './texts.ts';

export const sheets = [moreTokens, toolStyles];

const tools = { date: dateTool, views: viewsTool, filters: filtersTool, search: searchTool, menu: menuTool };

/** Renders what a button of the toolbar opens. */
export function toolView(name: Tool, context: GridContext, close: () => void): TemplateResult {
  return tools[name](context, toolSayer(context.view.language), close);
}

/** Pixels between a button and its box, and between the box and the edge of the window. */
const GAP = 8;

/** Shows a box below its button, as far as the window has room, and moves the focus into it. */
export function showBox(box: HTMLElement, anchor: Element | null): void {
  box.showPopover();
  const { left = 0, right = innerWidth, bottom = 0 } = anchor?.getBoundingClientRect() ?? {};
  const isLate = left + right > innerWidth;
  const x = isLate ? right - box.offsetWidth : left;
  box.style.setProperty('left', `${Math.max(GAP, Math.min(x, innerWidth - box.offsetWidth - GAP))}px`);
  box.style.setProperty('top', `${Math.max(GAP, Math.min(bottom + GAP, innerHeight - box.offsetHeight - GAP))}px`);
  (
    box.querySelector<HTMLElement>('[aria-checked=true], input[type=search], td [tabindex="0"]') ??
    box.querySelector<HTMLElement>('button, input')
  )?.focus();
}
