import { expect, test } from 'vitest';
import { createRandom } from '../../src/sandbox/random.ts';
import { toGroupJson } from '../../src/sandbox/server/group-json.ts';
import { touchGroup } from '../../src/sandbox/whatsapp/state.ts';
import { toGroupNode } from '../../src/sandbox/whatsapp/to-node.ts';
import { createWorld } from '../../src/sandbox/whatsapp/world.ts';
import { choirGroup, choirWorld } from './choir.ts';

test('a group is serialised once, until it changes: GOWA’s list of 500 is quick, and so is the sandbox’s', () => {
  const clock = { now: () => Date.UTC(2026, 5, 15), sleep: async () => undefined };
  const world = createWorld(
    choirWorld([choirGroup(), choirGroup({ id: '120363000000000002' })]),
    clock,
    createRandom(1),
  );
  const [group, other] = world.groups.values();
  if (!group || !other) throw new Error('the choir has two groups');
  const read = (of: typeof group) => toGroupJson(toGroupNode(world, of));
  const [first, second] = [read(group), read(other)];
  expect(read(group)).toBe(first);
  touchGroup(group);
  expect(read(group)).not.toBe(first);
  expect(read(other)).toBe(second);
});
