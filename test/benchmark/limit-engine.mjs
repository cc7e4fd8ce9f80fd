// Straw man near the limit: integer ms arithmetic, zone transitions found once per zone and cached, sorted interval
// sweep.
const MIN = 60000,
  DAY = 86400000;
const zones = new Map();
export function zone(tz) {
  // -> {at: Float64Array of transition instants, off: Float64Array of offsets (ms)}, covers 2020..2040
  let z = zones.get(tz);
  if (z) return z;
  const f = new Intl.DateTimeFormat('en-US', {
    timeZone: tz,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offAt = (t) => {
    const p = f.formatToParts(t);
    let y, mo, d, h, mi, s;
    for (const { type, value } of p) {
      const v = +value;
      if (type === 'year') y = v;
      else if (type === 'month') mo = v;
      else if (type === 'day') d = v;
      else if (type === 'hour') h = v;
      else if (type === 'minute') mi = v;
      else if (type === 'second') s = v;
    }
    return Date.UTC(y, mo - 1, d, h, mi, s) - t;
  };
  const t0 = Date.UTC(2026, 0, 1),
    t1 = Date.UTC(2031, 0, 1),
    at = [-Infinity],
    off = [offAt(t0)];
  for (let t = t0, o = off[0]; t < t1;) {
    // probe every ~45 days, bisect to the minute
    const n = t + 45 * DAY,
      on = offAt(n);
    if (on !== o) {
      let lo = t,
        hi = n;
      while (hi - lo > MIN) {
        const m = Math.floor((lo + hi) / 2 / MIN) * MIN;
        if (offAt(m) === o) lo = m;
        else hi = m;
      }
      at.push(hi);
      off.push(on);
      o = on;
    }
    t = n;
  }
  z = { at: Float64Array.from(at), off: Float64Array.from(off) };
  zones.set(tz, z);
  return z;
}
// wall-clock ms (as if UTC) -> instant, Temporal 'compatible'. i is a hint index.
function toInstant(z, wall) {
  const { at, off } = z;
  let i = at.length - 1;
  while (i > 0 && wall - off[i] < at[i]) i--;
  // candidate i valid; in an overlap the earlier offset also maps: prefer earlier instant
  if (i > 0) {
    const e = wall - off[i - 1];
    if (e < at[i]) return e;
  }
  // gap: wall - off[i] < at[i+1] but wall - off[i] >= at[i+1] cannot happen for i, check next
  if (i + 1 < at.length) {
    const t = wall - off[i];
    if (t >= at[i + 1]) return t;
  }
  return wall - off[i];
}
function merge(a) {
  let i = 1;
  const n = a.length;
  while (i < n && a[i][0] > a[i - 1][1]) i++;
  if (i >= n) return a;
  const r = a.slice(0, i);
  for (; i < n; i++) {
    const x = a[i],
      l = r[r.length - 1];
    if (x[0] <= l[1]) {
      if (x[1] > l[1]) r[r.length - 1] = [l[0], x[1]];
    } else r.push(x);
  }
  return r;
}
export function compute(rules, busy, range, duration, step) {
  const z = zone(rules.timeZone),
    dur = duration * MIN,
    st = step * MIN,
    { from, to } = range;
  const byDay = [[], [], [], [], [], [], []];
  for (const w of rules.weekly) for (const d of w.days) byDay[d].push(w);
  busy = merge(busy);
  const nb = busy.length;
  let b = 0;
  let mx = 0;
  for (const l of byDay) {
    let c = 0;
    for (const w of l) c += Math.floor((w.end - w.start + 120) / step) + 1;
    if (c > mx) mx = c;
  }
  let cap = mx * (Math.ceil((to - from) / DAY) + 2),
    out = new Float64Array(cap),
    n = 0;
  const dFirst = Math.floor((from + z.off[0] - DAY) / DAY),
    dLast = Math.ceil((to + z.off[0] + DAY) / DAY);
  for (let d = dFirst; d <= dLast; d++) {
    const ws = byDay[(((d + 4) % 7) + 7) % 7];
    for (let k = 0; k < ws.length; k++) {
      let s = toInstant(z, d * DAY + ws[k].start * MIN),
        e = toInstant(z, d * DAY + ws[k].end * MIN);
      if (e > to) e = to;
      if (s < from) s += Math.ceil((from - s) / st) * st;
      const lastStart = e - dur;
      if (s > lastStart) continue;
      while (b < nb && busy[b][1] <= s) b++;
      let j = b;
      const need = n + Math.floor((lastStart - s) / st) + 1;
      if (need > cap) {
        while (need > cap) cap *= 2;
        const o2 = new Float64Array(cap);
        o2.set(out);
        out = o2;
      }
      // fast path: nothing busy can touch this window -> straight fill (1 store per slot)
      while (j < nb && busy[j][1] <= s) j++;
      while (s <= lastStart) {
        // next busy interval that matters: first q>=j with end > s
        while (j < nb && busy[j][1] <= s) j++;
        const bs = j < nb ? busy[j][0] : Infinity;
        if (bs >= s + dur) {
          // fill until the next busy start
          let lim = bs - dur;
          if (lim > lastStart) lim = lastStart;
          for (; s <= lim; s += st) out[n++] = s;
        } else {
          const hit = busy[j][1];
          s += Math.ceil((hit - s) / st) * st;
        }
      }
    }
  }
  return out.subarray(0, n);
}
// view: group by viewer date, compact: {day: epochDay, off: min, t: minutes[]}; and ISO strings without Date objects
const P2 = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));
export function view(starts, tz) {
  const z = zone(tz),
    out = {};
  let i = 0,
    key = '',
    kd = -1,
    arr = null,
    ud = -1,
    ustr = '';
  for (let k = 0; k < starts.length; k++) {
    const t = starts[k];
    while (i + 1 < z.at.length && z.at[i + 1] <= t) i++;
    while (i > 0 && z.at[i] > t) i--;
    const d = Math.floor((t + z.off[i]) / DAY);
    if (d !== kd) {
      kd = d;
      key = new Date(d * DAY).toISOString().slice(0, 10);
      arr = out[key] = [];
    }
    const u = Math.floor(t / DAY);
    if (u !== ud) {
      ud = u;
      ustr = new Date(u * DAY).toISOString().slice(0, 11);
    }
    const m = Math.floor((t - u * DAY) / MIN);
    arr.push({ time: ustr + P2[(m / 60) | 0] + ':' + P2[m % 60] + ':00.000Z' });
  }
  return out;
}
export default {
  name: 'limit straw man',
  slots: ({ rules, busy, range, duration, step }) => compute(rules, busy, range, duration, step),
  starts: (r) => Array.from(r),
  view: (r, { viewerZone }) => view(r, viewerZone),
};
