import { variables, type VariableName } from './variables.ts';

/** Common names of things that have another name here. */
const otherNames: Readonly<Record<string, VariableName>> = {
  name: 'lead.name',
  lead: 'lead.name',
  first_name: 'lead.name',
  'client.name': 'lead.name',
  'attendee.name': 'lead.name',
  'customer.name': 'lead.name',
  'guest.name': 'lead.name',
  coach: 'coach.name',
  'trainer.name': 'coach.name',
  'host.name': 'coach.name',
  service: 'service.title',
  'service.name': 'service.title',
  title: 'service.title',
  brand: 'partner.name',
  'company.name': 'partner.name',
  zoom_link: 'join_link',
  meeting_link: 'join_link',
  link: 'manage_link',
  cancel_link: 'manage_link',
  start: 'time',
  start_time: 'time',
  timezone: 'zone',
  time_zone: 'zone',
  location: 'place',
  address: 'place',
  venue: 'place',
  directions: 'place_hint',
  bring: 'what_to_bring',
  equipment: 'what_to_bring',
};

/** Returns how many letters have to be put in, taken out or exchanged to make one of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const exchanged = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}

/** Longer names are no slips. */
const MAX_NAME_LENGTH = 40;

/** Returns the variable that was probably meant by a name that is none, or null. */
export function nearName(name: string): VariableName | null {
  const plain = name
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
  if (plain.length > MAX_NAME_LENGTH) return null;
  if (Object.hasOwn(otherNames, plain)) return otherNames[plain]!;
  const loose = (text: string) => text.replace(/[._]/g, '');
  const near = variables
    .map((variable) => ({ name: variable.name, far: distance(loose(plain), loose(variable.name)) }))
    .sort((a, b) => a.far - b.far)[0]!;
  return near.far <= Math.max(1, Math.floor(near.name.length / 4)) ? near.name : null;
}
