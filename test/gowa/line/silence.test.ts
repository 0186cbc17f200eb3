import { expect, test } from 'vitest';
import type { Reply } from '../../../src/gowa/answers/reply.ts';
import { createSilence, mayRead, noteReply } from '../../../src/gowa/line/silence.ts';

const hang: Reply = { kind: 'unanswered', code: 'timeout', text: '' };
const lost: Reply = { kind: 'unanswered', code: 'dropped', text: '' };
const gatewayTimeout: Reply = {
  kind: 'answered',
  status: 504,
  envelope: { code: 'GATEWAY_TIMEOUT', message: 'Request timed out' },
  text: '',
};
const done: Reply = { kind: 'answered', status: 200, envelope: { code: 'SUCCESS', message: '' }, text: '' };
const named: Reply = {
  kind: 'answered',
  status: 200,
  envelope: { code: 'SUCCESS', message: "Success update group name to 'context deadline exceeded'" },
  text: '',
};
const refused: Reply = {
  kind: 'answered',
  status: 500,
  envelope: { code: 'INTERNAL_SERVER_ERROR', message: 'info query returned status 400: bad-request' },
  text: '',
};

type Asked = readonly ['GET' | 'POST', Reply];

test.each<[string, readonly Asked[], isOver: boolean, mayRead: boolean]>([
  [
    'two hangs',
    [
      ['GET', hang],
      ['POST', hang],
    ],
    false,
    true,
  ],
  [
    'three reads',
    [
      ['GET', hang],
      ['GET', lost],
      ['GET', gatewayTimeout],
    ],
    true,
    false,
  ],
  [
    'a write, its reading and the next',
    [
      ['POST', hang],
      ['GET', hang],
      ['GET', lost],
    ],
    true,
    false,
  ],
  [
    'three writes, each read after',
    [
      ['POST', hang],
      ['GET', done],
      ['POST', lost],
      ['GET', done],
      ['POST', hang],
    ],
    true,
    true,
  ],
  [
    'a read that answers takes back reads alone',
    [
      ['GET', hang],
      ['GET', hang],
      ['GET', done],
      ['GET', hang],
    ],
    false,
    true,
  ],
  [
    'a write that answers takes back all',
    [
      ['POST', hang],
      ['GET', hang],
      ['POST', refused],
      ['GET', hang],
      ['POST', hang],
    ],
    false,
    true,
  ],
  [
    'successes, whatever somebody has written into them',
    [
      ['GET', named],
      ['POST', named],
      ['POST', named],
    ],
    false,
    true,
  ],
  [
    'once over, it stays so',
    [
      ['POST', hang],
      ['POST', hang],
      ['POST', hang],
      ['GET', done],
      ['POST', done],
    ],
    true,
    true,
  ],
])('%s', (_, asked, isOver, may) => {
  const silence = createSilence();
  for (const [method, reply] of asked) noteReply(silence, method, reply);
  expect([silence.isOver, mayRead(silence)]).toEqual([isOver, may]);
});
