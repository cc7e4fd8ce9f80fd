import { noChange, type PropertyPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/**
 * Lit's `live` for properties: compares with what the field shows, not with what was drawn last, so that a change which was not taken up
 * is put back. Lit's own brings checks for attributes, which no field here has.
 */
class Live extends Directive {
  override render(_value: string | boolean): unknown {
    return noChange;
  }

  override update({ element, name }: PropertyPart, [value]: [string | boolean]): unknown {
    const shown = element as unknown as Record<string, unknown>;
    if (shown[name] !== value) shown[name] = value;
    return noChange;
  }
}

export const live = directive(Live);
