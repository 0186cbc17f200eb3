import { transliterate } from 'transliteration';
import type { ToAscii } from './made-handle.ts';

/** Its table is larger than all else that is read of a name, so this file is loaded only where a name has other letters. */
export const toAscii: ToAscii = (text) => transliterate(text.normalize('NFC'));
