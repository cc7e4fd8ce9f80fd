/** Units that `Intl` has by another name. Units that it does not have stay as they are. */
const known: Readonly<Record<string, string>> = {
  kg: 'kilogram',
  lb: 'pound',
  g: 'gram',
  cm: 'centimeter',
  m: 'meter',
  km: 'kilometer',
  in: 'inch',
  '%': 'percent',
  h: 'hour',
  min: 'minute',
  s: 'second',
};

/** Writes numbers with a unit in a language; never converts them. */
export interface Quantities {
  /** Writes `64.5 kg`, with at most two decimals. */
  value(value: number, unit: string): string;
  /** Writes a change with its sign, except zero: `+0.5 kg`. */
  change(value: number, unit: string): string;
  /** Writes `64.5`. */
  number(value: number): string;
  /** Writes `kg`, as the language abbreviates it. */
  unit(unit: string): string;
}

const made = new Map<string, Quantities>();

/** Returns the writer of a language (BCP 47). The same language returns the same object. */
export function quantitiesFor(language: string): Quantities {
  let quantities = made.get(language);
  if (!quantities) made.set(language, (quantities = create(language)));
  return quantities;
}

function create(language: string): Quantities {
  const formats: Record<string, Intl.NumberFormat> = {};
  const formatOf = (unit: string, signDisplay: 'auto' | 'exceptZero') => {
    const name = known[unit];
    return (formats[`${name} ${signDisplay}`] ??= new Intl.NumberFormat(language, {
      maximumFractionDigits: 2,
      signDisplay,
      ...(name && { style: 'unit', unit: name }),
    }));
  };
  const write = (signDisplay: 'auto' | 'exceptZero') => (value: number, unit: string) => {
    const text = formatOf(unit, signDisplay).format(value);
    return known[unit] ? text : `${text} ${unit}`;
  };
  return {
    value: write('auto'),
    change: write('exceptZero'),
    number: (value) => formatOf('', 'auto').format(value),
    unit: (unit) =>
      known[unit]
        ? formatOf(unit, 'auto')
            .formatToParts(10)
            .flatMap(({ type, value }) => (type === 'unit' ? value : []))
            .join(' ')
        : unit,
  };
}
