/** One part of a multipart body; `contentType` absent where the part names none. */
export interface Part {
  readonly name: string;
  readonly filename: string | undefined;
  readonly contentType: string | undefined;
  readonly content: Buffer;
}

/**
 * Not the platform's `FormData`: it makes "text/plain" of a part that names no type, and GOWA takes such a part for a
 * picture but refuses "text/plain" (recorded; docs/gowa.md#15-group-photo).
 *
 * Returns the parts of a body, `undefined` if it is not multipart as its Content-Type says.
 */
export function parseMultipart(contentType: string, body: Buffer): Part[] | undefined {
  const match = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) return undefined;
  const marks = findMarks(body, Buffer.from(`--${boundary}`));
  const last = marks.at(-1);
  if (last === undefined || body.toString('latin1', last.end, last.end + 2) !== '--') return undefined;
  return marks.slice(0, -1).map((mark, at) => {
    // A part begins after the line of its boundary and ends before the line break of the next.
    const end = (marks[at + 1]?.start ?? body.length) - 2;
    return parsePart(body.subarray(mark.end + 2, end));
  });
}

function findMarks(body: Buffer, delimiter: Buffer): { start: number; end: number }[] {
  const marks = [];
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    marks.push({ start: at, end: at + delimiter.length });
  }
  return marks;
}

function parsePart(part: Buffer): Part {
  const border = part.indexOf('\r\n\r\n');
  const head = part.toString('utf8', 0, Math.max(0, border)).split('\r\n');
  const header = (name: string): string | undefined =>
    head
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const disposition = header('content-disposition') ?? '';
  return {
    name: findParameter(disposition, 'name') ?? '',
    filename: findParameter(disposition, 'filename'),
    contentType: header('content-type'),
    content: part.subarray(border < 0 ? part.length : border + 4),
  };
}

function findParameter(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(header);
  return match?.[1]?.replace(/\\(.)/g, '$1') ?? match?.[2];
}
