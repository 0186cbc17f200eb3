/** What to do where no connection comes about, by the code that the system gives for it; '' where nobody knows. */
export function toConnectAdvice(code: string): string {
  return advice.find(([pattern]) => pattern.test(code))?.[1] ?? '';
}

const certificate = 'Renew it, or name the authority that signed it with NODE_EXTRA_CA_CERTS';

const advice: readonly (readonly [RegExp, string])[] = [
  [/^ECONNREFUSED$/, 'Nothing listens there: start GOWA, or check host and port'],
  [/^ENOTFOUND$/, 'No such host is known: check the spelling of the address'],
  [/^EAI_AGAIN$/, 'The name server does not answer: check the network, then try again'],
  [
    /^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN)$/,
    'The host does not answer: check the address, the network, and what stands between (VPN, firewall)',
  ],
  [/^CERT_HAS_EXPIRED$/, `The certificate of the server has expired. ${certificate}`],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    'The certificate of the server is for another host: use the name that it is for',
  ],
  [
    /SELF_SIGNED|^UNABLE_TO_|^CERT_|^DEPTH_ZERO/,
    `The certificate of the server is not trusted by this machine. ${certificate}`,
  ],
  [
    /^(?:ERR_SSL_\w+|EPROTO)$/,
    'Nothing there speaks TLS: use http:// for a GOWA on this machine, or the port of https',
  ],
  [
    /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/,
    'The other end hangs up: check that the port is that of GOWA, and http or https',
  ],
];
