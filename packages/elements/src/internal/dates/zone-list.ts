import { knownZone } from '@coach-booking/sdk';

/** Zone names that browsers list (CLDR keeps the first one that it had), and their present names (tzdata). */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Returns the present name of a zone, where this browser has it. */
export function currentZone(zone: string): string {
  const now = RENAMED[zone];
  return now !== undefined && knownZone(now) === now ? now : zone;
}

/** Returns every zone of this browser, by its present name, and UTC; only UTC when the browser does not list them. */
export function allZones(): string[] {
  return [...new Set([...(Intl.supportedValuesOf?.('timeZone') ?? []).map(currentZone), 'UTC'])].sort();
}
