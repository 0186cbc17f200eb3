import { describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../../src/domain/people/person.ts';
import type { Said } from './start-reader.ts';
import { limited, loggedOut, refuse, startReader } from './start-reader.ts';
import { account } from './wire-groups.ts';

const check = (isThere: boolean): Said => ({ results: { is_on_whatsapp: isThere } });

describe('look-ups', () => {
  const phone = '447700900050' as PhoneNumber;
  const notThere: Said = {
    status: 400,
    code: 'INVALID_JID',
    message: 'Phone 447700900050@s.whatsapp.net is not on whatsapp',
  };

  test.each([true, false])('on WhatsApp: %s', async (isThere) => {
    const { reader, asked } = await startReader(() => check(isThere));
    expect(await reader.isRegistered(phone)).toBe(isThere);
    expect(asked()).toEqual(['/user/check 447700900050']);
  });

  test('after a failed look-up the own number does not vouch for the answers, once', async () => {
    let said: Said = refuse('websocket not connected');
    const { reader, asked } = await startReader(() => said);
    expect(await reader.isRegistered(phone)).toBe(false);
    said = check(true);
    expect(await reader.isRegistered('447700900002' as PhoneNumber)).toBe(true);
    expect(await reader.isRegistered(account)).toBe(false);
    expect(await reader.isRegistered(account)).toBe(true);
    expect(asked()).toHaveLength(3);
  });

  test.each<[string, Said, object]>([
    [
      'known',
      { results: { data: [{}], resolved_lid: '642094562807373@lid' } },
      { kind: 'lid', lid: '642094562807373' },
    ],
    ['not told', { results: { data: null } }, { kind: 'untold' }],
    ['limited', limited, { kind: 'unknown' }],
    ['logged out', loggedOut, { kind: 'unknown' }],
    ['not a LID', { results: { resolved_lid: '447700900050@s.whatsapp.net' } }, { kind: 'untold' }],
  ])('LID %s', async (_name, said, expected) => {
    const { reader, asked } = await startReader(() => said);
    expect(await reader.findLid(phone)).toEqual(expected);
    expect(asked()).toEqual(['/user/info 447700900050']);
  });

  test.each([
    [true, 'none'],
    [false, 'unknown'],
  ])('not on WhatsApp counts only if the own number is: %s', async (isOwnThere, kind) => {
    const { reader, asked } = await startReader((path) =>
      path === '/user/info' ? notThere : check(isOwnThere),
    );
    expect(await reader.findLid(phone)).toEqual({ kind });
    expect(asked()).toEqual(['/user/info 447700900050', '/user/check 447700900001']);
  });
});
