import { noChange, type ElementPart } from 'lit';
import { Directive, directive, type DirectiveResult } from 'lit/directive.js';

/** Is told that an element has come; may answer what is to be done when it has gone. */
export type Came = (element: HTMLElement) => (() => void) | void;

/** Lit's `ref` would do as well, but brings 600 bytes to tell also of an element that is taken out with its host. */
class Attached extends Directive {
  #known = false;

  override render(_came: Came): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [came]: [Came]): unknown {
    if (!this.#known) queueMicrotask(() => watch(element as HTMLElement, came));
    this.#known = true;
    return noChange;
  }
}

function watch(element: HTMLElement, came: Came): void {
  const gone = element.isConnected && came(element);
  if (!gone) return;
  const observer = new MutationObserver(() => {
    if (element.getRootNode() === root) return;
    observer.disconnect();
    gone();
  });
  const root = element.getRootNode();
  observer.observe(root, { childList: true, subtree: true });
}

/** Tells once that the element on which it stands has come, and when it has gone. */
export const attached: (came: Came) => DirectiveResult = directive(Attached);
