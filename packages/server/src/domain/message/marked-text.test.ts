import { describe, expect, it } from 'vitest';
import { NO_VALUE, paragraphsOf, unmarked, VALUE_BEGIN, VALUE_END } from './marked-text.ts';

const value = (text: string) => `${VALUE_BEGIN}${text}${VALUE_END}`;
const textOf = (rendered: string) =>
  paragraphsOf(rendered)
    .map((lines) => lines.map((line) => line.map(({ text }) => text).join('')).join('\n'))
    .join('\n\n');

describe('paragraphsOf', () => {
  it('tells values from what somebody wrote', () => {
    expect(paragraphsOf(`Hi ${value('Ana')},\nhello\n\n\n\nBye`)).toEqual([
      [
        [
          { text: 'Hi ', isValue: false },
          { text: 'Ana', isValue: true },
          { text: ',', isValue: false },
        ],
        [{ text: 'hello', isValue: false }],
      ],
      [[{ text: 'Bye', isValue: false }]],
    ]);
  });

  it.each([
    [`When: now\nJoin: ${NO_VALUE}\nBye`, 'When: now\nBye'],
    [`Hi ${value('Ana')}, it is at 9. Join here: ${NO_VALUE}`, 'Hi Ana, it is at 9.'],
    [`It is at 9. Join here: ${NO_VALUE}. See you!`, 'It is at 9. See you!'],
    [`Join ${NO_VALUE}! See you. Bring water.`, 'See you. Bring water.'],
    [`By ${value('Dr. A. Ruiz')} at ${NO_VALUE}. Bye`, 'Bye'],
    [`At 9.30 in ${NO_VALUE}. Bye`, 'Bye'],
    [`هل ستأتي؟ الرابط: ${NO_VALUE}`, 'هل ستأتي؟'],
    [NO_VALUE, ''],
    [`a\n\n${NO_VALUE}\n\nb`, 'a\n\nb'],
  ])('leaves out the sentence that lacks a value: %j', (rendered, text) => expect(textOf(rendered)).toBe(text));

  it('takes lines of any system, and blanks off their ends', () => expect(textOf('  a \r\nb\r\r c')).toBe('a\nb\n\nc'));

  it('finds no paragraph in nothing', () => expect(paragraphsOf(' \n\n')).toEqual([]));
});

it('removes marks that somebody typed', () => expect(unmarked(`a${value('b')}${NO_VALUE}`)).toBe('ab'));
