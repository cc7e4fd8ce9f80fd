import { describe, expect, it } from 'vitest';
import { nearName } from './near-name.ts';

describe('a name that is no variable', () => {
  it.each([
    ['lead.nmae', 'lead.name'],
    ['leadName', 'lead.name'],
    ['lead_name', 'lead.name'],
    ['Coach.Name', 'coach.name'],
    ['attendee.name', 'lead.name'],
    ['zoom_link', 'join_link'],
    ['joinlink', 'join_link'],
    ['manage_lnk', 'manage_link'],
    ['dates', 'date'],
    ['tme', 'time'],
  ])('suggests for %s the name %s', (name, meant) => expect(nearName(name)).toBe(meant));

  it.each(['weather', 'xyz', '', 'a'.repeat(10_000), 'constructor'])('suggests nothing for %.20s', (name) =>
    expect(nearName(name)).toBeNull(),
  );
});
