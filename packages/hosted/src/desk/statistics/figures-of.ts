import { fromEpochDay, epochDay, type PlainDate } from '@coach-booking/time/plain-date';
import type { Conversion, RecoveryFunnel, Reliability, Stats } from './calls.ts';
import type { FigureColumn, Figures } from './figures.ts';
import type { StatisticsFormat } from './statistics-format.ts';
import type { StatisticsTexts } from './texts/index.ts';

/** The words and formats of figures. */
export interface Words {
  readonly texts: StatisticsTexts;
  readonly format: StatisticsFormat;
}

type Shares = readonly { readonly count: number; readonly percentage: number }[];

/** Returns how often each kind was booked, with the count of the period before where there is one. */
const shares = <Kind extends Shares[number]>(
  { texts, format }: Words,
  named: Pick<Figures, 'file' | 'title' | 'of'>,
  now: readonly Kind[],
  earlier: readonly Kind[] | null | undefined,
  keyOf: (kind: Kind) => number | string,
  nameOf: (kind: Kind) => string,
): Figures => {
  const countBefore = (kind: Kind): number => earlier?.find((other) => keyOf(other) === keyOf(kind))?.count ?? 0;
  const gone = (earlier ?? []).filter((kind) => !now.some((other) => keyOf(other) === keyOf(kind)));
  const all = [...now, ...gone.map((kind) => ({ ...kind, count: 0, percentage: 0 }))];
  return {
    ...named,
    columns: [
      { title: texts.total, write: format.number },
      { title: texts.share, write: format.percent },
      ...(earlier ? [{ title: texts.before, write: format.number }] : []),
    ],
    rows: all.map((kind) => ({
      name: nameOf(kind),
      values: [kind.count, kind.percentage, ...(earlier ? [countBefore(kind)] : [])],
    })),
  };
};

/** Returns the bookings of a period by status, by place and by length, beside those of the period before. */
export function bookingFigures(words: Words, stats: Stats, before: Stats | null): readonly Figures[] {
  const { texts, format } = words;
  return [
    shares(
      words,
      { file: 'bookings-by-status', title: texts.byStatus, of: texts.status },
      stats.byStatus,
      before?.byStatus,
      ({ status }) => status,
      ({ status }) => texts[status],
    ),
    shares(
      words,
      { file: 'bookings-by-place', title: texts.byType, of: texts.place },
      stats.byType,
      before?.byType,
      ({ type }) => type,
      ({ type }) => texts[type],
    ),
    shares(
      words,
      { file: 'bookings-by-length', title: texts.byDuration, of: texts.length },
      stats.byDuration,
      before?.byDuration,
      ({ duration }) => duration,
      ({ duration }) => format.minutes(duration),
    ),
  ];
}

/** Returns the hours of the week in which sessions begin, the day at which weeks begin first. */
export function hourFigures({ texts, format }: Words, { byHour }: Stats, weekStart: number): Figures {
  const order = (day: number) => (day - weekStart + 7) % 7;
  const inOrder = [...byHour].sort((a, b) => order(a.dayOfWeek) - order(b.dayOfWeek) || a.hour - b.hour);
  return {
    file: 'bookings-by-hour',
    title: texts.byHour,
    of: texts.hour,
    columns: [{ title: texts.total, write: format.number }],
    rows: inOrder.map(({ dayOfWeek, hour, count }) => ({
      name: `${format.weekday(dayOfWeek)}, ${format.hour(hour)}`,
      values: [count],
    })),
  };
}

const conversionColumns = ({ texts, format }: Words): readonly FigureColumn[] => [
  { title: texts.rate, write: format.percent },
  { title: texts.views, write: format.number },
  { title: texts.chosen, write: format.number },
  { title: texts.bookings, write: format.number },
];

const conversionValues = ({ rate, views, chosen, bookings }: Conversion['rows'][number]) => [
  rate,
  views,
  chosen,
  bookings,
];

/** Returns the conversion by service, source or coach. */
export function conversionFigures(words: Words, { groupBy, rows }: Conversion): Figures {
  const { texts } = words;
  const nameOf = ({ key, name }: Conversion['rows'][number]): string => {
    if (groupBy !== 'source') return name ?? (groupBy === 'service' ? texts.gone : key);
    return key === 'direct' || key === 'other' ? texts[key] : key;
  };
  const titles = { service: texts.byService, source: texts.bySource, coach: texts.byCoach, day: texts.byDay };
  return {
    file: `conversion-by-${groupBy}`,
    title: titles[groupBy],
    of: texts[groupBy],
    columns: conversionColumns(words),
    rows: rows.map((row) => ({ name: nameOf(row), values: conversionValues(row) })),
  };
}

/** Returns visits and bookings by day; days of which nothing was counted are among them. */
export function dayFigures({ texts, format }: Words, { period, rows }: Conversion): Figures {
  const byDay = new Map(rows.map((row) => [row.key, row]));
  const first = epochDay(period.from as PlainDate);
  const days = rows.length === 0 ? [] : Array.from({ length: period.days }, (_, n) => fromEpochDay(first + n));
  return {
    file: 'visits-by-day',
    title: texts.byDay,
    of: texts.day,
    columns: [
      { title: texts.views, write: format.number },
      { title: texts.bookings, write: format.number },
    ],
    rows: days.map((day) => ({
      name: format.date(day),
      plain: day,
      values: [byDay.get(day)?.views ?? 0, byDay.get(day)?.bookings ?? 0],
    })),
  };
}

/** Returns the steps of visitors who agreed to be reminded. */
export function funnelFigures({ texts, format }: Words, funnel: RecoveryFunnel): Figures {
  const steps = ['captured', 'abandoned', 'sent', 'recovered', 'withdrawn'] as const;
  return {
    file: 'unfinished-bookings',
    title: texts.funnel,
    of: texts.step,
    columns: [{ title: texts.number, write: format.number }],
    rows: funnel.captured === 0 ? [] : steps.map((step) => ({ name: texts[step], values: [funnel[step]] })),
  };
}

/** Returns how predictions came true, by confidence; bins without a visit are left out. */
export function reliabilityFigures({ texts, format }: Words, { bins }: Reliability): Figures {
  const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);
  return {
    file: 'reliability',
    title: texts.reliabilityChart,
    of: texts.confidence,
    columns: [
      { title: texts.predicted, write: format.percent },
      { title: texts.observed, write: format.percent },
      { title: texts.estimated, write: format.number },
    ],
    rows: bins
      .filter(({ count }) => count > 0)
      .map(({ from, to, predicted, observed, count }) => ({
        name: `${format.percent(from * 100)} – ${format.percent(to * 100)}`,
        plain: `${Math.round(from * 100)}-${Math.round(to * 100)}`,
        values: [percent(predicted), percent(observed), count],
      })),
  };
}
