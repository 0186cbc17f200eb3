import { describe, expect, test } from 'vitest';
import type { Decrypted } from '../../../src/config/sops/decrypt-tree.ts';
import { sopsKey } from '../../../src/config/sops/metadata.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../../../src/config/yaml/node.ts';
import {
  decrypt,
  decryptRoot,
  findDataKey,
  readRoot,
  readSopsFile,
  toPlain,
} from '../../support/sops-files.ts';

const names = [
  'people.yaml',
  'people-phones.yaml',
  'people-only.yaml',
  'types.yaml',
  'types-plain.yaml',
  'types-suffix.yaml',
  'types-not-suffix.yaml',
] as const;

/** What is in a file that opens; what is wrong with it otherwise. */
function open(text: string, key: Uint8Array): unknown {
  const found = decrypt(text, key);
  if (found?.kind === 'map') return toPlain(found.root);
  return found ? found.places.map(({ mistake }) => mistake) : 'unreadable';
}

/**
 * What the MAC keeps: every value that is not empty, in its order, those that are encrypted each under its own keys; of a file
 * whose MAC is over encrypted values alone, these. Where one value in plain ends and the next begins no MAC of SOPS tells.
 */
function findKept(found: Decrypted & { readonly kind: 'map' }, isWhole: boolean): readonly string[] {
  const look = (node: YamlNode | undefined, path: string): readonly string[] => {
    if (node?.kind === 'map') return node.pairs.flatMap(({ key, value }) => look(value, `${path}${key}:`));
    if (node?.kind === 'list') return node.items.flatMap((item) => look(item, path));
    if (!node || node.value === null || node.source === '') return [];
    if (found.opened.has(node)) return [`\n${path} ${node.source}\n`];
    return isWhole ? [node.source] : [];
  };
  return look(found.root, '');
}

/** The values that are encrypted, those of SOPS itself aside. */
function findEncrypted(node: YamlNode | undefined): readonly YamlScalar[] {
  if (node?.kind === 'map')
    return node.pairs.flatMap(({ key, value }) => (key === sopsKey ? [] : findEncrypted(value)));
  if (node?.kind === 'list') return node.items.flatMap(findEncrypted);
  return node?.source.startsWith('ENC[') ? [node] : [];
}

/** What two values hold changes places, in the tree itself: to read so many texts would take most of the time. */
function exchange(one: YamlScalar, other: YamlScalar): void {
  const { value, source } = one;
  Object.assign(one, { value: other.value, source: other.source });
  Object.assign(other, { value, source });
}

/** The file of what went in. */
function toOrigin(name: string): string {
  if (name.startsWith('types')) return 'types.plain';
  return name === 'people.yaml' ? 'people.plain' : 'phones.plain';
}

/** The first value that is encrypted. */
const plainTarget = /^( +(?!mac:)[\w-]+: )ENC\[.*$/m;

describe.each(names)('%s, as the real sops made it', async (name) => {
  const text = readSopsFile(name);
  const lines = text.split('\n');
  const key = await findDataKey(text);
  const whole = open(text, key);
  const isWhole = !/^ +mac_only_encrypted: true/m.test(text);
  const toKept = (changed: string | YamlMap | undefined) => {
    const found = typeof changed === 'string' ? decrypt(changed, key) : decryptRoot(changed, key);
    return found?.kind === 'map' ? findKept(found, isWhole).join('') : 'refused';
  };
  const kept = toKept(text);
  /** True for a file that is refused, or holds the same all the same. */
  const isHarmless = (changed: string | YamlMap | undefined) => ['refused', kept].includes(toKept(changed));
  const isAnyEncrypted = plainTarget.test(text);

  test('opens to what went in', () => {
    const before = toPlain(readRoot(readSopsFile(toOrigin(name))));
    const isTypes = { types: { hex: '31', date: '2026-12-31', empty: '' } };
    expect(whole).toMatchObject(name.startsWith('types') ? isTypes : (before as object));
  });

  test('every line that is taken out is missed, but for those that hold nothing', () => {
    const lost = lines.flatMap((line, at) => {
      const cut = lines.toSpliced(at, 1).join('\n');
      return isHarmless(cut) ? [] : [line];
    });
    expect(lost).toEqual([]);
  });

  test('every two values that change places are found', () => {
    const root = readRoot(text);
    const values = findEncrypted(root);
    expect(values).toHaveLength([...text.matchAll(/^(?! +(?:mac|enc):).*(?:: |- )ENC\[/gm)].length);
    const swapped = values.flatMap((one, index) =>
      values.slice(index + 1).flatMap((other) => {
        exchange(one, other);
        const isFine = isHarmless(root);
        exchange(one, other);
        return isFine ? [] : [`${one.source} / ${other.source}`];
      }),
    );
    expect(swapped).toEqual([]);
    expect(toKept(root)).toBe(kept);
  });

  test('every line that stands there twice or changes places with the next is found, but for those that hold nothing', () => {
    const moved = lines.slice(0, -1).flatMap((line, at) => {
      const twice = lines.toSpliced(at, 0, line).join('\n');
      const next = lines.toSpliced(at, 2, lines[at + 1] ?? '', line).join('\n');
      return isHarmless(twice) && isHarmless(next) ? [] : [line];
    });
    expect(moved).toEqual([]);
  });

  test.each([
    ['another time of the last change', /(lastmodified: "20)26/, '$125', ['mac']],
    ['no MAC', /^( +)mac: .*$/m, '$1mac: ""', ['no-mac']],
    [
      'the MAC of another file',
      /^( +mac: )ENC.*$/m,
      '$1ENC[AES256_GCM,data:AAAA,iv:AAAAAAAAAAAAAAAA,tag:AAAAAAAAAAAAAAAAAAAAAA==,type:str]',
      ['mac'],
    ],
    ['no line of the MAC', /^ +mac: .*\n/m, '', ['no-mac']],
  ])('%s', (_, pattern, replacement, expected) => {
    expect(open(text.replace(pattern, replacement), key)).toEqual(expected);
  });

  test('a MAC over all values is none over some of them, nor the other way round', () => {
    const changed = isWhole
      ? text.replace(/^( +)version:/m, '$1mac_only_encrypted: true\n$1version:')
      : text.replace(/^ +mac_only_encrypted: true\n/m, '');
    expect(open(changed, key)).toEqual(['mac']);
  });

  test.runIf(isAnyEncrypted)('a value is never believed in plain where it must be encrypted', () => {
    const changed = text.replace(plainTarget, '$1"+44 7700 900009"');
    expect(open(changed, key)).toEqual(['plain']);
  });

  test('a value with another type is another one', () => {
    const types = ['str', 'int', 'float', 'bool', 'time', 'bytes', 'comment', 'other'];
    const found = types.flatMap((type) => {
      const changed = text.replace(/^( +[\w-]+: ENC\[.*type:)[a-z]+\]$/m, `$1${type}]`);
      return isHarmless(changed) ? [] : [type];
    });
    expect(found).toEqual([]);
  });
});

test('rules that are changed so that a value counts as plain break the MAC', async () => {
  const text = readSopsFile('people-phones.yaml');
  const key = await findDataKey(text);
  for (const rule of ['^(lid|note)$', '^(phone|lid)$', '^nothing$'])
    expect(open(text.replace(/(encrypted_regex: ).*/, `$1${rule}`), key)).toEqual(['mac']);
  expect(open(text.replace(/(encrypted_regex: ).*/, '$1people'), key)).toEqual(
    expect.arrayContaining(['plain']),
  );
});
