/** The texts WhatsApp sends with its codes (docs/gowa.md#t11); another code has none. */
const refusalTexts: Readonly<Record<number, string>> = {
  304: 'not-modified',
  400: 'bad-request',
  401: 'not-authorized',
  403: 'forbidden',
  404: 'item-not-found',
  405: 'not-allowed',
  406: 'not-acceptable',
  409: 'conflict',
  410: 'gone',
  412: 'precondition-failed',
  413: 'request-too-large',
  419: 'resource-limit',
  423: 'locked',
  429: 'rate-overlimit',
  436: 'growth-locked',
  451: 'unavailable-for-legal-reasons',
  500: 'internal-server-error',
  503: 'service-unavailable',
  530: 'partial-server-error',
};

/** Returns WhatsApp's own text for a code, `''` where none is known. */
function toRefusalText(code: number): string {
  return refusalTexts[code] ?? '';
}

/** WhatsApp refuses a whole query (E-iq, docs/gowa.md#04-errors-that-endpoints-share). */
export class QueryRefusal extends Error {
  override readonly name = 'QueryRefusal';
  readonly code: number;
  readonly text: string;

  constructor(code: number, text: string = toRefusalText(code)) {
    super(`info query returned status ${code}: ${text}`);
    this.code = code;
    this.text = text;
  }

  /** True for the standard form of a code: whatsmeow compares code *and* text before it says it in words. */
  is(code: number): boolean {
    return this.code === code && this.text === toRefusalText(code);
  }
}

/** The line dropped before WhatsApp answered (E-disc, docs/gowa.md#04-errors-that-endpoints-share). */
export class LineDropped extends Error {
  override readonly name = 'LineDropped';

  constructor() {
    super('websocket disconnected before info query returned response');
  }
}

/** The caller's time was up before WhatsApp answered; Go's words. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded';

  constructor() {
    super('context deadline exceeded');
  }
}
