import { adoptStyles, supportsAdoptingStyleSheets } from 'lit';
import { chartStyles } from '../../internal/charts/styles.ts';
import { clientStyles } from './styles.ts';

const sheets = [chartStyles, clientStyles];
const done = new WeakSet<ShadowRoot>();

/** Adds the panel's sheets to those of the element, once. */
export function adoptClientStyles(root: ShadowRoot): void {
  if (done.has(root)) return;
  done.add(root);
  // Where sheets cannot be adopted, Lit appends `<style>` elements and removes none.
  if (!supportsAdoptingStyleSheets) return adoptStyles(root, sheets);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets.map(({ styleSheet }) => styleSheet!)];
}
