import { zoneOffset } from '@coach-booking/sdk';
import { cityOf } from '../dates/zone.ts';
import { allZones, currentZone } from '../dates/zone-list.ts';
import { gmt } from '../dates/zone-mark.ts';

/** A zone to choose, with the texts by which people know it. */
export interface ZoneChoice {
  readonly zone: string;
  readonly city: string;
  /** `Europe`, or `America / Indiana`; empty for UTC. */
  readonly region: string;
  /** `GMT+1`, at the moment that was asked for. */
  readonly offset: string;
}

/** Zones by the abbreviations that people type; browsers write only those of the language in use. */
const ABBREVIATED: readonly (readonly [abbreviations: string, zones: string])[] = [
  ['et est edt', 'America/New_York America/Toronto America/Detroit'],
  ['ct cst cdt', 'America/Chicago America/Mexico_City America/Winnipeg'],
  ['mt mst mdt', 'America/Denver America/Edmonton America/Phoenix'],
  ['pt pst pdt', 'America/Los_Angeles America/Vancouver America/Tijuana'],
  ['akst akdt', 'America/Anchorage'],
  ['hst', 'Pacific/Honolulu'],
  ['ast adt', 'America/Halifax America/Puerto_Rico'],
  ['nst ndt', 'America/St_Johns'],
  ['brt', 'America/Sao_Paulo'],
  ['art', 'America/Argentina/Buenos_Aires'],
  ['bst', 'Europe/London'],
  ['wet west', 'Europe/Lisbon'],
  ['ist', 'Asia/Kolkata Europe/Dublin Asia/Jerusalem'],
  [
    'cet cest mez mesz',
    'Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Vienna Europe/Zurich Europe/Warsaw',
  ],
  ['eet eest', 'Europe/Athens Europe/Helsinki Europe/Kyiv Europe/Bucharest Africa/Cairo'],
  ['msk', 'Europe/Moscow'],
  ['trt', 'Europe/Istanbul'],
  ['gst', 'Asia/Dubai'],
  ['pkt', 'Asia/Karachi'],
  ['ict', 'Asia/Bangkok'],
  ['wib', 'Asia/Jakarta'],
  ['sgt', 'Asia/Singapore'],
  ['hkt', 'Asia/Hong_Kong'],
  ['jst', 'Asia/Tokyo'],
  ['kst', 'Asia/Seoul'],
  ['awst', 'Australia/Perth'],
  ['acst acdt', 'Australia/Adelaide Australia/Darwin'],
  ['aest aedt', 'Australia/Sydney Australia/Melbourne Australia/Brisbane'],
  ['nzst nzdt', 'Pacific/Auckland'],
  ['sast', 'Africa/Johannesburg'],
  ['eat', 'Africa/Nairobi'],
  ['wat', 'Africa/Lagos'],
];

/** Returns a text without case and accents, as people type it. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Returns the minutes east of Greenwich that a text such as `gmt+5:30` or `-3` asks for; null for other texts. */
function minutesAsked(text: string): number | null {
  const [, sign, hours, minutes = '0'] = /^(?:gmt|utc)?([+−-])(\d{1,2})(?::?(\d\d))?$/.exec(text) ?? [];
  return sign ? (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes)) : null;
}

/** Returns a zone with its texts at an instant, in ms since the epoch. */
export function choiceOf(zone: string, at: number): ZoneChoice {
  const current = currentZone(zone);
  const offset = zoneOffset(zone, at);
  return {
    zone,
    city: cityOf(current),
    region: current.split('/').slice(0, -1).join(' / ').replaceAll('_', ' '),
    offset: offset === 0 ? 'GMT' : gmt(offset),
  };
}

/** Returns how well a choice fits what was typed: 0 is best, null not at all. */
function fitOf({ zone, city, region, offset }: ZoneChoice, text: string, at: number): number | null {
  const minutes = minutesAsked(text);
  if (minutes !== null) return zoneOffset(zone, at) === minutes * 60_000 ? 1 : null;
  if (folded(city).startsWith(text)) return 0;
  const named = ABBREVIATED.some(
    ([names, zones]) => names.split(' ').includes(text) && zones.split(' ').includes(currentZone(zone)),
  );
  if (named) return 0;
  const all = folded(`${city} ${region} ${offset} ${zone}`);
  return text.split(/[\s/_]+/).every((word) => all.includes(word)) ? 2 : null;
}

/**
 * Returns the zones that fit what was typed, by city, region, abbreviation or offset, the best first; all of them,
 * those `near` first, where nothing was typed.
 */
export function zonesFor(typed: string, at: number, near: readonly string[]): readonly ZoneChoice[] {
  const text = folded(typed.trim());
  const first = new Set(near.map(currentZone));
  const others = allZones().filter((zone) => !first.has(zone));
  const choices = [...near, ...others].map((zone) => choiceOf(zone, at));
  if (text === '') return choices;
  const fits = choices.map((choice) => [fitOf(choice, text, at), choice] as const);
  return [0, 1, 2].flatMap((rank) => fits.flatMap(([fit, choice]) => (fit === rank ? [choice] : [])));
}
