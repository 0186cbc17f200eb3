import { expect, test } from 'vitest';
import { createHandles } from '../../src/importing/handles.ts';
import { toSkeleton } from '../../src/safe/lookalikes.ts';

test('a handle that somebody has, or that looks like theirs, gets a number', () => {
  const handles = createHandles(['ana', 'budi'], toSkeleton);
  const taken = ['ana', 'Ana', 'áná', 'budi', 'citra', 'citra', 'аna'].map((each) => handles.take(each));
  expect(taken).toEqual(['ana-2', 'Ana-3', 'áná-4', 'budi-2', 'citra', 'citra-2', 'аna-5']);
});

test('what can be no handle is none', () => {
  const handles = createHandles([], toSkeleton);
  for (const wanted of ['', 'me', '+447700900002', '4.4e11', '-x', 'two words', 'x'.repeat(65)])
    expect(handles.take(wanted)).toBeUndefined();
  expect(handles.take('x'.repeat(64))).toBe('x'.repeat(64));
  expect(handles.take('x'.repeat(64))).toBeUndefined();
});
