import { describe, expect, test } from 'vitest';
import { createClient } from '../../../src/gowa/client.ts';
import { InsecureConnectionError, InvalidConnectionError } from '../../../src/gowa/answers/gowa-error.ts';

describe('addresses', () => {
  const password = 'secret';

  test.each([
    'http://gowa.example',
    'http://10.0.0.5:3000',
    'http://localhost.example',
    'http://127.0.0.1.example',
  ])('no password over plain HTTP to %s', (url) => {
    expect(() => createClient({ url, user: 'a', password })).toThrow(InsecureConnectionError);
  });

  test.each([
    'https://gowa.example',
    'http://localhost:3000',
    'http://127.0.0.1:3000/base',
    'http://127.8.9.1',
    'http://[::1]:3000',
  ])('but to %s', async (url) => {
    const client = createClient({ url, user: 'a', password });
    expect(client.connection.origin).toBe(new URL(url).origin);
    await client.close();
  });

  test('plain HTTP without a password is nobody else’s business', async () => {
    const client = createClient({ url: 'http://gowa.example' });
    expect(client.connection.origin).toBe('http://gowa.example');
    await client.close();
  });

  test.each([
    'gowa.example',
    'localhost:3000',
    'ftp://gowa.example',
    '',
    'http://',
    'https://user:secret@gowa.example',
    'https://gowa.example/?device_id=1',
    'https://gowa.example/#x',
  ])('%j is none, and the message does not repeat it', (url) => {
    expect(() => createClient({ url })).toThrow(InvalidConnectionError);
    expect(() => createClient({ url })).not.toThrow(/secret/);
  });
});
