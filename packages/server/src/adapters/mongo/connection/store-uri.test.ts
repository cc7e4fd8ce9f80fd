import { expect, it } from 'vitest';
import { withoutConcerns } from './store-uri.ts';

it.each([
  ['mongodb://db.example/app', 'mongodb://db.example/app'],
  ['mongodb://db.example/app?w=0', 'mongodb://db.example/app'],
  ['mongodb://u:p%3F@a:1,b:2/app?replicaSet=r&W=1&journal=false&tls=true', 'mongodb://u:p%3F@a:1,b:2/app?replicaSet=r&tls=true'],
  [
    'mongodb+srv://db.example/?readPreference=secondary&readPreferenceTags=dc:ny&readPreferenceTags=&maxStalenessSeconds=90',
    'mongodb+srv://db.example/',
  ],
  ['mongodb://db.example/?wtimeoutMS=5&j=false&fsync=false&appName=w', 'mongodb://db.example/?appName=w'],
])('%s is opened as %s', (uri, expected) => expect(withoutConcerns(uri)).toBe(expected));
