import { describe, expect, it } from 'vitest';
import { costOf } from '../../../test/limits/cost.ts';
import { guessProblem, knownOf, passwordProblem } from '../../domain/account/password.ts';
import { createZxcvbnGuessability } from './zxcvbn-guessability.ts';

const guessability = createZxcvbnGuessability();
const owner = { name: 'Ana Díaz', email: 'ana.fit@example.com', partner: 'Harbour Strength' };
const problemOf = async (password: string) =>
  passwordProblem(password, owner) ?? guessProblem(await guessability.log10(password, knownOf(owner)));

describe('S15 a password', () => {
  it.each(['123456789a', 'Winter2025!', 'london2024', 'tinkerbell', 'asdasdasd1', 'mypassword1'])(
    'refuses the password %s',
    async (password) => expect(await problemOf(password)).not.toBeNull(),
  );

  it.each([
    'password12345',
    'Password2024!!',
    'Winter2025!!!!',
    'london2024london',
    'tinkerbell1234',
    'asdasdasdasdasd',
    'mypassword1234',
    'qwertyuiop[]',
    '123456789012345',
    'abcdefghijkl',
    '!!Welcome12345',
    'iloveyou12345',
    'aaaaaaaaaaaaaaaaaaaa',
    'p@ssw0rd1234',
  ])('refuses a password of twelve characters and more that is a common one: %s', async (password) =>
    expect(await problemOf(password)).toMatch(/easy to guess/),
  );

  it.each(['seven green kettles', 'correct horse battery', 'zwölf weiße Bänke', 'aB3$xY9!kL2#', 'banana bread 7788'])(
    'accepts the password %s',
    async (password) => expect(await problemOf(password)).toBeNull(),
  );

  it('checks a password of the greatest length at once', async () => {
    const cost = await costOf(2000, async () => {
      for (const password of ['a1'.repeat(100), 'correct horse '.repeat(14), 'qazwsxedc'.repeat(22)])
        await problemOf(password);
    });
    expect(cost).toBeLessThan(2000);
  });
});
