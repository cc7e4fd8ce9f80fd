import type { PanelStage } from './panel-stage.ts';

/** Returns the first match in the stage; throws when there is none. */
export function find<E extends HTMLElement = HTMLElement>(stage: PanelStage, selector: string): E {
  const found = stage.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** Returns the buttons of the open panel. */
export function buttons(stage: PanelStage, within = 'dialog') {
  return [...stage.renderRoot.querySelectorAll<HTMLButtonElement>(`${within} button`)];
}

/** Resolves when everything under way is drawn. */
export async function settle(stage: PanelStage) {
  await new Promise((done) => setTimeout(done));
  await stage.updateComplete;
}

/** Presses the button with this text. */
export async function press(stage: PanelStage, text: string, within = 'dialog') {
  const words = (of: string | null) => of?.replaceAll(/\s+/g, ' ').trim();
  const button = buttons(stage, within).find((each) => [each.textContent, each.ariaLabel].map(words).includes(text));
  if (!button) throw new Error(`no button ${text}`);
  button.click();
  await settle(stage);
}

/** Types into a field, or chooses in it. */
export async function type(stage: PanelStage, id: string, value: string) {
  const field = find<HTMLInputElement>(stage, `#${id}`);
  field.value = value;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input'));
  await settle(stage);
}

/** Ticks or unticks a field. */
export async function tick(stage: PanelStage, id: string) {
  find<HTMLInputElement>(stage, `#${id}`).click();
  await settle(stage);
}

/** Sends the form of the panel. */
export async function send(stage: PanelStage) {
  find<HTMLFormElement>(stage, 'dialog form').requestSubmit();
  await settle(stage);
}

/** Returns the words of the first match, with their white space joined. */
export function text(stage: PanelStage, selector = '.root') {
  return find(stage, selector).textContent.replace(/\s+/g, ' ');
}

/** Returns the id of the focused element. */
export function focusedId(stage: PanelStage) {
  return stage.shadowRoot!.activeElement?.id;
}
