import { Schema } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { knownFields, restored } from './known-fields.ts';
import { part, text } from './schema-parts.ts';

interface Row {
  readonly _id: string;
  readonly name: string;
  readonly services: readonly { readonly title: string }[];
  readonly at?: Date;
}

const known = knownFields<Row>(
  new Schema<Row>({
    _id: text,
    name: text,
    services: { type: [part<Row['services'][number]>({ title: text })] },
    at: Date,
  }),
);
const at = new Date(7);
const stored = {
  _id: 'a',
  name: 'A',
  at,
  colour: 'red',
  services: [{ title: 'Hour', tax: { rate: 19 } }, { title: 'Half' }],
};

describe('fields of a newer release', () => {
  it('hides fields of a newer release from code and answers', () => {
    const row = known(stored);
    expect(Object.keys(row)).toEqual(['_id', 'name', 'at', 'services']);
    expect(JSON.parse(JSON.stringify(row))).toEqual({
      _id: 'a',
      name: 'A',
      at: at.toJSON(),
      services: [{ title: 'Hour' }, { title: 'Half' }],
    });
  });

  it('stores fields of a newer release at their place, also when what surrounds them has changed', () => {
    const row = known(stored);
    expect(restored(row)).toEqual(stored);
    const [hour, half] = row.services;
    const changed = { ...row, name: 'B', services: [half!, { ...hour!, title: 'Long hour' }] };
    expect(restored(changed)).toEqual({
      ...stored,
      name: 'B',
      services: [{ title: 'Half' }, { title: 'Long hour', tax: { rate: 19 } }],
    });
  });
});
