import { expect, test } from 'vitest';
import { toLid, toPhone, toUser } from '../../../src/gowa/answers/jid.ts';

test.each<[string, number: string | undefined, lid: string | undefined, user: string]>([
  ['447700900001@s.whatsapp.net', '447700900001', undefined, '447700900001'],
  ['447700900001@c.us', '447700900001', undefined, '447700900001'],
  ['447700900001:12@s.whatsapp.net', '447700900001', undefined, '447700900001'],
  ['447700900001.0:12@s.whatsapp.net', '447700900001', undefined, '447700900001'],
  ['330631678702157@lid', undefined, '330631678702157', '330631678702157'],
  ['330631678702157:3@lid', undefined, '330631678702157', '330631678702157'],
  ['120363000000000001@g.us', undefined, undefined, '120363000000000001'],
  ['447700900001-1598765432@g.us', undefined, undefined, '447700900001'],
  ['447700900001@bot', undefined, undefined, '447700900001'],
  ['447700900001', undefined, undefined, '447700900001'],
  ['447700900001@s.whatsapp.net.evil.example', undefined, undefined, '447700900001'],
  ['x447700900001@s.whatsapp.net', undefined, undefined, ''],
  ['@s.whatsapp.net', undefined, undefined, ''],
  ['12@s.whatsapp.net', undefined, undefined, '12'],
  ['', undefined, undefined, ''],
])('%j: whose it is', (jid, number, lid, user) => {
  expect([toPhone(jid), toLid(jid), toUser(jid)]).toEqual([number, lid, user]);
});
