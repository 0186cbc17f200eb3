import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsNumber, isMasked, mask, maskLines, maskPhone, sealedPhone } from '../../src/safe/mask.ts';

describe('maskPhone', () => {
  it.each([
    ['6281234567890', '+62 •••• ••• 890'],
    ['447700900002', '+44 •••• ••• 002'],
    ['12025550123', '+1 •••• ••• 123'],
    ['77005550123', '+7 •••• ••• 123'],
    ['351200000001', '+351 •••• ••• 001'],
    ['5520900000001', '+55 •••• ••• 001'],
    ['6834002', '+683 •••• ••• 02'],
    ['2904123', '+290 •••• ••• 23'],
  ])('%s', (phone, label) => {
    expect(maskPhone(phone)).toBe(label);
  });
});

describe('mask hides', () => {
  it.each([
    ['Phone 6834002@s.whatsapp.net is not on', 'Phone ••••002@s.whatsapp.net is not on'],
    ['+683 4002', '+••• •002'],
    ['123456789012345', '••••••••••••345'],
    ['two in one: 447700900123447700900124', 'two in one: •••••••••••••••••••••124'],
    ['6281234567890-1598765432@g.us', '•••••••••••••-•••••••432@g.us'],
    ['lid:330631678702157 of +447700900002', 'lid:330631678702157 of +•••••••••002'],
    ['lid:447700900123', 'lid:•••••••••123'],
    ['٠١٢٣٤٥٦٧٨٩', '•••••••٧٨٩'],
    ['call +44 7700 900-002 now', 'call +•• •••• •••-002 now'],
    ['(0812) 3456.7890', '(••••) ••••.•890'],
    ['44_7700_900_123', '••_••••_•••_123'],
    ['447700\u200b900123', '••••••\u200b•••123'],
    ['4️⃣4️⃣7700900123', '•️⃣•️⃣•••••••123'],
    ['44\u30fc7700\u30fc900123', '••\u30fc••••\u30fc•••123'],
    ['44•7700•900•123', '••••••••••••123'],
    [String.raw`44\u00a07700\x20900123`, String.raw`••\u••a•••••\x•••••123`],
    ['44%207700&nbsp;900123', '••%••••••&nbsp;•••123'],
    ['code 1234 5678', 'code •••• •678'],
    ['44, 7700, 900, 123', '••, ••••, •••, 123'],
    ['+683x4002', '+•••x•002'],
    ['44|7700"900>123', '••|••••"•••>123'],
    ['06/12/03/11', '••/••/•3/11'],
    ['a.yaml:447700900123', 'a.yaml:•••••••••123'],
    ['tel://44.77.90.123', 'tel://••.••.••.123'],
    ['2026-12-319999', '••••-••-•••999'],
    ['+2026-11-26', '+••••-•1-26'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });
});

describe('mask leaves', () => {
  it.each([
    'kcnfdmgeohblapij',
    'lid:330631678702157',
    '120363025982934543@g.us',
    '9b2e4c10-7d33-4218-9406-31a5c08d2f97',
    'device 1029384f-5566-4778-8990-11a22b33c44d is meant',
    'until: 2026-12-31',
    'Concert 2026-12-31 19:00',
    'Concert 31.12.2026 19:00',
    '2026-11-26T14:06:22.123Z',
    'Season 2025-2026 or 2025/2026',
    'Tuesdays 09.00-10.30',
    'Mondays 19:00-21:00, 20:30',
    '26.11. 19.00-21.00',
    'on 5, 12, 19 and 26 March',
    'rooms 101, 102, 103',
    'room 12, floor 3',
    '1,024 of 2,000',
    '1000 -> 2000',
    '10000 → 12000',
    'groups/a.yaml:1234:5678',
    'http://192.168.178.20:3000/base',
    '1920x1080',
    '{ "before": 604800, "after": 7776000 }',
    'Rp 1.500.000',
    'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3',
    '+62 •••• ••• 890, +351 •••• ••• 123 and 1024 more',
    '+62 xxxx xxx 890, +351 xxxx xxx 123 and 1024 more',
  ])('%s', (text) => {
    expect(mask(text)).toBe(text);
  });
});

describe('maskLines', () => {
  it('hides a number that fills two lines, and of two numbers leaves both ends', () => {
    expect(maskLines('+44 7700\n900123')).toBe('+•• ••••\n•••123');
    expect(maskLines('447700900123\n447700900124')).toBe('•••••••••123\n•••••••••124');
    expect(maskLines('from 19:00\n21:00 on 2026-11-26')).toBe('from 19:00\n21:00 on 2026-11-26');
  });
});

describe('mask', () => {
  it('masks nothing for a second time, and keeps the length', () => {
    const texts = fc.string({
      unit: fc.constantFrom(
        ...'0123456789+-.()/:,; x•ae\n\u200b٣𝟒'.match(/./gsu)!,
        'lid:',
        '120363',
        '2026-11-26',
      ),
    });
    fc.assert(
      fc.property(texts, (text) => {
        for (const hide of [mask, maskLines]) {
          const masked = hide(text);
          expect(hide(masked)).toBe(masked);
          expect(masked).toHaveLength(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a time that grows with the text alone', () => {
    const texts = [
      '1'.repeat(200_000),
      '1 '.repeat(100_000),
      '1\u200b'.repeat(100_000),
      `1${' '.repeat(200_000)}`,
    ];
    for (const text of texts) expect(mask(text)).toHaveLength(text.length);
  });
});

describe('where numbers are sealed', () => {
  it('has labels that tell the country alone', () => {
    expect(maskPhone('447700900002', 'nothing')).toBe('+44 •••• ••• •••');
    expect(
      [maskPhone('447700900002', 'nothing'), maskPhone('447700900002'), sealedPhone].every(isMasked),
    ).toBe(true);
    expect(isMasked('Ana')).toBe(false);
  });

  it('leaves nothing of a number in a text, over the end of a line neither, and its length stays', () => {
    expect(mask('call 07700 900002 at 19:00', 'nothing')).toBe('call ••••• •••••• at 19:00');
    expect(maskLines('call 0770\n0 900002', 'nothing')).toBe('call ••••\n• ••••••');
  });
});

it('blanks a private key wherever it stands, and masking twice is masking once', () => {
  const line = 'seal: rollcall-secret-abcdefgh  # oh';
  expect(mask(line)).toBe('seal: rollcall-secret-••••••••  # oh');
  expect(mask(mask(line))).toBe(mask(line));
});

it.each([
  ['Call 0812-3456-7890', true],
  ['0812-3456\n7890', true],
  ['Season 2025/2026, Thursdays 19:00', false],
  ['', false],
])('a text that holds a number: %j', (text, isHeld) => {
  expect(holdsNumber(text)).toBe(isHeld);
});
