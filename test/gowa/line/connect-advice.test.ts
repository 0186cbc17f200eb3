import { expect, test } from 'vitest';
import { toConnectAdvice } from '../../../src/gowa/line/connect-advice.ts';

test.each([
  ['CERT_HAS_EXPIRED', /has expired/],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /not trusted/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /not trusted/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /for another host/],
  ['ERR_SSL_WRONG_VERSION_NUMBER', /speaks TLS/],
  ['EHOSTUNREACH', /VPN/],
  ['UND_ERR_CONNECT_TIMEOUT', /does not answer/],
  ['EWHATEVER', /^$/],
])('%s', (code, says) => {
  expect(toConnectAdvice(code)).toMatch(says);
});
