import replaceLookalikes from 'unhomoglyph';
import type { ToSkeleton } from './plain-letters.ts';

/**
 * The skeleton of UTS #39 (confusables.txt of Unicode 13): equal for texts that look alike. The data is larger than all
 * else that is read of a name, so this file is loaded only where a name has other letters than ASCII's.
 */
export const toSkeleton: ToSkeleton = (text) => replaceLookalikes(text.normalize('NFD')).normalize('NFD');
