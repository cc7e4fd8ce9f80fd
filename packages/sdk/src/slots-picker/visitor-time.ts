const day = 86_400_000;
const formats = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();

/** Minutes and so on of an instant on the wall of a zone, as if that wall showed UTC. Swedish writes dates year first. */
function wall(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    const two = '2-digit';
    format = new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: two, day: two, hour: two, minute: two, second: two });
    formats.set(timeZone, format);
  }
  const [year = 0, month = 1, ...rest] = (format.format(instant).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, ...rest);
}

/** The plain date (`YYYY-MM-DD`) that the wall of a zone shows at an instant (milliseconds). */
export function plainDate(instant: number, timeZone: string): string {
  return new Date(wall(instant, timeZone)).toISOString().slice(0, 10);
}

/**
 * The instant (milliseconds) at which a plain date begins in a zone. Where the clocks skip midnight, the first instant after the gap;
 * where midnight comes twice, the first (RFC 5545, Temporal's `compatible`).
 */
export function startOfDate(date: string, timeZone: string): number {
  const midnight = Date.parse(date);
  const at = (near: number) => midnight - (wall(near, timeZone) - near);
  const [before, after] = [at(midnight - day), at(midnight + day)];
  return wall(before, timeZone) !== midnight && wall(after, timeZone) === midnight ? after : before;
}

/** The plain date after one. */
export function nextDate(date: string): string {
  return new Date(Date.parse(date) + day).toISOString().slice(0, 10);
}

/** The month (`YYYY-MM`) after one. */
export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
}

/** The zone itself when this device knows it, else the device's own. */
export function knownZone(timeZone: string | undefined): string {
  const resolve = (zone?: string) => new Intl.DateTimeFormat('en', zone ? { timeZone: zone } : {}).resolvedOptions().timeZone;
  try {
    return (timeZone && resolve(timeZone) && timeZone) || resolve();
  } catch {
    return resolve();
  }
}
