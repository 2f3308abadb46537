import assert from 'node:assert/strict';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { openServices } from './find-services.ts';

/** The service of a file among others: its name and folder. */
function serviceOf(file: string, files: Readonly<Record<string, string>>): string {
  const { name, id } = openServices(createMemoryHost({ ...files, [file]: '' }))(file);
  return `${name} in ${id}`;
}

describe('the service of a file', () => {
  it('is its nearest package', () => {
    const files = { 'package.json': '{ "name": "root" }', 'orders/package.json': '{ "name": "@shop/orders" }' };
    assert.equal(serviceOf('orders/src/main.ts', files), '@shop/orders in orders');
    assert.equal(serviceOf('tools/main.ts', files), 'root in .');
  });

  it('is named after its folder where the package has no name', () => {
    assert.equal(serviceOf('orders/main.ts', { 'orders/package.json': '{}' }), 'orders in orders');
    assert.equal(serviceOf('orders/main.ts', { 'orders/package.json': '{ broken' }), 'orders in orders');
    assert.equal(serviceOf('orders/main.ts', { 'orders/package.json': '{ "name": 3 }' }), 'orders in orders');
    assert.equal(serviceOf('main.ts', {}), 'workspace in .');
  });

  it('is a folder of services in one package, but no folder of the source', () => {
    const files = { 'package.json': '{ "name": "root" }' };
    assert.equal(serviceOf('apps/orders/src/main.ts', files), 'orders in apps/orders');
    assert.equal(serviceOf('services/orders/main.ts', {}), 'orders in services/orders');
    assert.equal(serviceOf('src/services/orders/main.ts', files), 'root in .');
    assert.equal(serviceOf('services/orders.ts', files), 'root in .');
  });

  it('is the project of a workspace that has those', () => {
    const files = { 'package.json': '{ "name": "root" }', 'libs/orders/project.json': '{ "name": "orders-lib" }' };
    assert.equal(serviceOf('libs/orders/src/main.ts', files), 'orders-lib in libs/orders');
  });
});
