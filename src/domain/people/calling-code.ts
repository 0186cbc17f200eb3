import { onceEach } from '../lazy/once.ts';

/** Country calling codes have one, two or three digits, and none is the beginning of another (ITU E.164). */
const callingCode = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** The country calling code of an international number without `+`: "6281234567890" → "62". */
export function findCallingCode(phone: string): string {
  return findByStart(phone.slice(0, 3));
}

/** Looked at once for each beginning: there are a thousand of them, and millions of numbers. */
const findByStart = onceEach((start) => callingCode.exec(start)?.[0] ?? '');
