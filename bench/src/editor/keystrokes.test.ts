import assert from 'node:assert/strict';
import { seededRandom } from '../random.ts';
import { deskAt, keystrokes, type Desk } from './keystrokes.ts';

const worker = `import { OrderService } from './order-service.js';

export class Worker {
  private async handle(): Promise<void> {
    await 1;
  }
}
`;
const service = 'export class OrderService {\n  async summary(id: string): Promise<string> {\n    return id;\n  }\n}\n';

const files = new Map([
  ['/p/worker.ts', worker],
  ['/p/order-service.ts', service],
  ['/p/other-service.ts', service],
]);

describe('keystrokes', () => {
  it('stand in the files that the worker uses, and in one that it does not', () => {
    assert.equal(deskAt('service', files).path, '/p/order-service.ts');
    assert.equal(deskAt('file without Kafka', files).path, '/p/other-service.ts');
    assert.equal(worker.slice(deskAt('handler', files).offset).split('\n')[0], '    await 1;');
  });

  it('leave every document as it was', () => {
    const desk: Desk = deskAt('handler', files);
    let text = desk.text;
    const strokes = keystrokes([desk], seededRandom(1));
    for (let count = 0; count < 2 * desk.typed.length; count += 1) {
      const { offset, removed, inserted } = strokes.next().value;
      text = text.slice(0, offset) + inserted + text.slice(offset + removed);
      if (count === desk.typed.length - 1) assert.ok(text.includes(desk.typed));
    }
    assert.equal(text, desk.text);
  });
});
