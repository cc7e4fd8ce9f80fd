import { expect, it } from 'vitest';
import { optionsNotIn, withoutConcerns } from './store-uri.ts';

it.each([
  ['mongodb://db.example/app', 'mongodb://db.example/app'],
  ['mongodb://db.example/app?w=0', 'mongodb://db.example/app'],
  [
    'mongodb://u:p%3F@a:1,b:2/app?replicaSet=r&W=1&journal=false&tls=true',
    'mongodb://u:p%3F@a:1,b:2/app?replicaSet=r&tls=true',
  ],
  [
    'mongodb+srv://db.example/?readPreference=secondary&readPreferenceTags=dc:ny&readPreferenceTags=&maxStalenessSeconds=90',
    'mongodb+srv://db.example/',
  ],
  ['mongodb://db.example/?wtimeoutMS=5&j=false&fsync=false&appName=w', 'mongodb://db.example/?appName=w'],
  ['mongodb://%2Ftmp%2Fstore%2Fmongodb.sock/app?w=0&W=1&w=majority', 'mongodb://%2Ftmp%2Fstore%2Fmongodb.sock/app'],
  ['mongodb://[::1]:27017,a:2/app?j=true&appName=a%26b', 'mongodb://[::1]:27017,a:2/app?appName=a%26b'],
  ['mongodb://db.example?tls=true', 'mongodb://db.example/?tls=true'],
])('opens %s as %s', (uri, expected) => expect(withoutConcerns(uri)).toBe(expected));

it('returns the options that a URI does not set, in any case', () => {
  const options = { maxPoolSize: 10, socketTimeoutMS: 0, serverSelectionTimeoutMS: 5 };
  expect(optionsNotIn('mongodb://db.example/?maxpoolsize=3&sockettimeoutms=', options)).toEqual({
    serverSelectionTimeoutMS: 5,
  });
  expect(optionsNotIn('mongodb://db.example', options)).toEqual(options);
});

it('refuses a text that is no URI of a MongoDB', () =>
  expect(() => withoutConcerns('mongodb://')).toThrow(/required in the uri/));
