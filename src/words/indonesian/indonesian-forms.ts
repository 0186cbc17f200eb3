import type { LimitKind } from '../../domain/group.ts';
import type { Inline } from '../../safe/inline.ts';
import { makeSay } from '../../safe/inline.ts';

/** Indonesian, which has no plural to mind: "1.024". */
export const say = makeSay('.');

/** What a time is counted in. */
export const units = { minutes: say`menit`, hours: say`jam`, days: say`hari` } as const;

/** What limits count. */
export const limits: Readonly<Record<LimitKind, Inline>> = {
  removals: say`orang yang dikeluarkan`,
  demotions: say`admin yang diberhentikan`,
  promotions: say`admin baru`,
  adds: say`orang yang ditambahkan`,
};
