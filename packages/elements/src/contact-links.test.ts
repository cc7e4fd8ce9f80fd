import { expect } from '@open-wc/testing';
import { mailLink, phoneLink } from './contact-links.ts';

describe('S21 a contact link', () => {
  for (const [address, link] of [
    ['ana@example.com', 'mailto:ana@example.com'],
    ['ana+gym@example.com', 'mailto:ana%2Bgym@example.com'],
    [
      'a?bcc=mallory%40evil.example&subject=x@x.example',
      'mailto:a%3Fbcc%3Dmallory%2540evil.example%26subject%3Dx@x.example',
    ],
    ['a@b@c.example', 'mailto:a%40b@c.example'],
    ['ana@example.com,bo@example.com', 'mailto:ana%40example.com%2Cbo@example.com'],
    ['nobody', 'mailto:nobody'],
  ] as const)
    it(`writes to ${address} and no other address`, () => {
      expect(mailLink(address)).to.equal(link);
      const { search, hash, pathname } = new URL(mailLink(address));
      expect([search, hash]).to.deep.equal(['', '']);
      expect(decodeURIComponent(pathname)).to.equal(address);
    });

  for (const [number, link] of [
    ['+1 (212) 555-0100', 'tel:+12125550100'],
    ['0212 555 0100', 'tel:02125550100'],
    ['+1 212 555 0100 ext. 4', 'tel:+12125550100;ext=4'],
    ['+12125550100;ext=4', 'tel:+12125550100;ext=4'],
    ['+49;phone-context=evil,,123#', 'tel:+49;ext=123'],
    ['call+me', 'tel:'],
  ] as const)
    it(`calls ${number} as ${link}`, () => {
      expect(phoneLink(number)).to.equal(link);
    });
});
