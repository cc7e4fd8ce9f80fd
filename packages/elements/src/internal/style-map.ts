import { noChange, type AttributePart } from 'lit';
import { Directive, directive } from 'lit/directive.js';

type Styles = Readonly<Record<string, string | undefined>>;

/**
 * Lit's `styleMap`, for pages with a strict policy for styles: that one writes an attribute the first time, which
 * `style-src 'self'` refuses; this one only ever sets properties. Names as in CSS.
 */
class StyleMap extends Directive {
  #before: Styles = {};

  override render(_styles: Styles): unknown {
    return noChange;
  }

  override update(part: AttributePart, [styles]: [Styles]): unknown {
    const { style } = part.element as HTMLElement;
    for (const name of Object.keys(this.#before)) if (styles[name] === undefined) style.removeProperty(name);
    for (const [name, value] of Object.entries(styles))
      if (value !== undefined && value !== this.#before[name]) style.setProperty(name, value);
    this.#before = styles;
    return noChange;
  }
}

export const styleMap = directive(StyleMap);
