import assert from 'node:assert/strict';
import { handlerOf, simulateSource, verdictsOf } from '../../testing/simulated-source.ts';

const top = `import { S3, S3Client, PutObjectCommand, GetObjectCommand, HeadObjectCommand, DeleteObjectCommand,
  ListObjectsV2Command, NoSuchKey } from '@aws-sdk/client-s3';
const s3 = new S3Client({});`;

async function verdicts(body: string): Promise<readonly string[]> {
  return verdictsOf(await simulateSource(handlerOf(body, { top })));
}

const put = (key: string, more = ''): string =>
  `await s3.send(new PutObjectCommand({ Bucket: 'archive', Key: ${key}, Body: message.value, ${more} }));`;

describe('@aws-sdk/client-s3, simulated', () => {
  it('keeps one object per key', async () => {
    assert.deepEqual(await verdicts(put('event.id')), ['PutObject archive: effectively-once']);
    assert.deepEqual(await verdicts(put('`${event.id}/${Date.now()}`')), [
      'PutObject archive: at-least-once (duplicate)',
    ]);
  });

  it('reads what was put, and says what is not there', async () => {
    const body = `${put('event.id')}
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'archive', Key: event.id }));
      const kept = JSON.parse(await Body.transformToString()).id === event.id;
      const listed = (await s3.send(new ListObjectsV2Command({ Bucket: 'archive' }))).Contents.some(({ Key }) => Key === event.id);
      const missing = await s3.send(new GetObjectCommand({ Bucket: 'archive', Key: 'none' })).then(() => false, (error) => {
        if (error instanceof NoSuchKey) return true;
        throw error;
      });
      if (kept && listed && missing) await redis.set('found', event.id);`;
    assert.deepEqual(await verdicts(body), ['PutObject archive: effectively-once', 'SET found: effectively-once']);
  });

  it('guards work whose object is looked for first, and not for longer than the crash between the two', async () => {
    const body = `const known = await s3.send(new HeadObjectCommand({ Bucket: 'archive', Key: event.id }))
        .then(() => true, (error) => { if (error.name !== 'NotFound') throw error; return false; });
      if (known) return;
      await redis.incr('count:' + event.id);
      ${put('event.id')}`;
    assert.deepEqual(await verdicts(body), [
      'INCR count:{message}: at-least-once (duplicate)',
      'PutObject archive: effectively-once',
    ]);
  });

  it('refuses an object that must not be there yet', async () => {
    const body = `try { ${put('event.id', `IfNoneMatch: '*'`)} }
      catch (error) { if (error.name === 'PreconditionFailed') return; throw error; }
      await redis.incr('count:' + event.id);`;
    assert.deepEqual(await verdicts(body), [
      'PutObject archive: effectively-once',
      'INCR count:{message}: at-most-once (lost-write)',
    ]);
  });

  it('deletes, by the methods of its other class as well', async () => {
    const body = `await new S3({}).deleteObject({ Bucket: 'archive', Key: event.id });
      await s3.send(new DeleteObjectCommand({ Bucket: 'archive', Key: event.id + '.json' }));`;
    assert.deepEqual(await verdicts(body), [
      'DeleteObject archive: effectively-once',
      'DeleteObject archive: effectively-once',
    ]);
  });
});
