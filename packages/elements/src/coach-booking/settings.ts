import { zoneOrOwn, type Details } from '@coach-booking/sdk';

/** The settings of a flow, read once when it starts. */
export interface Settings {
  readonly publishableKey: string;
  /** Origin of the API. */
  readonly baseUrl: string;
  /** Id or slug. */
  readonly coach: string;
  /** Id or slug; empty when the visitor chooses. */
  readonly service: string;
  readonly timeZone: string;
  readonly language: string;
  readonly manageToken: string;
  readonly prefill: Partial<Details>;
  /** Distinguishes this element's draft from those of others on the page. */
  readonly draftName: string;
}

/** Returns the nearest element with an attribute, from `element` outwards, across shadow roots; its value, or null. */
export function inherited(element: Element, attribute: string): string | null {
  for (let at: Element | null = element; at;) {
    const found: Element | null = at.closest(`[${attribute}]`);
    if (found) return found.getAttribute(attribute);
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/**
 * Returns the zone to show times in: what the page sets, else the device's; empty where there is neither. The flow
 * refuses a zone that the device does not have.
 */
export function zoneFor(element: Element): string {
  return inherited(element, 'time-zone') || zoneOrOwn();
}
