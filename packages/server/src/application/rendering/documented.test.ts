import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { AUDIENCES, channelsOf, MESSAGE_KINDS } from '../../domain/message/message.ts';
import { placeholders } from '../../domain/message/placeholders.ts';
import { variables } from '../../domain/message/variables.ts';
import { problemSeverities } from './template-problem.ts';

const page = readFileSync(new URL('../../../../../docs/messages.md', import.meta.url), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));
const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

it('lists every variable in the page on messages, and no other', () => {
  const documented = rows.map(cellsOf).filter(([name]) => variables.some((each) => `\`${each.name}\`` === name));
  expect(documented).toEqual(variables.map(({ name, meaning, example }) => [`\`${name}\``, meaning, example]));
});

it('names in the page on messages each recipient and channel', () => {
  const words = { email: 'mail', sms: 'SMS', push: 'push' };
  for (const kind of MESSAGE_KINDS) {
    const row = rows.map(cellsOf).find(([name]) => name === `\`${kind}\``);
    const channels = AUDIENCES.map((each) =>
      channelsOf(kind, each)
        .map((channel) => words[channel])
        .join(', '),
    );
    expect(row?.slice(1, 3), kind).toEqual(channels);
  }
});

it('names in the page on messages every placeholder and everything that is checked', () => {
  for (const name of Object.keys(placeholders)) expect(page).toContain(`\`[${name}]\``);
  for (const [code, severity] of Object.entries(problemSeverities)) {
    const row = rows.find((line) => line.includes(`\`${code}\``));
    expect(row && cellsOf(row)[1], code).toBe(severity);
  }
});
