import { describe, expect, it } from 'vitest';
import { multistatusOf } from './multistatus.ts';
import { attributeOf, childOf, parseXml, xmlText } from './xml.ts';

describe('XML of servers', () => {
  it('names elements by their namespace, whatever its prefix', () => {
    const names = [
      '<a xmlns="DAV:"><b/></a>',
      '<D:a xmlns:D="DAV:"><D:b/></D:a>',
      "<x:a xmlns:x='DAV:'><b xmlns='DAV:'/></x:a>",
    ];
    for (const text of names) {
      const root = parseXml(text);
      expect([root.name, root.children.map(({ name }) => name)]).toEqual(['{DAV:}a', ['{DAV:}b']]);
    }
  });

  it('reads entities, CDATA, comments and the mark of the byte order', () => {
    const text =
      '\uFEFF<?xml version="1.0"?><!-- a > b --><a>1 &lt; 2 &#38;&#x26;<![CDATA[ <&> ]]><!-- no -->&quot;</a>\n';
    expect(parseXml(text).text).toBe('1 < 2 && <&> "');
  });

  it('reads attributes, with a `>` in them too', () => {
    const root = parseXml('<a x="1 > 0" y=\'"\'><b name="VEVENT"/></a>');
    expect([attributeOf(root, 'x'), attributeOf(root, 'y'), attributeOf(root, 'z')]).toEqual(['1 > 0', '"', undefined]);
    expect(attributeOf(childOf(root, '{}b')!, 'name')).toBe('VEVENT');
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'BEGIN:VCALENDAR'],
    ['half of an element', '<a><b>1</b'],
    ['half of an answer', '<a><b>1</b>'],
    ['half of a comment', '<a><!-- '],
    ['half of a CDATA', '<a><![CDATA[ </a>'],
    ['an end without a beginning', '<a></b></a>'],
    ['two roots', '<a/><b/>'],
    ['text beside the root', '<a/>text'],
    ['a page to sign in', '<!doctype html><html><p>Sign in<br></html>'],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY e "eeeeeeee">]><a>&e;</a>'],
    ['an entity of nobody', '<a>&nbsp;</a>'],
    ['an entity without an end', '<a>Tom & Ana</a>'],
    ['a prefix of nobody', '<D:a/>'],
    ['elements without end', '<a>'.repeat(100)],
  ])('rejects %s', (_, text) => expect(() => parseXml(text)).toThrow(/./));

  it('writes a text so that it reads the same', () => {
    const text = `<a href="x">&'`;
    expect(parseXml(`<a>${xmlText(text)}</a>`).text).toBe(text);
  });
});

describe('multistatusOf', () => {
  it('returns the properties that were found, and the status of a resource', () => {
    const text =
      '<multistatus xmlns="DAV:"><response><href> /a/ </href><propstat><prop><getetag>"1"</getetag></prop>' +
      '<status>HTTP/1.1 200 OK</status></propstat><propstat><prop><displayname/></prop><status>HTTP/1.1 404 Not Found' +
      '</status></propstat></response><response><href>/b</href><status>HTTP/1.1 507 Full</status></response></multistatus>';
    const [a, b] = multistatusOf(text);
    expect([a!.href, [...a!.properties.keys()], a!.status]).toEqual(['/a/', ['{DAV:}getetag'], undefined]);
    expect([b!.href, b!.properties.size, b!.status]).toEqual(['/b', 0, 507]);
  });

  it('rejects another answer, and a response without an address', () => {
    expect(() => multistatusOf('<error xmlns="DAV:"/>')).toThrow('no multistatus');
    expect(() => multistatusOf('<multistatus xmlns="DAV:"><response/></multistatus>')).toThrow('no address');
  });
});
