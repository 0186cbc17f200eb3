import { expect, test } from 'vitest';
import { closingOnFailure } from '../../src/session/closing-on-failure.ts';

/** What comes of it, and how often what is open was closed. */
async function run(open: () => Promise<number>, close: () => Promise<void> = async () => undefined) {
  let closed = 0;
  const count = () => {
    closed += 1;
    return close();
  };
  const result = await closingOnFailure(count, open).catch(({ message }: Error) => message);
  return { result, closed };
}

const fail = (text: string) => () => Promise.reject(new Error(text));

test('what could be opened stays open', async () => {
  expect(await run(async () => 12)).toEqual({ result: 12, closed: 0 });
});

test('where it could not, all is closed once, and the error goes its way', async () => {
  expect(await run(fail('no memory'))).toEqual({ result: 'no memory', closed: 1 });
});

test('also where it cannot be closed: what went wrong first is what is told', async () => {
  expect(await run(fail('no memory'), fail('cannot be closed'))).toEqual({ result: 'no memory', closed: 1 });
});
