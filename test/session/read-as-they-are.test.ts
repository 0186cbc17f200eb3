import { expect, test } from 'vitest';
import type { MapLeave } from '../../src/domain/gateway.ts';
import type { Line } from '../../src/session/connect.ts';
import { readAsTheyAre } from '../../src/session/read-as-they-are.ts';
import { account, altos, desiredGroup, lid, organisation } from '../support/choir.ts';

test("the account's groups are read, and nobody is asked about for it", async () => {
  const asked: unknown[] = [];
  const reader = {
    readGroups: async (ids: readonly string[], leave?: MapLeave) => {
      asked.push(
        ids,
        leave?.isUntold(lid('330631678702157')),
        await leave?.take(1),
        await leave?.rememberUntold([]),
      );
      return new Map();
    },
  };
  const { id: _, ...fresh } = desiredGroup();
  const groups = [desiredGroup(), { ...desiredGroup(), account: 'second' }, fresh];
  const own = { name: desiredGroup().account, phone: account.phone };
  await readAsTheyAre({ reader } as unknown as Line, { ...organisation([]), groups }, own);
  expect(asked).toEqual([[altos], true, false, undefined]);
});
