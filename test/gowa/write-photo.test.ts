import { afterEach, describe, expect, test } from 'vitest';
import type { PhotoChange } from '../../src/domain/plan/change.ts';
import type { GroupId } from '../../src/domain/group.ts';
import { createClient } from '../../src/gowa/client.ts';
import { createWriter, requestFor } from '../../src/gowa/write.ts';
import type { LoadPhoto } from '../../src/gowa/write.ts';
import { startHttpServer } from '../support/http-server.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function start(loadPhoto?: LoadPhoto) {
  const said = { code: 'SUCCESS', message: '', results: { picture_id: '17', message: '' } };
  const server = await startHttpServer((_request, response) => response.end(JSON.stringify(said)));
  const client = createClient({ url: server.url, user: 'u', password: 'p' });
  opened.push(() => client.close(), server.close);
  return { server, writer: createWriter(client.connection, loadPhoto) };
}

describe('setting a photo', () => {
  const group = '120363000000000001@g.us' as GroupId;
  const about = {
    group,
    action: 'set',
    setting: 'photo',
    before: { kind: 'none' },
    why: { kind: 'differs' },
  } as const;
  const set: PhotoChange = { ...about, after: { kind: 'file', path: 'a.jpg' } };
  const remove: PhotoChange = { ...about, after: { kind: 'none' } };

  test('is a multipart with the group and a part named photo of the type of an image', async () => {
    const { server, writer } = await start(async () => Buffer.from('PNG'));
    expect(await writer.send([set])).toEqual({ kind: 'accepted', invited: [] });
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/group/photo' });
    expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(request?.headers['content-length']).toBeDefined();
    expect(request?.body).toMatch(/name="group_id"\r\n\r\n120363000000000001@g\.us\r\n/);
    expect(request?.body).toMatch(
      /name="photo"; filename="photo\.png"\r\nContent-Type: image\/png\r\n\r\nPNG\r\n/,
    );
  });

  test('never leaves without a picture: that would delete the photo', async () => {
    expect(() => requestFor([set])).toThrow('that would delete it');
    expect(() => requestFor([set], Buffer.alloc(0))).toThrow('that would delete it');
    const { server, writer } = await start();
    expect(await writer.send([set])).toMatchObject({ kind: 'rejected', code: 'invalid' });
    expect(server.requests).toEqual([]);
  });

  test('does not happen when the file is not the approved one', async () => {
    const { server, writer } = await start(async () => ({ refused: 'it has changed since' }));
    expect(await writer.send([set])).toEqual({
      kind: 'rejected',
      code: 'invalid',
      text: 'it has changed since',
    });
    expect(server.requests).toEqual([]);
  });

  test('is removed by its own request, for photo: none alone', async () => {
    const { server, writer } = await start();
    expect(await writer.send([remove])).toMatchObject({ kind: 'accepted' });
    expect(server.requests).toMatchObject([
      { path: '/group/photo', body: JSON.stringify({ group_id: group }) },
    ]);
  });
});
