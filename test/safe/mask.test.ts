import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskDigits, maskNumbers, maskPhone } from '../../src/safe/mask.ts';

describe('maskPhone', () => {
  it.each([
    ['6281234567890', '+62 •••• ••• 890'],
    ['447700900002', '+44 •••• ••• 002'],
    ['12025550123', '+1 •••• ••• 123'],
    ['77005550123', '+7 •••• ••• 123'],
    ['351200000001', '+351 •••• ••• 001'],
    ['5520900000001', '+55 •••• ••• 001'],
  ])('%s', (phone, label) => {
    expect(maskPhone(phone)).toBe(label);
  });
});

describe('maskDigits', () => {
  it.each([
    [
      'Phone 6281234567890@s.whatsapp.net is not on whatsapp',
      'Phone ••••••••••890@s.whatsapp.net is not on whatsapp',
    ],
    ['12345678', '•••••678'],
    ['1234567', '1234567'],
    ['123456789012345', '••••••••••••345'],
    ['1234567890123456', '1234567890123456'],
    ['lid:330631678702157 of +447700900002', 'lid:330631678702157 of +•••••••••002'],
    ['120363025982934543@g.us', '120363025982934543@g.us'],
    ['6281234567890-1598765432@g.us', '••••••••••890-•••••••432@g.us'],
    ['٠١٢٣٤٥٦٧٨٩', '•••••••٧٨٩'],
    ['kcnfdmgeohblapij', 'kcnfdmgeohblapij'],
  ])('%s', (text, masked) => {
    expect(maskDigits(text)).toBe(masked);
  });

  it('leaves no run of 8 to 15 digits, and nothing for a second time', () => {
    const texts = fc.string({ unit: fc.constantFrom('0', '1', '9', ' ', '-', 'a', '@') });
    fc.assert(
      fc.property(texts, (text) => {
        const masked = maskDigits(text);
        expect(masked).not.toMatch(/(?<!\d)\d{8,15}(?!\d)/);
        expect(maskDigits(masked)).toBe(masked);
        expect(masked).toHaveLength(text.length);
      }),
    );
  });
});

describe('maskNumbers', () => {
  it.each([
    ['call +44 7700 900-002 now', 'call +•• •••• •••-002 now'],
    ['(0812) 3456.7890', '(••••) ••••.•890'],
    ['until: 2026-12-31', 'until: 2026-12-31'],
    ['Concert 2026-12-31 19:00', 'Concert 2026-12-31 19:00'],
    ['2026-12-319999', '••••-••-•••999'],
    ['lid:330631678702157', 'lid:330631678702157'],
    ['120363025982934543@g.us', '120363025982934543@g.us'],
    ['room 12, floor 3', 'room 12, floor 3'],
    ['Season 2025-2026', 'Season 2025-2026'],
    ['Concert 31.12.2026 19:00', 'Concert 31.12.2026 19:00'],
    ['Tuesdays 09.00-10.30', 'Tuesdays 09.00-10.30'],
    ['code 1234 5678', 'code 1234 5678'],
    ['call 12345678', 'call •••••678'],
    ['call 0812 3456', 'call •••• •456'],
  ])('%s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  it('hides every number however it is written', () => {
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '.', ') ', ' - '), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(gaps, (between) => {
        const written = [...'7700900123'].map((digit, index) => digit + (between[index] ?? '')).join('');
        expect(maskNumbers(`x ${written} y`).replaceAll(/\D/g, '')).toBe('123');
      }),
    );
  });
});
