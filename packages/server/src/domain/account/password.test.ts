import { describe, expect, it } from 'vitest';
import { normalPassword, passwordProblem } from './password.ts';

const ana = { name: 'Ana Díaz', email: 'ana.fit@example.com' };

describe('passwordProblem', () => {
  it.each([
    ['seven green kettles'],
    ['correct horse battery'],
    ['demo-demo-demo'],
    ['banana bread 77'],
    ['zwölf weiße Bänke'],
    ['密码密码密码密码密码!!'],
  ])('takes %s', (password) => expect(passwordProblem(password, ana)).toBeNull());

  it.each([
    ['kettles77', /10 characters/],
    ['ﬀﬀﬀﬀ', /10 characters/],
    ['🦆🦆🦆🦆🦆', /10 characters/],
    ['password123', /first/],
    ['Password2024!', /first/],
    ['!!Welcome12345', /first/],
    ['1234567890', /first/],
    ['12345678901234567890', /first/],
    ['0987654321', /first/],
    ['20140401-99', /first/],
    ['aaaaaaaaaaaa', /first/],
    ['abcdefghijkl', /first/],
    ['QWERTYUIOP', /first/],
    ['p@ssw0rd1234', /first/],
    ['my diaz is great', /name or the e-mail/],
    ['AnaDiazAnaDiaz', /name or the e-mail/],
    ['ana.fit@example.com', /name or the e-mail/],
  ])('refuses %s', (password, why) => expect(passwordProblem(password, ana)).toMatch(why));

  it('counts a letter and its accent as what they look like', () => expect(normalPassword('e\u0301')).toBe('é'));
});
