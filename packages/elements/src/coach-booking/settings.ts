import type { Details } from '@coach-booking/sdk';
import { deviceZone, isZone } from '../dates/zone.ts';

/** Everything that a flow is made from; read once when it starts. */
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
}

/** The nearest element with an attribute, from `element` outwards, across shadow roots; its value, or null. */
export function inherited(element: Element, attribute: string): string | null {
  for (let at: Element | null = element; at; ) {
    const found: Element | null = at.closest(`[${attribute}]`);
    if (found) return found.getAttribute(attribute);
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** The zone to show times in: what the page says, when it is a zone, else the device's. */
export function zoneFor(element: Element): string {
  const zone = inherited(element, 'time-zone');
  return zone && isZone(zone) ? zone : deviceZone();
}

/** Where the API is when the page does not say: where this script came from, or the page's own origin when it was bundled into it. */
export function defaultBaseUrl(scriptUrl: string | undefined): string {
  const { origin } = new URL(scriptUrl ?? location.href, location.href);
  return origin.startsWith('http') ? origin : location.origin;
}

/** The campaign that brought the visitor to this page, and the page before it; kept with the booking. */
export function visitOf({ search }: Pick<Location, 'search'>, referrer: string) {
  const query = new URLSearchParams(search);
  const utm: Record<string, string> = {};
  for (const name of ['source', 'medium', 'campaign', 'term', 'content']) {
    const value = query.get(`utm_${name}`);
    if (value) utm[name] = value.slice(0, 200);
  }
  return { utm: Object.keys(utm).length > 0 ? utm : undefined, referrer: referrer.slice(0, 2000) || undefined };
}
